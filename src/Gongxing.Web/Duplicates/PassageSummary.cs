namespace Gongxing.Web.Duplicates;

internal static class PassageSummary
{
    /// <summary>What was compared and what was found, in a sentence.</summary>
    public static string Of(Comparison comparison)
    {
        int references = comparison.Texts.Count(text => text.IsReference);
        string compared = references == 0
            ? DuplicateTexts.Get("Compared", comparison.Texts.Count)
            : DuplicateTexts.Get("ComparedWith", comparison.Texts.Count - references, references);
        string found = comparison.Pairs.Count == 0
            ? DuplicateTexts.Get("NoPairs")
            : DuplicateTexts.Get("Pairs", comparison.Pairs.Count);
        string groups = comparison.Circulating.Count == 0
            ? ""
            : DuplicateTexts.Get("Groups", comparison.Circulating.Count);
        return $"{compared}{found}{groups}";
    }
}
