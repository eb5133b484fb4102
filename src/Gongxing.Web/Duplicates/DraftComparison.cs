using Gongxing.Text.Similarity;

namespace Gongxing.Web.Duplicates;

/// <summary>How much drafts share with one another, without a word of them.</summary>
/// <param name="Pairs">By the places of the two in the list that was compared, the earlier one first.</param>
/// <param name="TooShort">How many are too short for anything to be claimed.</param>
public sealed record DraftComparison(IReadOnlyDictionary<(int A, int B), DraftPair> Pairs, int TooShort)
{
    public static DraftComparison Of(IReadOnlyList<string> texts, IEnumerable<SimilarPair> found)
    {
        OwnText[] own = [.. texts.Select(text => new OwnText(text))];
        return new DraftComparison(
            (
                from pair in found
                where !own[pair.A].IsTooShort || !own[pair.B].IsTooShort
                let passages = pair.Passages.Count(passage => !own[pair.A].IsQuoted(passage.A))
                where passages > 0
                select new DraftPair(pair.A, pair.B, pair.ContainmentA, pair.ContainmentB, passages)
            ).ToDictionary(pair => (pair.A, pair.B)),
            own.Count(text => text.IsTooShort));
    }
}

/// <summary>Two drafts that share passages.</summary>
/// <param name="ShareA">How much of A is found in B; 0 to 1.</param>
public sealed record DraftPair(int A, int B, double ShareA, double ShareB, int Passages)
{
    public double Largest => Math.Max(ShareA, ShareB);
}
