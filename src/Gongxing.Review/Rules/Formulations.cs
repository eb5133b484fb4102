using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Rules;

/// <summary>
/// Mandated formulations (规定表述): 两个确立, 全面从严治党 and the like. They are never the reason of a remark, fill no
/// slot and count as no phrase.
/// </summary>
public static class Formulations
{
    // Those with quotation marks inside are found without them too.
    private static readonly WordMatcher s_matcher = new(
        from line in Lexicon.Lines("formulations.txt")
        from form in new[] { NormalizedText.Fold(line), NormalizedText.Fold(line, NormalizationOptions.DropQuotes) }
            .Distinct()
        select form);

    /// <summary>What stands for a character of a formulation in a masked text: no letter, no digit, no mark.</summary>
    public const char Mask = '\uFFFC';

    /// <summary>As they are written, with their quotation marks.</summary>
    public static IEnumerable<string> All => Lexicon.Lines("formulations.txt");

    /// <summary>Where they stand in a text that is normalised, from left to right, none inside another.</summary>
    public static IReadOnlyList<TextSpan> In(NormalizedText text)
    {
        var spans = new List<TextSpan>();
        foreach (WordMatch match in s_matcher.Longest(text.Text))
        {
            spans.Add(match.Span);
        }

        return spans;
    }
}
