using Gongxing.Core.Statements;
using Gongxing.Documents.Docx;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Comments;

/// <summary>Writes comments into a Word file and leaves everything else in it as it is.</summary>
/// <remarks>
/// The main part is edited where it was typed: marks are put in and runs are split for them, nothing is written anew. All other
/// parts but the list of comments and the two that name it are copied byte by byte. Like reading, it belongs into a worker process.
/// </remarks>
public static class DocxCommenter
{
    public const string SignatureNotice = "文件带有数字签名，写入批注后签名失效。";

    /// <summary>Never throws on content.</summary>
    /// <param name="text">What was read of the file: the text that the spans are of.</param>
    /// <param name="at">Shown as it is, so in the time of the office.</param>
    public static CommentResult Write(
        ReadOnlyMemory<byte> content, string text, IReadOnlyList<WordComment> comments, DateTimeOffset at, ReadLimits limits)
    {
        if (content.IsEmpty || content.Length > limits.FileBytes)
        {
            return CommentResult.Failed(content.IsEmpty ? Unreadable.Empty : Unreadable.TooLarge, $"{content.Length} bytes");
        }

        if (FileTypes.Tell(content, "", out string what) is FileType type and not FileType.Docx)
        {
            return CommentResult.Failed(
                type == FileType.EncryptedPackage ? Unreadable.Encrypted : Unreadable.UnknownType, $"{type} {what}");
        }

        try
        {
            return WriteInto(content, text, comments, at, limits);
        }
        catch (UnreadableException e)
        {
            return CommentResult.Failed(e.Reason, e.Detail);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return CommentResult.Failed(Unreadable.Damaged, e.ToString());
        }
    }

    private static CommentResult WriteInto(
        ReadOnlyMemory<byte> content, string text, IReadOnlyList<WordComment> comments, DateTimeOffset at, ReadLimits limits)
    {
        var package = new Package(content, limits);
        string main = DocxReader.MainPartOf(package);
        var parts = new DocxParts(package, main, limits, traced: true);
        Document document = DocumentReader.Storable(parts.Read());
        if (document.Text != text)
        {
            throw new UnreadableException(Unreadable.OtherText, $"{document.Text.Length} units, not {text.Length}");
        }

        var placing = new CommentPlacing(document, parts.Places);
        Marked?[] ranges = [.. comments.Select(comment => placing.Find(comment.Span))];
        // The budget of the package is spent once for reading; editing unpacks what it needs once more.
        var edited = new CommentedPackage(content, new Package(content, limits), main, CommentStyles.Of(parts.Styles));
        return edited.Write(comments, ranges, at);
    }
}
