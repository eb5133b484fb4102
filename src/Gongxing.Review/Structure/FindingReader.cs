namespace Gongxing.Review.Structure;

/// <summary>
/// Reads the findings of a section: which items are aspects, which are findings, which are points inside one.
/// </summary>
internal sealed class FindingReader(Draft draft, bool isRectification)
{
    private const int OwnProse = 16;
    private const int LongestAspect = 100;

    private readonly RecordReader _records = new(draft);
    private static readonly WordSet s_praise = Lexicon.Set("praise");
    private static readonly WordSet s_turns = Lexicon.Set("turns");
    private static readonly WordSet s_leadsToFault = Lexicon.Set("leadsToFault");
    private static readonly WordSet s_nothing = new(["未发现", "没有发现", "无问题", "不存在问题", "暂无"]);

    // Under an aspect, what is going to be done is no fault, where none is told.
    private static readonly WordSet s_vows = new(["我将", "我们将", "将进一步", "将继续", "今后", "下一步"]);

    // 学习不深入。表现在：①看书少；②…: the points show the fault that the title has named.
    private static readonly WordSet s_details = new(["表现", "体现", "比如", "例如", "譬如"]);
    private bool _headed;
    private bool _headsParagraphs;

    // The record of the aspect whose last paragraph explains its faults.
    private int _explained;

    /// <summary>True for a text that has no causes of their own, so that a clause inside a fault tells them.</summary>
    public bool ExplainsInside { get; set; }

    /// <summary>The same for measures: each fault is told, explained and answered in one paragraph.</summary>
    public bool PromisesInside { get; set; }

    private Flow Flow => draft.Flow;

    public void Read(Node section, IReadOnlyList<Node> items, bool headed)
    {
        _headed = headed;
        if (items.Count == 0)
        {
            ReadProse(section.BodyStart, section.End, null);
            return;
        }

        ReadItems(items, null, depth: 0);
    }

    /// <summary>
    /// Reads prose under no heading: each paragraph that finds a fault is taken for one, with little confidence.
    /// </summary>
    public void ReadParagraphs(int start, int end)
    {
        _headed = false;
        if (ReadNamed(start, end))
        {
            return;
        }

        for (int at = start; at < end;)
        {
            int stop = Flow.Text.IndexOf('\n', at, end - at);
            stop = stop < 0 ? end : stop;
            AddProse(at, stop, aspect: null);
            at = stop + 1;
        }
    }

    private void ReadItems(IReadOnlyList<Node> items, string? aspect, int depth)
    {
        items = AfterTheTurn(items);
        List<Node> labels = [.. items.Where(item => item.IsLabel)];
        if (labels.Count > 0)
        {
            _records.ReadLabels(labels, aspect, label => ReadProblem(label, aspect, depth));
        }

        // Some of the headings may find a fault in words that no list has; most of them decide for all.
        _headsParagraphs = depth == 0 && items.Count(HeadsParagraphs) * 2 > items.Count
            && items.Any(item => HeadsParagraphs(item) && StartsFinding(item.BodyStart, item.End));
        foreach (Node item in items)
        {
            if (!item.IsLabel)
            {
                ReadItem(item, aspect, depth);
            }
        }
    }

    // 一是带头学习…，二是…。但仍存在不足：一是…: the list that begins again after the turn is the one of faults.
    private IReadOnlyList<Node> AfterTheTurn(IReadOnlyList<Node> items)
    {
        if (items.Count > 1 && items[^1].Children is [{ IsLabel: true, Mark.Label: LabelRole.Problem } label]
            && label.Items.Any() && items.All(item => !item.IsLabel && !LacksInTitle(item)))
        {
            return [.. label.Items];
        }

        for (int i = items.Count - 1; i > 0; i--)
        {
            if (!items[i].IsLabel && items[i].Mark.Value == 1 && items[0].Mark.Value == 1
                && items[i].Mark.Style == items[0].Mark.Style
                && Turns(Flow.Slice(items[i - 1].Start, items[i - 1].End)))
            {
                return [.. items.Skip(i)];
            }
        }

        return items;
    }

    private bool LacksInTitle(Node item) => Lexicon.Deficiency.IsIn(Flow.Slice(item.ContentStart, item.TitleEnd));

    private static bool Turns(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        bool leads = text.EndsWith(":");
        text = text.TrimEnd(':');
        ReadOnlySpan<char> last = text[(text.LastIndexOfAny("。;\n") + 1)..];
        return s_turns.IsIn(last) && (leads || Lexicon.Deficiency.IsIn(last));
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
        int name = BareHeadings.NameLength(Flow, item);
        bool several = RecordReader.HoldsSeveral(item);
        bool hasItems = item.Items.Any() || several;
        if (!several && _records.IsRecord(item))
        {
            _records.ReadItem(item, aspect, name > 0, (start, end) => Add(item, start, end, aspect), ReadProblem);
        }
        else if (isRectification && AnswersQuoted(item))
        {
            _records.ReadQuoted(item, (start, end) => Add(item, start, end, aspect));
        }
        else if (name > 0 && !(hasItems && depth == 0 && LineEnds(item)))
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
        else if (hasItems ? IsAspect(item, depth) : _headsParagraphs && depth == 0 && HeadsParagraphs(item))
        {
            string heading = Flow.Quote(item.ContentStart, AspectEnd(item));
            draft.Aspects.Add(new AspectDraft(heading, item.ContentStart, item.End));
            if (hasItems)
            {
                ReadItems(item.Children, heading, depth + 1);
            }
            else
            {
                ReadProse(item.BodyStart, item.End, heading);
            }
        }
        else
        {
            Add(item, item.ContentStart, item.End, aspect);
        }
    }

    // A heading on a line of its own is the whole line, however long.
    private int AspectEnd(Node item)
    {
        ReadOnlySpan<char> own = Flow.Slice(item.ContentStart,
            Math.Min(item.OwnEnd, item.ContentStart + LongestAspect));
        int stop = item.IsBareHeading && item.TitleEnd < item.End && Flow.Text[item.TitleEnd] == ')' ? item.TitleEnd - item.ContentStart
            : own.IndexOfAny('\n', '。', ':');
        return stop > 0 ? item.ContentStart + stop
            : own.Length < LongestAspect ? item.ContentStart + own.TrimEnd(',').Length
            : item.TitleEnd;
    }

    private bool IsAspect(Node item, int depth)
    {
        if (depth > 0)
        {
            return false;
        }

        bool lacks = Lexicon.Deficiency.IsIn(Flow.Slice(item.ContentStart, item.TitleEnd));
        if (!item.Items.Any())
        {
            return true;
        }

        bool inline = !item.Items.First().Mark.AtLineStart
            && item.Items.First().Mark.Style >= MarkStyle.ArabicInBrackets;
        ReadOnlySpan<char> own = Flow.Slice(item.BodyStart, item.OwnEnd);
        return !lacks || !inline || (own.Length < OwnProse && !s_details.IsIn(own));
    }

    // 1.针对“…”的问题。一是修订… : what follows the name of the problem was done about it.
    private bool AnswersQuoted(Node item)
    {
        ReadOnlySpan<char> title = Flow.Slice(item.ContentStart, item.TitleEnd);
        return (title.StartsWith("关于") || title.StartsWith("针对")) && title.EndsWith("问题")
            && item.End - item.BodyStart > OwnProse;
    }

    // The heading fills its line, and the items follow on lines of their own.
    private bool LineEnds(Node item) =>
        Flow.Slice(item.ContentStart, item.OwnEnd).TrimEnd('\n') is var own && own.IndexOfAny('。', '\n') < 0
            && own.Length > 30;

    // 关于学习 ⏎ 以会代学的现象突出。…: a heading that finds no fault, above a paragraph that does.
    private bool HeadsParagraphs(Node item)
    {
        int line = Flow.Slice(item.ContentStart, item.End).IndexOf('\n');
        return line is > 0 and <= 16 && item.Children.Count == 0
            && !Lexicon.Deficiency.IsIn(Flow.Slice(item.ContentStart, item.ContentStart + line));
    }

    private void ReadProse(int start, int end, string? aspect)
    {
        end = draft.BeforeTable(start, end);
        if (aspect is null)
        {
            ReadFaults(start, end, aspect);
            return;
        }

        start = AfterLead(start, end);
        ReadFaults(start, CutExplanation(start, end), aspect);
        _explained = 0;
    }

    private void ReadFaults(int start, int end, string? aspect)
    {
        if (aspect is null && ReadNamed(start, end))
        {
            return;
        }

        IReadOnlyList<(int Start, int End)> items = Paragraphs.Items(Flow, start, end, cues: null);
        if ((_headed || aspect is not null) && items.Count > 1)
        {
            foreach ((int from, int to) in items)
            {
                AddProse(from, to, aspect, isItem: true);
            }

            return;
        }

        if (_headed && aspect is null && items.Count == 1 && Flow.Slice(items[0].Start, items[0].End).IndexOf('\n') < 0)
        {
            // 问题描述 ⏎ 客户进料检验时发现胶圈脱落。: the heading has said what its only paragraph is.
            AddProse(items[0].Start, items[0].End, null, isItem: TellsFault(items[0].Start, items[0].End));
            return;
        }

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

    // 产生上述问题的原因，主要是…: the last paragraph of an aspect tells of all the faults above it.
    private int CutExplanation(int start, int end)
    {
        end -= end > start && Flow.Text[end - 1] == '\n' ? 1 : 0;
        int line = Flow.Slice(start, end).LastIndexOf('\n') + 1 + start;
        int opener = line > start ? InnerCause.OpenerLength(Flow, line, end) : 0;
        if (opener == 0 || draft.Cut(line + opener, end, (from, to, title) => new Element(from, to, title)
        {
            InHeadedSection = true,
            Record = draft.NextRecord,
        }) is not { } cause)
        {
            return end;
        }

        draft.Causes.Add(cause);
        _explained = draft.NextRecord++;
        return line;
    }

    // （四）担当作为方面。主要是…: the words that lead from the aspect to its fault.
    private int AfterLead(int start, int end)
    {
        int lead = s_leadsToFault.LengthAt(Flow.Slice(start, end));
        return lead == 0 ? start : TitleCutter.SkipStop(Flow.Text, start + lead, end);
    }

    // Prose whose paragraphs or clauses each open with the name of an aspect.
    private bool ReadNamed(int start, int end)
    {
        IReadOnlyList<(int Start, int Name)> paragraphs = NamedProse.Paragraphs(Flow, start, end);
        IReadOnlyList<(int Start, int Name)> named = paragraphs.Count > 0 ? paragraphs
            : NamedProse.Clauses(Flow, start, end);
        for (int i = 0; i < named.Count; i++)
        {
            (int at, int name) = named[i];
            int close = i + 1 < named.Count ? named[i + 1].Start : end;
            string heading = Flow.Quote(at, at + name);
            draft.Aspects.Add(new AspectDraft(heading, at, close));
            int body = TitleCutter.SkipStop(Flow.Text, at + name, close);
            if (paragraphs.Count > 0)
            {
                ReadProse(body, close, heading);
            }
            else
            {
                AddProse(body, close, heading, isItem: true);
            }
        }

        return named.Count > 0;
    }

    private bool StartsFinding(int start, int end)
    {
        int title = TitleCutter.End(Flow.Text, start, end);
        return title < end && title - start <= 24 && Lexicon.Deficiency.IsIn(Flow.Slice(start, title));
    }

    private void AddProse(int start, int end, string? aspect, bool isItem = false)
    {
        bool says = start >= 0 && !draft.IsInTable(start)
            && (isItem || Lexicon.Deficiency.IsIn(Flow.Slice(start, end)) || (aspect is not null && TellsFault(start, end)));
        if (says && end - start >= 6)
        {
            int record = CutCause(start, ref end);
            draft.Findings.Add(new Element(start, end, TitleCutter.End(Flow.Text, start, end))
            {
                Under = aspect,
                InHeadedSection = _headed,
                Record = record,
            });
        }
    }

    // Under the name of a fault, what neither praises nor promises tells one.
    private bool TellsFault(int start, int end)
    {
        end = PromisesInside && InnerCause.FindPromise(Flow, start, end) is { } promise ? promise.Start : end;
        ReadOnlySpan<char> text = Flow.Slice(start, end);
        return !s_nothing.IsIn(text) && !s_praise.IsIn(text) && !s_vows.IsIn(text);
    }

    // …拖了两年没有办。究其原因，是怕担责任。: the end of the paragraph says why, and belongs to it.
    private int CutCause(int start, ref int end)
    {
        bool inRecord = _records.Current > 0;
        int record = inRecord ? _records.Current : draft.NextRecord;
        if (PromisesInside && InnerCause.FindPromise(Flow, start, end) is { } promise
            && draft.Cut(promise.Content, end, (from, to, title) => new Element(from, to, title)
            {
                InHeadedSection = true,
                Record = record,
            }) is { } measure)
        {
            draft.Measures.Add(measure);
            end = promise.Start;
            CutCauseOnly(start, ref end, record);
            draft.NextRecord += inRecord ? 0 : 1;
            return record;
        }

        bool told = (!inRecord || ExplainsInside) && CutCauseOnly(start, ref end, record);
        draft.NextRecord += told && !inRecord ? 1 : 0;
        return told ? record : inRecord ? _records.Current : _explained;
    }

    private bool CutCauseOnly(int start, ref int end, int record)
    {
        if (InnerCause.Find(Flow, start, end, ExplainsInside) is not { } cause
            || draft.Cut(cause.Content, end, (from, to, title) => new Element(from, to, title)
            {
                InHeadedSection = true,
                Record = record,
            }) is not { } element)
        {
            return false;
        }

        draft.Causes.Add(element);
        end = cause.Start;
        return true;
    }

    private void Add(Node item, int start, int end, string? aspect)
    {
        int record = CutCause(start, ref end);
        Element? finding = draft.Cut(start, end, (from, to, title) => new Element(from, to, title)
        {
            Under = aspect,
            HasMark = true,
            InHeadedSection = _headed,
            Number = item.Mark.Value,
            Record = record,
        });
        if (finding is not null)
        {
            draft.Findings.Add(finding);
        }
    }
}
