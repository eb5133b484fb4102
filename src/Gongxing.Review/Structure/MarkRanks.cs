namespace Gongxing.Review.Structure;

/// <summary>
/// How deep each kind of mark stands in one document: the usual order, corrected by what the numbers show.
/// </summary>
internal static class MarkRanks
{
    private const double Step = 10;

    /// <summary>Where an aspect without a number stands: below the sections, above every other number.</summary>
    public const double BareAspect = (double)MarkStyle.Han * Step + 5;

    public static double[] Of(IReadOnlyList<Mark> marks)
    {
        int styles = (int)MarkStyle.Label + 1;
        double[] ranks = new double[styles];
        for (int i = 0; i < styles; i++)
        {
            ranks[i] = i * Step;
        }

        int[,] inside = CountNesting(marks, styles);
        for (int outer = 0; outer < styles; outer++)
        {
            for (int inner = 0; inner < outer; inner++)
            {
                // The style that is usually further out was seen inside the other one, and never the other way round.
                if (inside[outer, inner] >= 1 && inside[inner, outer] == 0 && ranks[inner] < ranks[outer])
                {
                    ranks[inner] = ranks[outer] + 1;
                }
            }
        }

        return ranks;
    }

    // inside[a, b]: how often a list b(1)… stood between a(v) and a(v+1).
    private static int[,] CountNesting(IReadOnlyList<Mark> marks, int styles)
    {
        int[,] inside = new int[styles, styles];
        int[] last = new int[styles];
        var since = new HashSet<MarkStyle>[styles];
        for (int i = 0; i < styles; i++)
        {
            since[i] = [];
        }

        foreach (Mark mark in marks)
        {
            int style = (int)mark.Style;
            if (mark.Style is MarkStyle.Label or MarkStyle.Heading or MarkStyle.Bullet)
            {
                continue;
            }

            if (mark.Value == last[style] + 1 && mark.Value > 1)
            {
                foreach (MarkStyle seen in since[style])
                {
                    inside[style, (int)seen]++;
                }
            }

            last[style] = mark.Value;
            since[style].Clear();
            for (int other = 0; mark.Value == 1 && other < styles; other++)
            {
                if (other != style && last[other] > 0)
                {
                    since[other].Add(mark.Style);
                }
            }
        }

        return inside;
    }
}
