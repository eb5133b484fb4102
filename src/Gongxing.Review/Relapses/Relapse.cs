using Gongxing.Text.Similarity;

namespace Gongxing.Review.Relapses;

/// <summary>A finding that seems to say again what an earlier one said (屡改屡犯); whether it does is for a person to say.</summary>
/// <param name="Earlier">Number of the earlier finding among those that were given.</param>
/// <param name="Same">What is equal, in the new finding (A) and the earlier one (B), for <see cref="RelapseKind.SameWords"/>.</param>
/// <param name="Words">What both speak of, as the new finding words it; the longest first.</param>
/// <param name="Theme">The theme of both, as a person would call it; null when they have none in common.</param>
public sealed record Relapse(
    int Earlier, RelapseKind Kind, IReadOnlyList<MatchedBlock> Same, IReadOnlyList<string> Words, string? Theme);

/// <summary>By what an earlier finding was known again.</summary>
public enum RelapseKind
{
    /// <summary>词句相同: a passage was taken over, edited or not.</summary>
    SameWords,

    /// <summary>换了说法: other words for what is missing, and the same matters.</summary>
    OtherWords,

    /// <summary>题目相同: the same person has the same title again, over other facts.</summary>
    SameTitle,
}
