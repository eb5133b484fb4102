namespace Gongxing.Review.Structure;

/// <summary>Finds the sentence inside a finding's paragraph from which on it tells the cause.</summary>
internal static class InnerCause
{
    private const int ShortestFinding = 8;
    private const int ShortestCause = 4;
    private const int ShortestPromise = 6;
    private static readonly WordSet s_promises = Lexicon.Set("innerMeasureOpeners");
    private static readonly WordSet s_openers = Lexicon.Set("causeOpeners");

    // …看了三次没有定方案，原因是怕被问责。
    private static readonly WordSet s_inner = Lexicon.Set("innerCauseOpeners");

    // 产生这一问题的原因在于, 之所以出现这种情况，是因为: the sentence names what it explains.
    private const int LongestExplained = 30;
    private static readonly WordSet s_explained = new(["产生", "造成", "出现", "导致", "形成", "存在", "发生", "之所以"]);
    private static readonly WordSet s_named = new(["这", "此", "上述", "以上", "该", "之所以"]);

    // 深挖思想根源，主要是: the sentence looks for what it explains.
    private static readonly WordSet s_digs = new(["深挖", "深究", "深入剖析", "剖析", "究", "追", "反思", "分析", "检视", "静心反思"]);
    private static readonly WordSet s_roots = new(["原因", "根源", "根子", "症结", "病根", "缘由", "因为", "由于"]);
    private static readonly WordSet s_becauses = new(["因为", "由于"]);
    private static readonly WordSet s_explains = Lexicon.Set("explainers");
    private static readonly WordSet s_links = Lexicon.Set("causeLinks");

    // 在今后的工作中， and 针对这一问题， lead over, and promise nothing.
    private const int LongestLead = 16;
    private static readonly WordSet s_leads = Lexicon.Set("promiseLeads");
    private static readonly WordSet s_back = new(["对此", "为此", "针对", "对这", "对于"]);
    private static readonly WordSet s_resolves = new(["我", "本人", "班子", "支部", "将", "要", "凡", "由", "一律", "应", "须", "今后", "以后", "每"]);

    /// <summary>
    /// Where the sentence starts that tells what will be done about the fault, and where its words do; null where none does.
    /// </summary>
    public static (int Start, int Content)? FindPromise(Flow flow, int start, int end)
    {
        for (int at = start; at < end; at++)
        {
            int stop = flow.Slice(at, end).IndexOfAny('。', '\n');
            if (stop < 0)
            {
                return null;
            }

            at += stop;
            if (at + 1 - start >= ShortestFinding && end - at > ShortestPromise
                && s_promises.Starts(flow.Slice(at + 1, end)))
            {
                int content = at + 1 + LeadLength(flow.Slice(at + 1, end));
                if (Promises(flow.Slice(at + 1, content), flow.Slice(content, end)))
                {
                    return (at + 1, content);
                }
            }
        }

        return null;
    }

    private static int LeadLength(ReadOnlySpan<char> sentence)
    {
        ReadOnlySpan<char> clause = FirstClause(sentence);
        return clause.Length <= LongestLead && clause.Length < sentence.Length && sentence[clause.Length] == ','
            && s_leads.Ends(clause) ? clause.Length + 1 : 0;
    }

    // 对此，群众意见很大。 looks back and promises nothing.
    private static bool Promises(ReadOnlySpan<char> lead, ReadOnlySpan<char> text) =>
        !Lexicon.Deficiency.IsIn(FirstClause(text))
        && (!s_back.Starts(lead) || s_resolves.Starts(text) || Lexicon.Act.Starts(text));

    private static ReadOnlySpan<char> FirstClause(ReadOnlySpan<char> text) =>
        text.IndexOfAny(",。;") is var stop and >= 0 ? text[..stop] : text;

    /// <summary>Where that sentence starts, and where its words do; null where no sentence does.</summary>
    /// <param name="inSentence">
    /// Also where a clause of a sentence does: for a text that tells its causes nowhere else.
    /// </param>
    public static (int Start, int Content)? Find(Flow flow, int start, int end, bool inSentence)
    {
        for (int at = start; at < end; at++)
        {
            int stop = flow.Slice(at, end).IndexOfAny("。,;\n");
            if (stop < 0)
            {
                return null;
            }

            at += stop;
            bool begins = flow.Text[at] is '。' or '\n';
            int opener = s_openers.LengthAt(flow.Slice(at + 1, end));
            opener = opener == 0 && begins ? ExplainingLength(flow.Slice(at + 1, end)) : opener;
            if (opener == 0 || (!begins && !(inSentence && s_inner.Starts(flow.Slice(at + 1, end))))
                || at + 1 - start < ShortestFinding)
            {
                continue;
            }

            int content = SkipLinks(flow, at + 1 + opener, end);
            return end - content < ShortestCause ? null : (at + 1, content);
        }

        return null;
    }

    /// <summary>How much of a paragraph leads over to the cause that it tells; 0 where it tells none.</summary>
    public static int OpenerLength(Flow flow, int start, int end)
    {
        int opener = s_openers.LengthAt(flow.Slice(start, end));
        opener = opener == 0 ? ExplainingLength(flow.Slice(start, end)) : opener;
        int content = opener == 0 ? start : SkipLinks(flow, start + opener, end);
        return end - content < ShortestCause ? 0 : content - start;
    }

    private static int SkipLinks(Flow flow, int content, int end)
    {
        int link;
        while (content < end && (link = flow.Text[content] is ',' or ':' ? 1 : s_links.LengthAt(flow.Slice(content, end))) > 0)
        {
            content += link;
        }

        return content;
    }

    private static int ExplainingLength(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> head = text[..Math.Min(text.Length, LongestExplained)];
        int stop = head.IndexOfAny("。;\n");
        head = stop < 0 ? head : head[..stop];
        if (!(s_explained.Starts(head) && s_named.IsIn(head)) && !s_digs.Starts(head))
        {
            return 0;
        }

        // 产生这些问题的原因很多 explains nothing yet.
        int root = s_roots.FirstEnd(head);
        bool leads = root > 0 && root < text.Length
            && (text[root] is ',' or ':' || s_links.Starts(text[root..]) || s_becauses.Ends(head[..root]));
        return leads ? root : s_explains.FirstEnd(head);
    }
}
