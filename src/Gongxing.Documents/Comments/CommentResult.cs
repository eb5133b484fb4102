namespace Gongxing.Documents.Comments;

/// <summary>Either the file with its comments or the reason there is none; never both.</summary>
/// <param name="Unplaced">Indexes of the comments whose span is not in the text; all others stand in the file.</param>
/// <param name="Notices">What the user of the file should know, one sentence each in Chinese.</param>
public sealed record CommentResult(
    ReadOnlyMemory<byte>? Content, Unreadable? Reason, string Detail, IReadOnlyList<int> Unplaced, IReadOnlyList<string> Notices)
{
    public static CommentResult Failed(Unreadable reason, string detail = "") => new(null, reason, detail, [], []);
}
