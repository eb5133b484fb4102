using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Web.Review;

/// <summary>Names places of a document as a reader finds them: 第5段, 表1第2行第3列.</summary>
public sealed class DocumentPlaces
{
    private const int Longest = 40;

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

    /// <summary>Where a span begins. Paragraphs without text, and those of tables, boxes and notes, do not count as paragraphs.</summary>
    public string Of(TextSpan span)
    {
        int i = ParagraphAt(span.Start);
        return i < 0 ? "" : _document.Paragraphs[i] switch
        {
            { Kind: ParagraphKind.TextBox } => ReviewTexts.Get("Place.TextBox", _numbers[i]),
            { Kind: ParagraphKind.Footnote } => ReviewTexts.Get("Place.Footnote", _numbers[i]),
            { Cell: { } cell } => ReviewTexts.Get("Place.Cell", cell.Table + 1, cell.Row + 1, cell.Column + 1),
            _ => ReviewTexts.Get("Place.Paragraph", Math.Max(1, _numbers[i])),
        };
    }

    /// <summary>Where a remark is: its first paragraph, or that it is on the whole.</summary>
    public string Of(Remark remark) =>
        remark.Scope == RemarkScope.Statement ? ReviewTexts.Get("Place.Whole") : Of(remark.Span);

    /// <summary>The words a remark asks about, cut where they are many; none for one on the whole.</summary>
    public string Quote(Remark remark) => remark.Scope == RemarkScope.Statement ? "" : Quote(remark.Span);

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
