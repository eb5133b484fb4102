namespace Gongxing.Core.Ledger;

/// <summary>What is wrong with a chain, and where.</summary>
/// <param name="Sequence">The entry, by its number within the organisation; for one that is gone, the number it
/// had.</param>
/// <param name="Last">The last of several that are gone or were put in; else the same number.</param>
/// <param name="Item">Its item, 32 hexadecimal digits; empty when the entry is not there.</param>
/// <param name="Number">Its number within the item; 0 when the entry is not there.</param>
/// <param name="Original">For a moved entry, the number it was written under.</param>
public sealed record ChainFault(
    ChainFaultKind Kind, long Sequence, long Last, string Item, long Number, long Original = 0)
{
    internal static ChainFault At(ChainFaultKind kind, ChainEntry entry, long original = 0) =>
        new(kind, entry.Sequence, entry.Sequence, entry.Item, entry.Number, original);

    internal static ChainFault Gone(ChainFaultKind kind, long first, long last) => new(kind, first, last, "", 0);
}

public enum ChainFaultKind
{
    /// <summary>The entry is not as it was written.</summary>
    Changed,

    /// <summary>An entry was taken out.</summary>
    Removed,

    /// <summary>An entry was put in that the chain does not know.</summary>
    Inserted,

    /// <summary>An entry stands elsewhere than it was written.</summary>
    Moved,

    /// <summary>The last entries are gone: the head names a later one.</summary>
    TailCut,

    /// <summary>The head is not the hash of the last entry: one of the two was changed.</summary>
    HeadChanged,

    /// <summary>
    /// The history does not hold the entry of the fingerprint, or holds another: it was cut or written anew.
    /// </summary>
    CheckpointBroken,
}
