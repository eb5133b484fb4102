using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Web.Duplicates;

/// <summary>Stretches of a text put together, so that nothing is counted twice.</summary>
internal static class SpanUnion
{
    /// <summary>The same stretches in order, those that meet or overlap as one.</summary>
    public static IReadOnlyList<TextSpan> Of(IEnumerable<TextSpan> spans)
    {
        var union = new List<TextSpan>();
        foreach (TextSpan span in spans.OrderBy(span => span.Start))
        {
            if (union.Count > 0 && span.Start <= union[^1].End)
            {
                union[^1] = TextSpan.Cover(union[^1], span);
            }
            else
            {
                union.Add(span);
            }
        }

        return union;
    }

    /// <summary>How many letters of the text stand in stretches that do not overlap.</summary>
    public static int Letters(string text, IEnumerable<TextSpan> union)
    {
        int letters = 0;
        foreach (TextSpan span in union)
        {
            foreach (char c in span.In(text))
            {
                letters += char.IsLetterOrDigit(c) ? 1 : 0;
            }
        }

        return letters;
    }

    /// <summary>How much of a stretch is covered; 0 to 1.</summary>
    public static double Share(string text, TextSpan of, IEnumerable<TextSpan> union)
    {
        int all = Letters(text, [of]);
        return all == 0 ? 0 : (double)Letters(text, union.Select(of.Intersect)) / all;
    }

    /// <summary>How much of what some passages have equal in a text is left with only a part of them; 0 to 1.</summary>
    /// <param name="side">Which of the two texts.</param>
    public static double Kept(
        string text, IEnumerable<Passage> kept, IEnumerable<Passage> all, Func<MatchedBlock, TextSpan> side)
    {
        return (double)Equal(kept) / Math.Max(1, Equal(all));

        int Equal(IEnumerable<Passage> passages) =>
            Letters(text, Of(passages.SelectMany(passage => passage.Blocks).Select(side)));
    }
}
