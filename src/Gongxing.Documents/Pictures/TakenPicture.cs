namespace Gongxing.Documents.Pictures;

/// <summary>A picture as it stands in a document, or why it cannot be had.</summary>
public sealed record TakenPicture(ReadOnlyMemory<byte> Content, Unreadable? Reason, string Detail)
{
    public static TakenPicture Failed(Unreadable reason, string detail) => new(default, reason, detail);
}
