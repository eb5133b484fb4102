using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Web.Duplicates;

/// <summary>How much drafts share with one another, without a word of them.</summary>
/// <param name="Pairs">By the places of the two in the list that was compared, the earlier one first.</param>
/// <param name="TooShort">How many are too short for anything to be claimed.</param>
/// <param name="Circulating">What stands in too many of them to be a pair's; what stands in most first.</param>
public sealed record DraftComparison(
    IReadOnlyDictionary<(int A, int B), DraftPair> Pairs, int TooShort, IReadOnlyList<CirculatingDrafts> Circulating)
{
    public static DraftComparison Of(IReadOnlyList<string> texts, SimilarityResult found)
    {
        OwnText[] own = [.. texts.Select(text => new OwnText(text))];
        return new DraftComparison(
            (
                from pair in found.Pairs
                where !own[pair.A].IsTooShort || !own[pair.B].IsTooShort
                let kept = pair.Passages.Where(passage => own[pair.A].IsOwn(passage.A)).ToList()
                where kept.Count > 0
                select new DraftPair(
                    pair.A,
                    pair.B,
                    pair.ContainmentA * SpanUnion.Kept(texts[pair.A], kept, pair.Passages, block => block.A),
                    pair.ContainmentB * SpanUnion.Kept(texts[pair.B], kept, pair.Passages, block => block.B),
                    kept.Count)
            ).ToDictionary(pair => (pair.A, pair.B)),
            own.Count(text => text.IsTooShort),
            [
                .. from passage in found.Circulating
                   let circulating = new CirculatingDrafts(
                   [
                       .. from place in passage.Places
                          where !own[place.Text].IsTooShort && own[place.Text].IsOwn(place.Span)
                          select new DraftPlace(place.Text, own[place.Text].WithoutNumbers(place.Span)),
                   ])
                   where circulating.Drafts > 1
                   orderby circulating.Drafts descending
                   select circulating,
            ]);
    }
}

/// <summary>A passage that stands in many drafts.</summary>
/// <param name="Places">By draft.</param>
public sealed record CirculatingDrafts(IReadOnlyList<DraftPlace> Places)
{
    /// <summary>In how many it stands.</summary>
    public int Drafts { get; } = Places.Select(place => place.Draft).Distinct().Count();
}

/// <param name="Draft">Its place in the list that was compared.</param>
public readonly record struct DraftPlace(int Draft, TextSpan Span);

/// <summary>Two drafts that share passages.</summary>
/// <param name="ShareA">How much of A is found in B; 0 to 1.</param>
public sealed record DraftPair(int A, int B, double ShareA, double ShareB, int Passages)
{
    public double Largest => Math.Max(ShareA, ShareB);
}
