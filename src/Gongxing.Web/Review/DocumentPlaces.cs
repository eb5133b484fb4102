using System.Buffers;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Web.Review;

/// <summary>Names places of a document as a reader finds them: 第5段, 表1第2行第3列.</summary>
public sealed class DocumentPlaces
{
    private const int Longest = 40;

    /// <summary>Words as short as this are quoted with the clause they stand in: 不够 alone tells nobody where to look.</summary>
    private const int Short = 4;
    private const int Around = 14;

    private static readonly SearchValues<char> s_clauseEnds = SearchValues.Create("，。；：、！？,;:!?\n\t");

    private readonly Document _document;

    /// <summary>Of each paragraph its number among its kind, from 1.</summary>
    private readonly int[] _numbers;

    public DocumentPlaces(Document document)
    {
        _document = document;
        _numbers = new int[document.Paragraphs.Count];
        int texts = 0;
        int boxes = 0;
        int notes = 0;
        for (int i = 0; i < _numbers.Length; i++)
        {
            Paragraph paragraph = document.Paragraphs[i];
            _numbers[i] = paragraph switch
            {
                { Kind: ParagraphKind.TextBox } => ++boxes,
                { Kind: ParagraphKind.Footnote } => ++notes,
                { Cell: not null } => 0,
                _ => paragraph.Span.In(document.Text).IsWhiteSpace() ? texts : ++texts,
            };
        }
    }

    public static string Name(DocumentPlace place) =>
        ReviewTexts.Get($"Place.{place.Kind}", place.Number, place.Row, place.Column);

    /// <summary>Where a span begins. Paragraphs without text, and those of tables, boxes and notes, do not count as paragraphs.</summary>
    public DocumentPlace At(TextSpan span)
    {
        int i = ParagraphAt(span.Start);
        return (i < 0 ? null : _document.Paragraphs[i]) switch
        {
            { Kind: ParagraphKind.TextBox } => new(DocumentPlaceKind.TextBox, _numbers[i]),
            { Kind: ParagraphKind.Footnote } => new(DocumentPlaceKind.Footnote, _numbers[i]),
            { Cell: { } cell } => new(DocumentPlaceKind.Cell, cell.Table + 1, cell.Row + 1, cell.Column + 1),
            _ => new(DocumentPlaceKind.Paragraph, i < 0 ? 1 : Math.Max(1, _numbers[i])),
        };
    }

    public string Of(TextSpan span) => Name(At(span));

    /// <summary>Where a remark is: its first paragraph, or that it is on the whole.</summary>
    public string Of(Remark remark) =>
        remark.Scope == RemarkScope.Statement ? ReviewTexts.Get("Place.Whole") : Of(remark.Span);

    /// <summary>The words a remark asks about, in quotation marks, with the clause around where they are few.</summary>
    /// <returns>Nothing for a remark on the whole.</returns>
    public string Words(Remark remark) => remark.Scope == RemarkScope.Statement ? "" : Words(remark.Span);

    public string Words(TextSpan span)
    {
        string clause = span.Length > Short ? "" : Clause(span);
        return clause.Length == 0 ? $"“{Quote(span)}”" : ReviewTexts.Get("Words", Quote(span), clause);
    }

    /// <summary>The same without marks and clause.</summary>
    public string Quote(Remark remark) => remark.Scope == RemarkScope.Statement ? "" : Quote(remark.Span);

    /// <summary>The words of a span, cut where they are many.</summary>
    public string Quote(TextSpan span)
    {
        string words = string.Join(' ', span.In(_document.Text).ToString()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        if (words.Length <= Longest)
        {
            return words;
        }

        int cut = Longest - 1;
        return $"{words[..(char.IsHighSurrogate(words[cut - 1]) ? cut - 1 : cut)]}…";
    }

    /// <summary>From the mark before the span to the mark after it, at most; nothing where that is the span itself.</summary>
    private string Clause(TextSpan span)
    {
        int i = ParagraphAt(span.Start);
        if (i < 0 || !_document.Paragraphs[i].Span.Contains(span))
        {
            return "";
        }

        TextSpan paragraph = _document.Paragraphs[i].Span;
        ReadOnlySpan<char> text = _document.Text;
        int start = Math.Max(paragraph.Start, span.Start - Around);
        int end = Math.Min(paragraph.End, span.End + Around);
        int before = text[start..span.Start].LastIndexOfAny(s_clauseEnds);
        int after = text[span.End..end].IndexOfAny(s_clauseEnds);
        bool isCutBefore = before < 0 && start > paragraph.Start;
        bool isCutAfter = after < 0 && end < paragraph.End;
        start = before < 0 ? start + (char.IsLowSurrogate(text[start]) ? 1 : 0) : start + before + 1;
        end = after < 0 ? end - (char.IsHighSurrogate(text[end - 1]) ? 1 : 0) : span.End + after;
        TextSpan clause = TextSpan.FromBounds(Math.Min(start, span.Start), Math.Max(end, span.End)).Trim(text);
        return clause.Length <= span.Length ? "" : $"{(isCutBefore ? "…" : "")}{clause.In(text)}{(isCutAfter ? "…" : "")}";
    }

    /// <summary>The last paragraph that begins at or before a position, the first for one before all; -1 where there is none.</summary>
    private int ParagraphAt(int position)
    {
        int low = 0;
        int high = _document.Paragraphs.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _document.Paragraphs[middle].Span.Start <= position ? (middle + 1, high) : (low, middle);
        }

        return _document.Paragraphs.Count == 0 ? -1 : Math.Max(0, low - 1);
    }
}
