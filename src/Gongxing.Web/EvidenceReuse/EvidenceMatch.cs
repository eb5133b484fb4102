using Gongxing.Core.Ledger;

namespace Gongxing.Web.EvidenceReuse;

/// <summary>Evidence of another item that is like evidence of this one: a question to the verifier, never a verdict.</summary>
/// <param name="Own">Number within the item that is verified.</param>
/// <param name="Other">Null when the person may not see that item: then it is only told that there is one.</param>
public sealed record EvidenceMatch(int Own, EvidenceLikeness Likeness, OtherEvidence? Other)
{
    /// <summary>How many passages both texts have, for <see cref="EvidenceLikeness.Text"/>.</summary>
    public int Passages { get; init; }

    /// <summary>What a verifier found before; null when nobody held them against each other.</summary>
    public EvidenceComparison? Compared { get; init; }
}

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
