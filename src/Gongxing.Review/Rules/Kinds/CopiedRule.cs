using System.Globalization;
using Gongxing.Core.Remarks;
using Gongxing.Review.Duplicates;
using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks about a text of which a good part stands in what the same person wrote in an earlier year.</summary>
/// <remarks>
/// Formulations and official headings are left out. Of a text with little of its own nothing is said, and never a share
/// without the places it comes from.
/// </remarks>
internal sealed class CopiedRule : RuleKind
{
    private const int MostPlaces = 10;

    private static readonly SimilarityOptions s_options =
        SimilarityOptions.Corpus with { FindCirculating = false, Threads = 1 };

    private readonly double _least;
    private readonly int _shortest;

    private CopiedRule(double least, int shortest) => (_least, _shortest) = (least, shortest);

    public override IReadOnlyList<string> Values => ["year", "share", "places"];

    /// <summary>
    /// <c>least</c>: from which share of the text on it is asked about; <c>shortest</c>: of how many characters of its own a
    /// text must be.
    /// </summary>
    public static RuleKind Read(RuleFields fields) =>
        new CopiedRule(fields.Number("least", 0.3), (int)fields.Number("shortest", 300));

    public override void Ask(ReviewedText text, Asking asking)
    {
        EarlierText[] earlier = [.. text.Context.Earlier.Where(one => one.IsBefore(text.Statement.Year))];
        if (earlier.Length == 0 || text.Masked.Count(char.IsLetterOrDigit) < _shortest)
        {
            return;
        }

        SimilarPair? most = NearDuplicates
            .FindAll([text.Raw, .. earlier.Select(one => one.Text)], s_options, CommonWording.BuiltIn, (a, _) => a == 0).Pairs
            .MaxBy(pair => pair.ContainmentA);
        if (most is null || most.ContainmentA < _least)
        {
            return;
        }

        TextSpan[] places =
            [.. most.Passages.Select(passage => passage.A).OrderByDescending(place => place.Length).Take(MostPlaces)];
        LocalizedText year = YearOf(earlier[most.B - 1]);
        string share = (most.ContainmentA * 100).ToString("F0", CultureInfo.InvariantCulture);
        string count = most.Passages.Count.ToString(CultureInfo.InvariantCulture);
        TextSpan first = text.ToRaw(text.SentenceAt(text.FromRaw(places[0]).Start));
        asking.OfStatement(
            year.Zh, first, [.. places.Order(Comparer<TextSpan>.Create((a, b) => a.Start.CompareTo(b.Start)))],
            ("year", year), ("share", new(share, share)), ("places", new(count, count)));
    }

    internal static LocalizedText YearOf(EarlierText text) => text.Year is { } year
        ? new($"{year}年", $"{year}")
        : new("往年", "an earlier year");
}
