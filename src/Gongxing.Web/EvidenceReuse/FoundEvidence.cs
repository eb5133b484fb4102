using Gongxing.Core.Ledger;
using Gongxing.Storage.EvidenceReuse;

namespace Gongxing.Web.EvidenceReuse;

/// <summary>What is to be told of the evidence of a measure.</summary>
/// <param name="Matches">The plainest first, then by number.</param>
/// <param name="Widespread">
/// Pictures in documents that very many items have: letterheads, stamps and signatures, which are told of and not asked about.
/// </param>
/// <param name="Unfinished">What was not looked at whole: it took too long, or the worker died on it.</param>
public sealed record FoundEvidence(
    IReadOnlyList<EvidenceMatch> Matches, IReadOnlyList<WidespreadPicture> Widespread, IReadOnlyList<HeldEvidence> Unfinished)
{
    public static readonly FoundEvidence Nothing = new([], [], []);

    public bool IsNothing => Matches.Count + Widespread.Count + Unfinished.Count == 0;
}

/// <param name="Items">How many others have it.</param>
/// <param name="First">Some of them that the person may see: whoever wants to hide a photograph need only use it often enough.</param>
public sealed record WidespreadPicture(HeldEvidence Own, EvidencePicture Picture, int Items, IReadOnlyList<EvidenceMatch> First);
