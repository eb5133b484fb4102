using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Documents.Comments;
using Gongxing.Documents.OfficialFormat;
using Gongxing.Documents.Workers;

namespace Gongxing.Web.Review;

/// <summary>The Word file that goes back to the writer: their own with comments, or a clean paper where theirs was of another kind.</summary>
public static class CommentedPaper
{
    /// <summary>With the remarks alone.</summary>
    public static Task<CommentResult> WriteAsync(
        DocumentWorkers workers,
        ReadOnlyMemory<byte> content,
        Document document,
        Statement statement,
        IEnumerable<Remark> remarks,
        FormatProfile profile,
        DateTimeOffset at,
        CancellationToken ct) =>
        WriteAsync(workers, content, document, statement, remarks, [], profile, at, ct);

    /// <summary>Written in a worker process, for it takes the file apart once more.</summary>
    /// <param name="content">The file that <paramref name="document"/> was read of.</param>
    /// <param name="profile">How a clean paper is set.</param>
    /// <param name="at">When the remarks were made, in the time of the office.</param>
    /// <param name="added">What people commented besides, under their own names.</param>
    public static Task<CommentResult> WriteAsync(
        DocumentWorkers workers,
        ReadOnlyMemory<byte> content,
        Document document,
        Statement statement,
        IEnumerable<Remark> remarks,
        IEnumerable<WordComment> added,
        FormatProfile profile,
        DateTimeOffset at,
        CancellationToken ct)
    {
        var places = new DocumentPlaces(document);
        IEnumerable<WordComment> comments =
            NumberedRemarks.Of(remarks).All.Select(one => RemarkWords.Comment(one.Remark, places)).Concat(added);
        if (document.Format == DocumentFormat.Docx)
        {
            return workers.CommentAsync(content, document.Text, [.. comments], at, ct);
        }

        CleanText clean = CleanText.Of(document);
        return workers.CommentAsync(
            OfficialWriter.Write(document, statement, profile),
            clean.Text,
            [.. comments.Select(comment => comment with { Span = clean.Place(comment.Span) })],
            at,
            ct);
    }

    /// <summary>The remarks that found no place in the file, and so stand in no comment.</summary>
    /// <param name="remarks">As they were given to be written.</param>
    public static IReadOnlyList<Remark> LeftOut(CommentResult result, IEnumerable<Remark> remarks)
    {
        IReadOnlyList<NumberedRemark> written = NumberedRemarks.Of(remarks).All;
        return [.. result.Unplaced.Where(i => i < written.Count).Select(i => written[i].Remark)];
    }
}
