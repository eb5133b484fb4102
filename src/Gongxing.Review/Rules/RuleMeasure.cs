using System.Globalization;
using Gongxing.Review.Structure;

namespace Gongxing.Review.Rules;

/// <summary>How well a rule did on texts annotated by hand (实测), as measured when it was last changed.</summary>
/// <remarks>
/// Open texts could be read while the rule was written, held-out ones could not. What is fair both ways counts neither
/// way.
/// </remarks>
/// <param name="Must">How often a good reviewer would certainly ask.</param>
/// <param name="Found">How many of these the rule asked.</param>
/// <param name="Wrong">What else it asked.</param>
public sealed record RuleMeasure(int Must, int Found, int Wrong, RuleMeasure? HeldOut = null)
{
    private static readonly Lazy<Dictionary<string, RuleMeasure>> s_all = new(() => Lexicon.Lines("figures.tsv").Skip(1)
        .Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], cells => new RuleMeasure(
            Number(cells[1]), Number(cells[2]), Number(cells[3]),
            new RuleMeasure(Number(cells[4]), Number(cells[5]), Number(cells[6])))));

    /// <summary>Null when nothing that counts was asked.</summary>
    public double? Precision => Found + Wrong == 0 ? null : (double)Found / (Found + Wrong);

    /// <summary>Null when there was nothing to ask.</summary>
    public double? Recall => Must == 0 ? null : (double)Found / Must;

    /// <summary>
    /// On the open texts, with <see cref="HeldOut"/> on the others; null for a rule that was never measured.
    /// </summary>
    public static RuleMeasure? Of(string id) => s_all.Value.GetValueOrDefault(id);

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
