using Gongxing.Core.Statements;
using Gongxing.Text;
using Gongxing.Web.Features.Materials;

namespace Gongxing.Web.Features.Remarks;

/// <summary>The paragraphs of a document cut at the borders of the words that are asked about, for the page to mark.</summary>
public sealed class RemarkedText(Document document, Statement statement, IReadOnlyList<Question> questions)
{
    private readonly TextParts _parts = new(document);
    private readonly IReadOnlyList<StatementElement> _elements = statement.Elements();
    private readonly IReadOnlyList<Question> _questions = [.. questions.OrderBy(question => question.Number)];

    public int Parts => _parts.Count;

    /// <summary>From 1: the part in which a position stands.</summary>
    public int PartOf(int position) => _parts.Of(position);

    /// <summary>The paragraphs of a part; those of one table together, every other one alone.</summary>
    public IEnumerable<IReadOnlyList<RemarkedParagraph>> Blocks(int number) =>
        TextParts.Blocks(Part(number), line => line.Paragraph.Cell);

    private IEnumerable<RemarkedParagraph> Part(int number)
    {
        (int start, int end) = _parts[number];
        var active = new List<Question>();
        int next = 0;
        int element = 0;
        for (int i = start; i < end; i++)
        {
            Paragraph paragraph = document.Paragraphs[i];
            active.RemoveAll(question => question.Span.End <= paragraph.Span.Start);
            for (; next < _questions.Count && _questions[next].Span.Start <= paragraph.Span.End; next++)
            {
                TextSpan words = _questions[next].Span;
                if (words.End > paragraph.Span.Start || words.Start >= paragraph.Span.Start)
                {
                    active.Add(_questions[next]);
                }
            }

            var begun = new List<StatementElement>();
            for (; element < _elements.Count && _elements[element].Span.Start < paragraph.Span.End; element++)
            {
                if (_elements[element].Span.Start >= paragraph.Span.Start)
                {
                    begun.Add(_elements[element]);
                }
            }

            yield return Mark(paragraph, i, active, begun);
        }
    }

    private RemarkedParagraph Mark(Paragraph paragraph, int index, List<Question> active, IReadOnlyList<StatementElement> begun)
    {
        TextSpan span = paragraph.Span;
        var borders = new SortedSet<int> { span.Start, span.End };
        foreach (Question question in active)
        {
            borders.UnionWith(new[] { question.Span.Start, question.Span.End }.Where(span.Contains));
        }

        var pieces = new List<RemarkedPiece>();
        foreach ((int start, int end) in borders.Zip(borders.Skip(1)))
        {
            Question[] here = [.. active.Where(question => question.Span.Contains(start))];
            pieces.Add(new RemarkedPiece(
                document.Text[start..end],
                here.Length == 0 ? null : here.MinBy(question => question.Span.Length),
                [.. here.Where(question => EndsHere(question, end, span))]));
        }

        // A remark on a place without words, or beyond the last ones, still has its number.
        HashSet<int> numbered = [.. pieces.SelectMany(piece => piece.Ends).Select(question => question.Number)];
        Question[] left =
        [
            .. active.Where(question => !numbered.Contains(question.Number) && EndsHere(question, span.End, span)),
        ];
        if (left.Length > 0)
        {
            pieces.Add(new RemarkedPiece("", null, left));
        }

        return new RemarkedParagraph(
            paragraph,
            index,
            pieces,
            begun,
            statement.Sections.FirstOrDefault(section => span.Contains(section.Span.Start)),
            statement.Aspects.FirstOrDefault(aspect => span.Contains(aspect.Span.Start)));
    }

    // The number stands after the words; for words that go on over paragraphs, after the first of these.
    private static bool EndsHere(Question question, int end, TextSpan paragraph) =>
        question.Span.Start >= paragraph.Start && Math.Min(question.Span.End, paragraph.End) == end;
}

/// <summary>A paragraph in pieces, and what begins in it.</summary>
public sealed record RemarkedParagraph(
    Paragraph Paragraph,
    int Index,
    IReadOnlyList<RemarkedPiece> Pieces,
    IReadOnlyList<StatementElement> Begins,
    Section? Section,
    Aspect? Aspect)
{
    private const int LongestHeading = 60;

    public IEnumerable<Question> Questions => Pieces.SelectMany(piece => piece.Ends);

    /// <summary>A heading by its style, or because a section or aspect begins with a short line that is no sentence.</summary>
    public bool IsHeading =>
        Paragraph.Kind == ParagraphKind.Heading
        || ((Section is not null || Aspect is not null) && Begins.Count == 0 && Paragraph.Span.Length <= LongestHeading
            && Pieces is [.., { Text: [.., not ('。' or '；' or '：' or '，')] }]);
}

/// <param name="About">The question with the fewest words that the piece belongs to; null for none.</param>
/// <param name="Ends">The questions whose number stands behind the piece.</param>
public sealed record RemarkedPiece(string Text, Question? About, IReadOnlyList<Question> Ends);
