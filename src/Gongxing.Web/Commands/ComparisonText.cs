using Gongxing.Text;
using Gongxing.Text.Similarity;
using Gongxing.Web.Duplicates;

namespace Gongxing.Web.Commands;

/// <summary>Writes a comparison for a person at a terminal: the most similar pairs, and what they share first.</summary>
internal static class ComparisonText
{
    private const int MostPairs = 20;
    private const int MostGroups = 10;
    private const int Excerpt = 40;

    public static void Write(TextWriter to, Comparison comparison)
    {
        to.WriteLine(PassageSummary.Of(comparison));
        for (int i = 0; i < Math.Min(MostPairs, comparison.Pairs.Count); i++)
        {
            SimilarPair pair = comparison.Pairs[i];
            ComparedText a = comparison.Texts[pair.A];
            ComparedText b = comparison.Texts[pair.B];
            to.WriteLine();
            Line($"{i + 1,3}. {a.Name} ↔ {b.Name}");
            Line($"     {PassageWords.Shares(pair)}");
            Passage first = pair.Passages[0];
            Line($"     {PassageWords.Kind(first)}：“{Start(a.Text, first.A)}”");
        }

        if (comparison.Pairs.Count > MostPairs)
        {
            to.WriteLine();
            to.WriteLine(DuplicateTexts.Get("MorePairs", comparison.Pairs.Count - MostPairs));
        }

        Groups("Repeated", comparison.Repeated);
        if (comparison.Repeated.Count > 0)
        {
            to.WriteLine(DuplicateTexts.Get("RepeatedNote"));
        }

        Groups("Circulating", comparison.Circulating);
        Groups("Quoted", comparison.Quoted);
        Groups("Mandated", comparison.Mandated);
        if (comparison.Pairs.Count + comparison.Circulating.Count > 0)
        {
            to.WriteLine();
            to.WriteLine(DuplicateTexts.Get("CompareNote"));
        }

        void Groups(string name, IReadOnlyList<CirculatingPassage> groups)
        {
            if (groups.Count == 0)
            {
                return;
            }

            to.WriteLine();
            to.WriteLine(DuplicateTexts.Get(name, groups.Count));
            foreach (CirculatingPassage group in groups.Take(MostGroups))
            {
                CirculatingPlace place = group.Places[0];
                Line($"     {DuplicateTexts.Get("InTexts", group.Texts)}：“{Start(comparison.Texts[place.Text].Text, place.Span)}”");
            }

            if (groups.Count > MostGroups)
            {
                to.WriteLine(DuplicateTexts.Get("MoreGroups", groups.Count - MostGroups));
            }
        }

        void Line(string text) => to.WriteLine(TerminalText.Clean(text));
    }

    private static string Start(string text, TextSpan span)
    {
        // A span begins with a letter; the bracket before it belongs to its number.
        int start = span.Start > 0 && text[span.Start - 1] is '（' or '(' ? span.Start - 1 : span.Start;
        return span.End - start <= Excerpt ? text[start..span.End] : $"{text[start..(start + Excerpt)]}…";
    }
}
