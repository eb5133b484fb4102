using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>Reads the measures of a section: the smallest numbered items that promise something.</summary>
internal sealed class MeasureReader(Draft draft)
{
    private const int ShortestPromise = 8;
    private const int LongestName = 60;
    private const int LongestBareName = 20;
    private const int LongestAttribute = 30;
    private static readonly WordSet s_faultNames =
        new(["问题", "不足", "差距", "短板", "现象", "隐患", "情况", "毛病", "弱项", "倾向"]);

    private Flow Flow => draft.Flow;

    public void Read(Node section, IReadOnlyList<Node> items, bool headed)
    {
        if (items.Any(item => !item.IsLabel))
        {
            ReadItems(items, null, 0, headed);
        }
        else if (items.Any(item => item.Mark.Label == LabelRole.Measure))
        {
            ReadLabels(items, headed);
        }
        else
        {
            foreach ((int start, int end) in Paragraphs.Items(Flow, section.BodyStart, section.End, cues: null))
            {
                int answer = AfterNamedFault(start, end);
                string? about = answer > start ? Flow.Slice(start, answer).ToString() : null;
                Add(section, answer, end, null, 0, headed, about);
            }
        }
    }

    // 针对议事质量不高的问题，实行议题预审。…: what names the fault stands where a number would.
    private int AfterNamedFault(int start, int end)
    {
        ReadOnlySpan<char> head = Flow.Slice(start, Math.Min(end, start + LongestName));
        int comma = head.IndexOfAny(",。;:\n");
        return comma > 0 && head[comma] == ',' && head.StartsWith("针对")
            && (comma <= LongestBareName || s_faultNames.Ends(head[..comma]))
            ? start + comma + 1 : start;
    }

    /// <summary>Reads what stands after 整改措施：.</summary>
    public void ReadPart(Node part, int record, string? about = null)
    {
        if (part.Items.Any())
        {
            ReadItems(part.Children, null, record, headed: true);
        }
        else
        {
            Add(part, part.IsLabel ? part.ContentStart
                : part.BodyStart, EndOf(part), null, record, headed: true, about);
        }
    }

    /// <summary>Reads what stands after the title of an item that names a problem.</summary>
    public void ReadAnswer(Node item, int record)
    {
        if (item.Items.Any())
        {
            ReadItems(item.Children, null, record, headed: true);
        }
        else
        {
            Add(item, item.BodyStart, EndOf(item), null, record, headed: true);
        }
    }

    private void ReadItems(IReadOnlyList<Node> items, string? group, int record, bool headed)
    {
        int begun = draft.Measures.Count;
        ILookup<MarkStyle, Node> inside = items.Where(item => !item.IsLabel).SelectMany(item => item.Items)
            .ToLookup(item => item.Mark.Style);
        int sisters = items.Count(item => !item.IsLabel);
        int holding = items.Count(item => !item.IsLabel && item.Items.Any());
        foreach (Node item in items.Where(item => !item.IsLabel && !LooksBack(item)))
        {
            // What most of its sisters hold tells what an item holds; 一是…二是… in the line of one of many are its steps.
            if (item.Items.FirstOrDefault() is { } first
                && (first.Mark.AtLineStart || first.Mark.Style < MarkStyle.Ordinal || holding * 3 >= sisters)
                && (MostPromise(inside[first.Mark.Style]) || MostPromise(item.Items)))
            {
                ReadItems([.. item.Items], Flow.Quote(item.ContentStart, item.TitleEnd), record, headed);
            }
            else
            {
                Add(item, item.ContentStart, EndOf(item), group, record, headed);
            }
        }

        ShareLast(items, begun);
    }

    // 1.… 2.… ⏎ 完成时限：12月31日: on a line below the list, and said of no item alone, it holds for all of them.
    private void ShareLast(IReadOnlyList<Node> items, int begun)
    {
        foreach (Node label in items[^1].Children.Where(child => child.IsLabel && child.Mark.AtLineStart))
        {
            LabelRole role = label.Mark.Label;
            if (role is not (LabelRole.Owner or LabelRole.Due)
                || items.SkipLast(1).Any(item => item.Children.Exists(child
                    => child.IsLabel && child.Mark.Label == role)))
            {
                continue;
            }

            string? said = AttributeOf(label);
            foreach (Element measure in draft.Measures.Skip(begun))
            {
                measure.Owner ??= role == LabelRole.Owner ? said : null;
                measure.Due ??= role == LabelRole.Due ? said : null;
            }
        }
    }

    // 整改措施一：…责任人：…整改措施二：…: who and when stand after the measure they are said of.
    private void ReadLabels(IReadOnlyList<Node> labels, bool headed)
    {
        int begun = draft.Measures.Count;
        foreach (Node label in labels)
        {
            if (label.Mark.Label == LabelRole.Measure)
            {
                begun = draft.Measures.Count;
                Add(label, label.ContentStart, EndOf(label), null, 0, headed);
            }
            else if (label.Mark.Label is LabelRole.Owner or LabelRole.Due && draft.Measures.Count > begun)
            {
                Element last = draft.Measures[^1];
                string? said = AttributeOf(label);
                last.Owner ??= label.Mark.Label == LabelRole.Owner ? said : null;
                last.Due ??= label.Mark.Label == LabelRole.Due ? said : null;
            }
        }

        AddRest(labels[^1], headed);
    }

    // What follows the last of the labels on a line of its own is a measure of its own, and nobody's yet.
    private void AddRest(Node label, bool headed)
    {
        int line = label.Mark.Label >= LabelRole.Owner
            ? Flow.Text.IndexOf('\n', label.ContentStart, label.End - label.ContentStart) : -1;
        if (line >= 0 && Lexicon.Act.IsIn(Flow.Slice(line + 1, label.End)))
        {
            Add(label, line + 1, label.End, null, 0, headed);
        }
    }

    private bool MostPromise(IEnumerable<Node> items) => items.Count(Promises) * 2 > items.Count();

    private bool Promises(Node item)
    {
        ReadOnlySpan<char> text = Flow.Slice(item.ContentStart, item.End).Trim();
        return text.Length >= ShortestPromise && Lexicon.Act.IsIn(text);
    }

    // 去年整改落实情况 among the measures promises nothing.
    private bool LooksBack(Node item) =>
        HeadingWords.BareRoles(Flow.Slice(item.ContentStart, item.TitleEnd)) is [SectionRole.LastYear];

    // …上一次纪律课（责任人：…）: the bracket belongs to what it holds.
    private int EndOf(Node item) => item.Children.Find(child => child.IsLabel)?.Start is { } label
        ? label > item.ContentStart && Flow.Text[label - 1] == '(' ? label - 1 : label
        : item.End;

    private void Add(Node item, int start, int end, string? group, int record, bool headed, string? about = null)
    {
        Element? measure = draft.Cut(start, end, (from, to, title) => new Element(from, to, title)
        {
            Under = group,
            Record = record,
            About = about,
            HasMark = !item.IsBareHeading,
            InHeadedSection = headed,
            Number = item.Mark.Value,
            Owner = Said(item, LabelRole.Owner),
            Due = Said(item, LabelRole.Due),
        });
        if (measure is not null)
        {
            draft.Measures.Add(measure);
        }
    }

    private string? Said(Node item, LabelRole role) =>
        item.Children.Find(child => child.IsLabel && child.Mark.Label == role) is { } label
            ? AttributeOf(label)
            : null;

    /// <summary>The words after a label such as 责任单位：, without the stop that ends them.</summary>
    public string? AttributeOf(Node label)
    {
        // 责任单位： ⏎ 办公室: a narrow column or a converter broke the line behind the colon.
        int start = label.ContentStart;
        start += start < label.End && Flow.Text[start] == '\n' && IsShortLine(start + 1, label.End) ? 1 : 0;
        int end = start;
        while (end < label.End && !"。;\n".Contains(Flow.Text[end]))
        {
            end++;
        }

        string words = Flow.Quote(start, end).TrimEnd('，', ',', '。', '；', ';');
        words = words.IndexOfAny(['（', '(']) < 0 ? words.TrimEnd('）', ')') : words;
        return words.Length == 0 ? null : words;
    }

    private bool IsShortLine(int start, int end)
    {
        int stop = Flow.Slice(start, end).IndexOf('\n');
        return (stop < 0 ? end - start : stop) is > 0 and <= LongestAttribute;
    }
}
