using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Web.Features.Materials;

/// <summary>The paragraphs of a document cut at the borders of what was understood, for the page to mark.</summary>
/// <remarks>A very long text is shown part by part; an element belongs to the part in which it begins.</remarks>
public sealed class MarkedText
{
    private readonly Document _document;
    private readonly IReadOnlyList<StatementElement> _elements;
    private readonly TextParts _parts;

    public MarkedText(Document document, Statement statement)
    {
        _document = document;
        _elements = statement.Elements();
        _parts = new TextParts(document);
        Statement = statement;
    }

    public Statement Statement { get; }

    public int Parts => _parts.Count;

    /// <summary>From 1: the part in which a position stands.</summary>
    public int PartOf(int position) => _parts.Of(position);

    /// <summary>The paragraphs of a part; those of one table together, every other one alone.</summary>
    /// <param name="number">From 1; a number that does not exist stands for the first.</param>
    public IEnumerable<IReadOnlyList<MarkedParagraph>> Blocks(int number) => TextParts.Blocks(Part(number), paragraph => paragraph.Cell);

    private IEnumerable<MarkedParagraph> Part(int number)
    {
        (int start, int end) = _parts[number];
        var active = new List<StatementElement>();
        int next = 0;
        for (int i = start; i < end; i++)
        {
            Paragraph paragraph = _document.Paragraphs[i];
            active.RemoveAll(element => element.Span.End <= paragraph.Span.Start);
            for (; next < _elements.Count && _elements[next].Span.Start < paragraph.Span.End; next++)
            {
                if (_elements[next].Span.End > paragraph.Span.Start)
                {
                    active.Add(_elements[next]);
                }
            }

            yield return Mark(paragraph, i, active);
        }
    }

    private MarkedParagraph Mark(Paragraph paragraph, int index, List<StatementElement> active)
    {
        TextSpan span = paragraph.Span;
        var borders = new SortedSet<int> { span.Start, span.End };
        foreach (StatementElement element in active)
        {
            borders.UnionWith(new[] { element.Span.Start, TitleEnd(element), element.Span.End }.Where(span.Contains));
        }

        var pieces = new List<MarkedPiece>();
        foreach ((int start, int end) in borders.Zip(borders.Skip(1)))
        {
            // Where one stands within another, the inner one, which begins later, has the say.
            StatementElement? element = active.FindLast(one => one.Span.Contains(start));
            pieces.Add(new MarkedPiece(
                _document.Text[start..end],
                element,
                element is not null && start < TitleEnd(element),
                [.. active.Where(one => one.Span.Start == start)]));
        }

        return new MarkedParagraph(
            paragraph,
            index,
            pieces,
            Statement.Sections.FirstOrDefault(section => span.Contains(section.Span.Start)),
            Statement.Aspects.FirstOrDefault(aspect => span.Contains(aspect.Span.Start)),
            Statement.Unplaced.FirstOrDefault(unplaced => unplaced.Span.Overlaps(span)));
    }

    /// <summary>The title where it stands in the text; after a correction it may stand nowhere, and the first sentence is shown.</summary>
    private int TitleEnd(StatementElement element)
    {
        ReadOnlySpan<char> text = element.Span.In(_document.Text);
        if (element.Title.Length > 0 && text.StartsWith(element.Title, StringComparison.Ordinal))
        {
            return element.Span.Start + element.Title.Length;
        }

        foreach (TextSpan sentence in Sentences.In(_document.Text, element.Span))
        {
            return sentence.End;
        }

        return element.Span.End;
    }
}

/// <summary>A paragraph in pieces, and what begins in it.</summary>
public sealed record MarkedParagraph(
    Paragraph Paragraph,
    int Index,
    IReadOnlyList<MarkedPiece> Pieces,
    Section? Section,
    Aspect? Aspect,
    Unplaced? Unplaced)
{
    public TableCell? Cell => Paragraph.Cell;

    public IEnumerable<StatementElement> Begins => Pieces.SelectMany(piece => piece.Begins);

    public bool IsMarked => Pieces.Any(piece => piece.Element is not null);

    /// <summary>A heading by its style, or because a section or aspect begins with a short line that is no sentence.</summary>
    public bool IsHeading =>
        Paragraph.Kind == ParagraphKind.Heading
        || ((Section is not null || Aspect is not null) && !IsMarked && Paragraph.Span.Length <= LongestHeading
            && Pieces is [.., { Text: [.., not ('。' or '；' or '：' or '，')] }]);

    private const int LongestHeading = 60;
}

/// <param name="Element">The innermost element the piece belongs to; null for none.</param>
/// <param name="IsTitle">Whether the piece is part of that element's title.</param>
/// <param name="Begins">The elements that begin with this piece.</param>
public sealed record MarkedPiece(string Text, StatementElement? Element, bool IsTitle, IReadOnlyList<StatementElement> Begins);
