namespace Gongxing.Review.Structure;

/// <summary>Finds the sentence inside a finding's paragraph from which on it tells the cause.</summary>
internal static class InnerCause
{
    private const int ShortestFinding = 8;
    private const int ShortestCause = 6;
    private static readonly WordSet s_openers = Lexicon.Set("causeOpeners");

    /// <summary>Where that sentence starts, and where its words do; null where no sentence does.</summary>
    public static (int Start, int Content)? Find(Flow flow, int start, int end)
    {
        for (int at = start; at < end; at++)
        {
            int stop = flow.Slice(at, end).IndexOfAny('。', '\n');
            if (stop < 0)
            {
                return null;
            }

            at += stop;
            int opener = s_openers.LengthAt(flow.Slice(at + 1, end));
            if (opener == 0 || at + 1 - start < ShortestFinding)
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
