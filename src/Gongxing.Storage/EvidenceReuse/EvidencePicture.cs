using Gongxing.Core.Ledger;

namespace Gongxing.Storage.EvidenceReuse;

/// <summary>A picture of a file.</summary>
/// <param name="Number">0 for the file itself, from 1 for those that stand in a document.</param>
/// <param name="Hash">What it looks like.</param>
public readonly record struct EvidencePicture(int Number, long Hash)
{
    public bool IsWhole => Number == 0;
}

/// <summary>A picture, and an item that has it.</summary>
public sealed record PlacedPicture(string Sha256, EvidencePlace Place, EvidencePicture Picture);
