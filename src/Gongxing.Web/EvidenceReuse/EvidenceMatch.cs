using Gongxing.Core.Ledger;
using Gongxing.Storage.EvidenceReuse;

namespace Gongxing.Web.EvidenceReuse;

/// <summary>Evidence of another item that is like evidence of this one: a question to the verifier, never a verdict.</summary>
/// <param name="Other">Null when the person may not see that item: then it is only told that there is one.</param>
public sealed record EvidenceMatch(HeldEvidence Own, EvidenceLikeness Likeness, OtherEvidence? Other)
{
    /// <summary>How many passages both texts have, for <see cref="EvidenceLikeness.Text"/>.</summary>
    public int Passages { get; init; }

    /// <summary>Which are alike, in the order of ours, for <see cref="EvidenceLikeness.Picture"/>.</summary>
    public IReadOnlyList<AlikePictures> Pictures { get; init; } = [];

    /// <summary>What a verifier found before; null when nobody held them against each other.</summary>
    public EvidenceComparison? Compared { get; init; }
}

/// <summary>A picture of one file, and the one of another file that it is most like.</summary>
public readonly record struct AlikePictures(EvidencePicture Own, EvidencePicture Other);

public sealed record OtherEvidence(LedgerItem Item, HeldEvidence Held)
{
    public EvidencePlace Place => new(Item.Id, Held.Number);
}

/// <summary>In what two files are alike; the plainest first.</summary>
public enum EvidenceLikeness
{
    /// <summary>The same bytes.</summary>
    File,
    Text,
    Picture,
}
