namespace Gongxing.Documents.Pictures;

/// <summary>What a picture looks like, or why that cannot be told.</summary>
/// <param name="Hash">See <see cref="PictureHash"/>; null for a picture that looks like nothing, and where there is a reason.</param>
/// <param name="Reason">Null for a picture that was read.</param>
/// <param name="Detail">For the log.</param>
public sealed record PictureResult(long? Hash, Unreadable? Reason, string Detail)
{
    public static PictureResult Of(long? hash) => new(hash, null, "");

    public static PictureResult Failed(Unreadable reason, string detail) => new(null, reason, detail);
}
