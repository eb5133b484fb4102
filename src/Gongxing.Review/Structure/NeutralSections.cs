using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>
/// Gives sections whose headings say nothing (照见的, 想到的, 要做的) a role by what stands in them and where they stand:
/// faults come before causes, causes before measures.
/// </summary>
internal static class NeutralSections
{
    private const int ShortestProse = 16;
    private static readonly WordSet s_thought = Lexicon.Set("thought");
    private static readonly WordSet s_merits = new(
        ["值得肯定", "好的方面", "好的地方", "做得好", "干得好", "办得好", "亮点", "成绩", "成效", "优点", "长处", "先说好", "可取", "值得坚持"]);
    private static readonly WordSet s_achieved = Lexicon.Set("achieved");
    private static readonly WordSet s_promise = Lexicon.Set("promise");

    public static Dictionary<Node,
        SectionRole> Guess(Flow flow, IReadOnlyList<(Node Node, IReadOnlyList<SectionRole> Roles)> level)
    {
        var guessed = new Dictionary<Node, SectionRole>();
        int last = level.Count - 1;
        if (last < 1 || level.Any(one => one.Roles.Count == 0 && one.Node.IsLabel))
        {
            return guessed;
        }

        // From the end: what promises is measures, what thinks before it is causes.
        bool answered = level.Any(one => one.Roles.Contains(SectionRole.Measures));
        if (!answered && IsNeutral(level[last]) && !IsAspect(flow, level[last].Node)
            && Share(flow, level[last].Node, Promises) >= 0.6)
        {
            guessed[level[last].Node] = SectionRole.Measures;
            answered = true;
        }

        // After faults and causes nothing else can follow them to the end.
        bool told = level.Any(one => one.Roles.Contains(SectionRole.Findings))
            && level[Math.Max(0, last - 1)].Roles.Contains(SectionRole.Causes);
        if (!answered && told && IsNeutral(level[last]) && level[last].Node.Items.Count() > 1
            && !IsAspect(flow, level[last].Node) && Share(flow, level[last].Node, Lacks) < 0.5)
        {
            guessed[level[last].Node] = SectionRole.Measures;
            answered = true;
        }

        int before = Enumerable.Range(0, last + 1).LastOrDefault(i => IsNeutral(level[i])
            && !guessed.ContainsKey(level[i].Node), -1);
        bool explained = level.Any(one => one.Roles.Contains(SectionRole.Causes));
        bool next = before >= 0 && before < last
            && (guessed.ContainsKey(level[before + 1].Node) || level[before + 1].Roles.Contains(SectionRole.Measures));
        if (answered && !explained && before > 0 && next && !IsAspect(flow, level[before].Node)
            && Share(flow, level[before].Node, Thinks) >= 0.5)
        {
            guessed[level[before].Node] = SectionRole.Causes;
            explained = true;
        }

        // What was achieved opens the statement, and lacks less than what comes after it.
        List<Node> open = [.. level.Where(one => IsNeutral(one) && !guessed.ContainsKey(one.Node))
            .Select(one => one.Node)];
        bool found = level.Any(one => one.Roles.Contains(SectionRole.Findings));
        int opening = level.Select((one, i) => (one, i)).FirstOrDefault(at => at.one.Roles is not
            [SectionRole.Preamble or SectionRole.LastYear or SectionRole.Measures]).i;
        Node first = level[opening].Node;
        if ((found || answered || explained) && level[opening].Roles.Count == 0 && !guessed.ContainsKey(first)
            && first.Mark.Style <= MarkStyle.HanInBrackets && (found || open.Exists(node => node != first))
            && !IsAspect(flow, first) && Boasts(flow, first))
        {
            guessed[first] = SectionRole.Achievements;
            open.Remove(first);
        }

        // One neutral section is left before them: it must be the faults.
        bool single = open.Count == 1 && !found && (answered || explained) && open[0].Items.Count() > 1;
        bool leads = single && level.TakeWhile(one => one.Node != open[0]).All(one => guessed.ContainsKey(one.Node)
            || (one.Roles.Count > 0
            && one.Roles[0] is not (SectionRole.Findings or SectionRole.Causes or SectionRole.Measures)));
        if (leads)
        {
            guessed[open[0]] = SectionRole.Findings;
        }

        return guessed;
    }

    // 科研经费方面 names what the section is about; that it tells of dates makes it no plan.
    private static bool IsAspect(Flow flow, Node node) =>
        HeadingWords.AspectLength(flow.Slice(node.ContentStart, node.End)) > 0;

    private static bool IsNeutral((Node Node, IReadOnlyList<SectionRole> Roles) one) =>
        one.Roles.Count == 0 && one.Node.Items.Any()
            && one.Node.Mark.Style is <= MarkStyle.HanInBrackets;

    private static double Share(Flow flow, Node section, Func<string, bool> holds)
    {
        List<Node> items = [.. section.Items.SelectMany(item => item.Items.Any() ? item.Items : [item])];
        return items.Count(item => holds(flow.Slice(item.ContentStart, item.End).ToString())) / (double)items.Count;
    }

    // 完成造林八百亩，全年没有发生山火: most of what stands there was achieved.
    private static bool Boasts(Flow flow, Node section)
    {
        ReadOnlySpan<char> lead = flow.Slice(section.ContentStart, section.OwnEnd);
        if (lead.EndsWith(":") && s_merits.IsIn(lead[(lead.TrimEnd(':').LastIndexOfAny("。;\n") + 1)..]))
        {
            return true;
        }

        if (section.Items.Any())
        {
            return Share(flow, section, text => s_achieved.IsIn(text)) > 0.5;
        }

        string prose = flow.Slice(section.BodyStart, section.End).ToString();
        int achieved = s_achieved.Count(prose);
        return prose.Length >= ShortestProse && achieved > 0 && achieved >= Lexicon.Deficiency.Count(prose);
    }

    private static bool Lacks(string text) => Lexicon.Deficiency.IsIn(text);

    private static bool Promises(string text) =>
        s_promise.IsIn(text) || !PromiseTerms.Due(text).IsEmpty || !PromiseTerms.Cadence(text).IsEmpty;

    private static bool Thinks(string text) => s_thought.IsIn(text);
}
