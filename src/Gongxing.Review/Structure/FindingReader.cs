namespace Gongxing.Review.Structure;

/// <summary>Reads the findings of a section: which items are aspects, which are findings, which are points inside one.</summary>
internal sealed class FindingReader(Draft draft)
{
    private const int OwnProse = 16;

    private readonly RecordReader _records = new(draft);
    private bool _headed;

    private Flow Flow => draft.Flow;

    public void Read(Node section, IReadOnlyList<Node> items, bool headed)
    {
        _headed = headed;
        if (items.Count == 0)
        {
            ReadProse(section.IsBareHeading && section.BodyStart == 0 ? section.Start : LineEnd(section), section.End, null);
            return;
        }

        ReadItems(items, null, depth: 0);
    }

    private static int LineEnd(Node node)
    {
        int body = Math.Max(node.BodyStart, node.ContentStart);
        return Math.Min(body, node.End);
    }

    private void ReadItems(IReadOnlyList<Node> items, string? aspect, int depth)
    {
        List<Node> labels = [.. items.Where(item => item.IsLabel)];
        if (labels.Count > 0)
        {
            _records.ReadLabels(labels, aspect, label => ReadProblem(label, aspect, depth));
        }

        foreach (Node item in items)
        {
            if (!item.IsLabel)
            {
                ReadItem(item, aspect, depth);
            }
        }
    }

    private void ReadProblem(Node label, string? aspect, int depth)
    {
        if (label.Items.Any())
        {
            ReadItems([.. label.Items], aspect, depth + 1);
        }
        else
        {
            Add(label, label.ContentStart, label.End, aspect);
        }
    }

    private void ReadItem(Node item, string? aspect, int depth)
    {
        int name = HeadingWords.AspectLength(Flow.Slice(item.ContentStart, item.End));
        bool hasItems = item.Items.Any();
        if (_records.IsRecord(item))
        {
            _records.ReadItem(item, aspect, name > 0, (start, end) => Add(item, start, end, aspect), ReadProblem);
        }
        else if (name > 0)
        {
            string heading = Flow.Quote(item.ContentStart, item.ContentStart + name);
            draft.Aspects.Add(new AspectDraft(heading, item.ContentStart, item.End));
            if (hasItems)
            {
                ReadItems(item.Children, heading, depth + 1);
            }
            else
            {
                int body = TitleCutter.SkipStop(Flow.Text, item.ContentStart + name, item.End);
                ReadProse(body, item.End, heading);
            }
        }
        else if (hasItems && IsAspect(item, depth))
        {
            string heading = Flow.Quote(item.ContentStart, AspectEnd(item));
            draft.Aspects.Add(new AspectDraft(heading, item.ContentStart, item.End));
            ReadItems(item.Children, heading, depth + 1);
        }
        else
        {
            Add(item, item.ContentStart, item.End, aspect);
        }
    }

    // An own-line heading is the whole line, however long.
    private int AspectEnd(Node item)
    {
        int stop = Flow.Slice(item.ContentStart, item.OwnEnd).IndexOfAny('\n', '。', ':');
        return stop is > 0 and <= 45 ? item.ContentStart + stop : item.TitleEnd;
    }

    private bool IsAspect(Node item, int depth)
    {
        if (depth > 0)
        {
            return false;
        }

        bool lacks = Lexicon.Deficiency.IsIn(Flow.Slice(item.ContentStart, item.TitleEnd));
        bool inline = !item.Items.First().Mark.AtLineStart && item.Items.First().Mark.Style >= MarkStyle.ArabicInBrackets;
        return !lacks || !inline || item.OwnEnd - item.BodyStart < OwnProse;
    }

    private void ReadProse(int start, int end, string? aspect)
    {
        int at = start;
        int open = -1;
        while (at < end)
        {
            int stop = Flow.Text.IndexOf('\n', at, end - at);
            stop = stop < 0 ? end : stop;
            ReadOnlySpan<char> line = Flow.Slice(at, stop);
            bool leadIn = line.EndsWith(":");
            if (!leadIn && !line.IsWhiteSpace() && (open < 0 || StartsFinding(at, stop)))
            {
                AddProse(open, at, aspect);
                open = at;
            }

            at = stop + 1;
        }

        AddProse(open, end, aspect);
    }

    private bool StartsFinding(int start, int end)
    {
        int title = TitleCutter.End(Flow.Text, start, end);
        return title < end && title - start <= 24 && Lexicon.Deficiency.IsIn(Flow.Slice(start, title));
    }

    private void AddProse(int start, int end, string? aspect)
    {
        if (start >= 0 && Lexicon.Deficiency.IsIn(Flow.Slice(start, end)) && end - start >= 6)
        {
            draft.Findings.Add(new Element(start, end, TitleCutter.End(Flow.Text, start, end))
            {
                Under = aspect,
                InHeadedSection = _headed,
            });
        }
    }

    private void Add(Node item, int start, int end, string? aspect)
    {
        if (Flow.Slice(start, end).Trim().Length < 2)
        {
            return;
        }

        draft.Findings.Add(new Element(start, end, TitleCutter.End(Flow.Text, start, end))
        {
            Under = aspect,
            HasMark = true,
            InHeadedSection = _headed,
            Number = item.Mark.Value,
            Record = _records.Current,
        });
    }
}
