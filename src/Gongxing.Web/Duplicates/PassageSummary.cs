using Gongxing.Text.Similarity;

namespace Gongxing.Web.Duplicates;

internal static class PassageSummary
{
    /// <summary>What was compared and what was found, in a sentence.</summary>
    public static string Of(Comparison comparison)
    {
        int references = comparison.Texts.Count(text => text.Roles.HasFlag(TextRoles.Reference)) + comparison.Unnamed;
        string compared = references == 0
            ? DuplicateTexts.Get("Compared", comparison.Texts.Count)
            : DuplicateTexts.Get("ComparedWith", comparison.Texts.Count(text => text.Roles.HasFlag(TextRoles.Compared)), references);
        string found = comparison.Pairs.Count == 0
            ? DuplicateTexts.Get("NoPairs")
            : DuplicateTexts.Get("Pairs", comparison.Pairs.Count);
        return $"{compared}{found}{Told("Groups", comparison.Circulating)}{Told("Quotations", comparison.Quoted)}"
            + Told("MandatedGroups", comparison.Mandated)
            + (comparison.Given.Count == 0 ? "" : DuplicateTexts.Get("Given", comparison.Given.Count));

        static string Told(string name, IReadOnlyList<CirculatingPassage> groups) =>
            groups.Count == 0 ? "" : DuplicateTexts.Get(name, groups.Count);
    }
}
