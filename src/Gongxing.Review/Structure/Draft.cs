using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>What has been read of a statement so far, in positions of <see cref="Flow.Text"/>.</summary>
internal sealed class Draft(Flow flow)
{
    private const int ShortestElement = 4;
    private const int ShortestWord = 2;
    private static readonly WordSet s_nothing = new(["暂无", "没有", "同上", "同前", "此略", "详见", "见上", "见下", "不详", "空白"]);
    private readonly List<FlowLine> _tables = [.. flow.Lines.Where(line => line.Cell is not null)];

    public Flow Flow => flow;

    public List<SectionDraft> Sections { get; } = [];

    public List<AspectDraft> Aspects { get; } = [];

    public List<Element> Findings { get; } = [];

    public List<Element> Causes { get; } = [];

    public List<Element> Measures { get; } = [];

    public List<Unplaced> Unplaced { get; } = [];

    /// <summary>
    /// A new number for elements that one record of the text (a row, an item with labels) holds together.
    /// </summary>
    public int NextRecord { get; set; } = 1;

    /// <summary>The measures of the record that is being read; they are the last ones.</summary>
    public IEnumerable<Element> MeasuresOf(int record)
    {
        for (int i = Measures.Count - 1; i >= 0 && record > 0 && Measures[i].Record == record; i--)
        {
            yield return Measures[i];
        }
    }

    /// <summary>A new element, without blanks at its ends; null when nothing is left.</summary>
    public Element? Cut(int start, int end, Func<int, int, int, Element> make) =>
        IsInTable(start) ? null : CutCell(start, BeforeTable(start, end), make);

    /// <summary>The same inside a table.</summary>
    public Element? CutCell(int start, int end, Func<int, int, int, Element> make)
    {
        while (start < end && flow.Text[start] is '\n' or ' ')
        {
            start++;
        }

        while (end > start && flow.Text[end - 1] is '|' or ' ' or '—')
        {
            end--;
        }

        return end - start < ShortestElement && !IsWord(flow.Slice(start, end).TrimEnd("。;"))
            ? null : make(start, end, TitleCutter.End(flow, start, end));
    }

    // 更换 says what will be done, 暂无 that there is nothing to say.
    private static bool IsWord(ReadOnlySpan<char> text) =>
        text.Length >= ShortestWord && text.IndexOfAnyExceptInRange('\u3400', '\u9fff') < 0 && !s_nothing.IsIn(text);

    /// <summary>The end of a stretch, or the start of the first table cell in it.</summary>
    public int BeforeTable(int start, int end)
    {
        int at = CellFrom(start);
        return at < _tables.Count && _tables[at].Start < end ? Math.Max(start, _tables[at].Start) : end;
    }

    /// <summary>True for a position in a cell of a table, which only the reader of tables reads.</summary>
    public bool IsInTable(int position) =>
        CellFrom(position + 1) is var at and > 0 && position < _tables[at - 1].End;

    // The first cell that begins at the position or behind it.
    private int CellFrom(int position)
    {
        int low = 0;
        int high = _tables.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _tables[middle].Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    public void Leave(int start, int end, UnplacedReason reason)
    {
        TextSpan span = flow.ToSource(start, end);
        if (!span.IsEmpty)
        {
            Unplaced.Add(new Unplaced(span, reason));
        }
    }
}

internal sealed record SectionDraft(SectionRole Role, string? Heading, int Start, int End);

internal sealed record AspectDraft(string Heading, int Start, int End);

/// <summary>A finding, cause or measure before it has an id.</summary>
internal sealed class Element(int start, int end, int titleEnd)
{
    public int Start => start;

    public int End => end;

    public int TitleEnd => titleEnd;

    /// <summary>The aspect of a finding, the group of a measure.</summary>
    public string? Under { get; init; }

    public int Record { get; init; }

    public bool HasMark { get; init; }

    public bool InHeadedSection { get; init; }

    /// <summary>The number of its label (问题1), 0 for none.</summary>
    public int Number { get; init; }

    /// <summary>What the text says it answers: 关于“…”。原因：…</summary>
    public string? About { get; init; }

    public string? Owner { get; set; }

    public string? Due { get; set; }
}
