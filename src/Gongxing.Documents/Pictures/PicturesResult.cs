namespace Gongxing.Documents.Pictures;

/// <summary>What the pictures of a file look like; with a reason, those that were looked at before it was given up.</summary>
/// <param name="Reason">Null for a file that was gone through to its end.</param>
/// <param name="Detail">For the log.</param>
public sealed record PicturesResult(IReadOnlyList<NumberedPicture> Pictures, Unreadable? Reason, string Detail)
{
    public static PicturesResult Failed(Unreadable reason, string detail) => new([], reason, detail);
}

/// <summary>A picture of a file, and what it looks like.</summary>
/// <param name="Number">
/// In the document, from 1, as one comes upon them in reading; <see cref="FilePictures.Whole"/> for the file itself.
/// </param>
/// <param name="Hash">See <see cref="PictureHash"/>.</param>
public readonly record struct NumberedPicture(int Number, long Hash);
