using Gongxing.Text.Similarity;

namespace Gongxing.Web.Duplicates;

/// <summary>Says in words what is shared, without saying what that means: that is for a person to judge.</summary>
internal static class PassageWords
{
    public static string Kind(Passage passage)
    {
        List<string> words = [DuplicateTexts.Get($"Kind.{passage.Kind}")];
        words.AddRange(passage.Traits.Each().Select(trait => DuplicateTexts.Get($"Trait.{trait}")));
        return string.Join(DuplicateTexts.Get("Comma"), words);
    }

    /// <summary>One by one, in their order.</summary>
    public static IEnumerable<PassageTraits> Each(this PassageTraits traits) =>
        Enum.GetValues<PassageTraits>().Where(trait => trait != PassageTraits.None && traits.HasFlag(trait));

    public static string Shares(SimilarPair pair) =>
        DuplicateTexts.Get("Shares", Percent(pair.ContainmentA), Percent(pair.ContainmentB), pair.Passages.Count);

    // 0.4 % is not nothing, and 99.6 % is not all.
    public static string Percent(double share) => share switch
    {
        > 0 and < 0.01 => "<1 %",
        > 0.99 and < 1 => ">99 %",
        _ => $"{Math.Round(share * 100)} %",
    };
}
