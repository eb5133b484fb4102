using Gongxing.Core.Rounds;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Web.Features.Rounds;

/// <summary>The paragraphs of a draft cut at the borders of what was commented, for the page to mark.</summary>
/// <remarks>A very long text is shown part by part.</remarks>
public sealed class CommentedText
{
    /// <summary>UTF-16 units after which a part ends with the paragraph.</summary>
    private const int PartLength = 60_000;

    private readonly Document _document;
    private readonly PlacedComment[] _comments;
    private readonly List<int> _starts = [0];

    public CommentedText(Document document, IEnumerable<PlacedComment> comments)
    {
        _document = document;
        _comments = [.. comments.Where(comment => comment.Span is not null)];
        int length = 0;
        for (int i = 0; i < document.Paragraphs.Count; i++)
        {
            if (length > PartLength)
            {
                _starts.Add(i);
                length = 0;
            }

            length += document.Paragraphs[i].Span.Length;
        }
    }

    public int Parts => _starts.Count;

    /// <param name="number">From 1; a number that does not exist stands for the first.</param>
    public IEnumerable<CommentedParagraph> Part(int number)
    {
        int part = number >= 1 && number <= Parts ? number - 1 : 0;
        int end = part + 1 < Parts ? _starts[part + 1] : _document.Paragraphs.Count;
        for (int i = _starts[part]; i < end; i++)
        {
            yield return new CommentedParagraph(_document.Paragraphs[i], i, [.. Cut(_document.Paragraphs[i].Span)]);
        }
    }

    /// <summary>From 1: the part in which a comment stands.</summary>
    public int PartOf(PlacedComment comment)
    {
        int part = 1;
        while (part < Parts && comment.Span is { } span && _document.Paragraphs[_starts[part]].Span.Start <= span.Start)
        {
            part++;
        }

        return part;
    }

    private IEnumerable<CommentedPiece> Cut(TextSpan paragraph)
    {
        PlacedComment[] here = [.. _comments.Where(comment => comment.Span!.Value.Overlaps(paragraph))];
        int[] cuts =
        [
            .. here.SelectMany(comment => new[] { comment.Span!.Value.Start, comment.Span.Value.End })
                .Append(paragraph.Start).Append(paragraph.End)
                .Where(cut => cut >= paragraph.Start && cut <= paragraph.End).Distinct().Order(),
        ];
        foreach ((int start, int end) in cuts.Zip(cuts.Skip(1)))
        {
            var piece = TextSpan.FromBounds(start, end);
            yield return new CommentedPiece(
                piece.In(_document.Text).ToString(),
                [.. here.Where(comment => comment.Span!.Value.Contains(piece)).Select(comment => comment.Comment)],
                [.. here.Where(comment => Math.Max(comment.Span!.Value.Start, paragraph.Start) == start).Select(comment => comment.Comment)]);
        }
    }
}

/// <summary>A paragraph in pieces.</summary>
public sealed record CommentedParagraph(Paragraph Paragraph, int Index, IReadOnlyList<CommentedPiece> Pieces);

/// <param name="Comments">Those at these words; none for words nobody commented.</param>
/// <param name="Begins">Those of them that begin with this piece.</param>
public sealed record CommentedPiece(
    string Text, IReadOnlyList<ReviewerComment> Comments, IReadOnlyList<ReviewerComment> Begins);
