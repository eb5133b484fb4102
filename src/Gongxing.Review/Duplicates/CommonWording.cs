using Gongxing.Review.Rules;
using Gongxing.Review.Templates;
using Gongxing.Text.Similarity;

namespace Gongxing.Review.Duplicates;

/// <summary>What any statement may say without having it from another: mandated formulations and official headings.</summary>
public static class CommonWording
{
    private const string Version = "1";

    /// <summary>What comes with the product.</summary>
    public static CommonText BuiltIn { get; } = new(Version, BuiltInPhrases());

    /// <summary>The same, with what an organisation has marked as common (a notice, a quoted document).</summary>
    /// <param name="version">Changes whenever <paramref name="texts"/> do.</param>
    public static CommonText With(string version, IEnumerable<string> texts) =>
        new($"{Version}+{version}", [.. BuiltInPhrases(), .. texts]);

    private static IEnumerable<string> BuiltInPhrases() =>
        Formulations.All.Concat(TemplatePacks.All.SelectMany(pack => pack.Aspects).Select(aspect => aspect.Name));
}
