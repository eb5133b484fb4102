using System.Buffers;

namespace Gongxing.Review.Structure;

/// <summary>Finds where the title of an item ends.</summary>
internal static class TitleCutter
{
    private const int ShortestTitle = 4;
    private const int LongTitle = 24;
    private const int LongestTitle = 60;
    private static readonly SearchValues<char> s_stops = SearchValues.Create("。:;!?\n");

    /// <summary>The end of the title that begins at <paramref name="start"/>, before the mark that closes it.</summary>
    public static int End(ReadOnlySpan<char> text, int start, int end)
    {
        if (start >= end)
        {
            return start;
        }

        ReadOnlySpan<char> head = text[start..Math.Min(end, start + LongestTitle + 1)];
        int dash = head.IndexOf("——");
        int stop = Stop(dash is > 1 and <= LongTitle ? head[..dash] : head);
        stop = stop < 0 && dash is > 1 and <= LongTitle ? dash : stop;
        if (stop >= 0 && (stop <= LongTitle || (head[stop] == '\n' && head[..stop].IndexOfAny(s_stops) < 0)))
        {
            return start + stop;
        }

        if (stop < 0 && end - start <= LongTitle)
        {
            return end;
        }

        int comma = Comma(stop < 0 ? head : head[..stop]);
        if (comma > 1)
        {
            return start + comma;
        }

        return start + (stop >= 0 ? stop : head.Length);
    }

    /// <summary>The same, where a wide gap may part the title from the words after it: 排班方法老套　　沿用十年前的….</summary>
    public static int End(Flow flow, int start, int end)
    {
        end = End(flow.Text, start, end);

        // Gaps here and there mean nothing.
        int gap = end;
        for (int at = start + 1; at < end; at++)
        {
            if (flow.HasGapBefore(at))
            {
                if (gap < end || !flow.HasWideGapBefore(at))
                {
                    return end;
                }

                gap = at;
            }
        }

        return gap - start is >= ShortestTitle and <= LongTitle ? gap : end;
    }

    /// <summary>Where the words after a title begin.</summary>
    public static int SkipStop(ReadOnlySpan<char> text, int at, int end)
    {
        while (at < end && (s_stops.Contains(text[at]) || text[at] is ',' or ' ' or '、' or '—'))
        {
            at++;
        }

        return at;
    }

    // 1,200元 goes on.
    private static int Comma(ReadOnlySpan<char> head)
    {
        for (int i = 0; i < head.Length; i++)
        {
            if (head[i] == ',' && !(i > 0 && i + 1 < head.Length && char.IsAsciiDigit(head[i - 1]) && char.IsAsciiDigit(head[i + 1])))
            {
                return i;
            }
        }

        return -1;
    }

    // A colon between digits is a time or a ratio; 合同未经会签(风险等级:高) ends where the bracket begins that grades it.
    private static int Stop(ReadOnlySpan<char> head)
    {
        int from = 0;
        while (head[from..].IndexOfAny(s_stops) is var at and >= 0)
        {
            at += from;
            bool ratio = head[at] == ':' && at > 0 && at + 1 < head.Length
                && char.IsAsciiDigit(head[at - 1]) && char.IsAsciiDigit(head[at + 1]);
            if (!ratio)
            {
                int open = head[at] == ':' ? head[..at].LastIndexOf('(') : -1;
                return open >= ShortestTitle && !head[open..at].Contains(')') ? open : at;
            }

            from = at + 1;
        }

        return -1;
    }
}
