namespace Gongxing.Review.Structure;

/// <summary>Finds the sentence inside a finding's paragraph from which on it tells the cause.</summary>
internal static class InnerCause
{
    private const int ShortestFinding = 8;
    private const int ShortestCause = 6;
    private const int ShortestPromise = 6;
    private static readonly WordSet s_promises = Lexicon.Set("innerMeasureOpeners");
    private static readonly WordSet s_openers = Lexicon.Set("causeOpeners");

    // …看了三次没有定方案，原因是怕被问责。
    private static readonly WordSet s_inner = Lexicon.Set("innerCauseOpeners");

    /// <summary>Where the sentence starts that tells what will be done about the fault; null where none does.</summary>
    public static int? FindPromise(Flow flow, int start, int end)
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
                && s_promises.Starts(flow.Slice(at + 1, end))
                    && !Lexicon.Deficiency.IsIn(FirstClause(flow.Slice(at + 1, end))))
            {
                return at + 1;
            }
        }

        return null;
    }

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
            int opener = s_openers.LengthAt(flow.Slice(at + 1, end));
            bool begins = flow.Text[at] is '。' or '\n';
            if (opener == 0 || (!begins && !(inSentence && s_inner.Starts(flow.Slice(at + 1, end))))
                || at + 1 - start < ShortestFinding)
            {
                continue;
            }

            int content = at + 1 + opener;
            while (content < end && flow.Text[content] is ',' or ':' or '是')
            {
                content++;
            }

            return end - content < ShortestCause ? null : (at + 1, content);
        }

        return null;
    }
}
