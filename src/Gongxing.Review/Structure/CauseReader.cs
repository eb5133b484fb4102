namespace Gongxing.Review.Structure;

/// <summary>Reads the causes of a section.</summary>
internal sealed class CauseReader(Draft draft, MeasureReader measures)
{
    private const int FewestSides = 2;
    private const int LongestSide = 16;

    private static readonly WordSet s_groups = new(
        ["主观原因", "客观原因", "主观方面", "客观方面", "直接原因", "间接原因", "根本原因"]);

    private static readonly WordSet s_kinds = new(["原因", "因素", "方面", "层面", "上"]);

    private static readonly WordSet s_cues = new(["原因", "根源", "归根", "说到底", "在于", "源于", "由于", "究其", "症结"]);

    private Flow Flow => draft.Flow;

    public void Read(Node section, IReadOnlyList<Node> items, bool headed)
    {
        if (items.Count == 0)
        {
            foreach ((int start, int end) in Sides(section.BodyStart, section.End)
                ?? Paragraphs.Items(Flow, section.BodyStart, section.End, s_cues))
            {
                Add(section, start, end, 0, headed);
            }
        }
        else
        {
            ReadItems(items, 0, headed);
        }
    }

    // 从教师看，…。从学生看，…。: the causes seen from several sides, each without the words for its side.
    private List<(int Start, int End)>? Sides(int start, int end)
    {
        var sides = new List<(int Start, int End)>();
        for (int at = start; at < end; at++)
        {
            if ((at == start || Flow.Text[at - 1] is '。' or ';' or '\n') && SideLength(Flow.Slice(at, end)) is var length and > 0)
            {
                if (sides.Count > 0)
                {
                    sides[^1] = (sides[^1].Start, at);
                }

                sides.Add((at + length, end));
            }
        }

        bool all = sides.Count >= FewestSides && SideLength(Flow.Slice(start, end).TrimStart('\n')) > 0;
        return all ? sides : null;
    }

    private static int SideLength(ReadOnlySpan<char> sentence)
    {
        ReadOnlySpan<char> head = sentence[..Math.Min(sentence.Length, LongestSide)];
        int comma = head.IndexOfAny(",。;:\n");
        return comma > 2 && head[comma] == ',' && head[0] == '从' && (head[comma - 1] == '看' || head[..comma].EndsWith("讲")
            || head[..comma].EndsWith("说") || head[..comma].EndsWith("分析")) ? comma + 1 : 0;
    }

    /// <summary>Reads what stands after 原因：.</summary>
    public void ReadPart(Node part, int record, string? about = null)
    {
        if (part.Items.Any())
        {
            ReadItems([.. part.Items], record, headed: true);
        }
        else
        {
            Add(part, part.IsLabel ? part.ContentStart : part.BodyStart, part.End, record, headed: true, about);
        }
    }

    private void ReadItems(IReadOnlyList<Node> items, int record, bool headed)
    {
        // 症结一：… ⏎ 对策一：…: the answer belongs to the cause above it.
        bool answered = record == 0 && items.Any(item => item.IsLabel && item.Mark.Label == LabelRole.Measure);
        foreach (Node item in items)
        {
            if (answered && item.IsLabel && item.Mark.Label == LabelRole.Measure)
            {
                measures.ReadPart(item, record);
                continue;
            }

            record = answered && item.IsLabel && item.Mark.Label == LabelRole.Cause ? draft.NextRecord++ : record;
            if (item.Children.Exists(child => child.IsLabel
                && child.Mark.Label is LabelRole.Cause or LabelRole.Measure))
            {
                ReadAnswer(item);
            }
            else if (item.Items.Any() && IsGroup(item))
            {
                ReadItems(item.Children, record, headed);
            }
            else if (!item.IsLabel || item.Mark.Label == LabelRole.Cause)
            {
                Add(item, item.ContentStart, item.End, record, headed);
            }
        }
    }

    // 1.关于“…”。原因：…措施：… answers one finding by name.
    private void ReadAnswer(Node item)
    {
        int record = draft.NextRecord++;
        Node first = item.Children.First(child => child.IsLabel);
        string about = Flow.Slice(item.ContentStart, first.Start).ToString();
        foreach (Node part in item.Children.Where(child => child.IsLabel))
        {
            if (part.Mark.Label == LabelRole.Cause)
            {
                ReadPart(part, record, about);
            }
            else if (part.Mark.Label == LabelRole.Measure)
            {
                measures.ReadPart(part, record, about);
            }
        }
    }

    private bool IsGroup(Node item)
    {
        ReadOnlySpan<char> title = Flow.Slice(item.ContentStart, item.TitleEnd);
        return (title.Length <= 12 && (s_groups.IsIn(title) || s_kinds.Ends(title)))
            || HeadingWords.AspectLength(Flow.Slice(item.ContentStart, item.End)) > 0
            || HeadingWords.BareRoles(title).Count > 0 || item.IsBareHeading
            || (item.IsLabel && Flow.Slice(item.ContentStart, item.OwnEnd).IsWhiteSpace());
    }

    private void Add(Node item, int start, int end, int record, bool headed, string? about = null)
    {
        Element? cause = draft.Cut(start, end, (from, to, title) => new Element(from, to, title)
        {
            HasMark = !item.IsBareHeading,
            InHeadedSection = headed,
            Number = item.Mark.Value,
            Record = record,
            About = about,
        });
        if (cause is not null)
        {
            draft.Causes.Add(cause);
        }
    }
}
