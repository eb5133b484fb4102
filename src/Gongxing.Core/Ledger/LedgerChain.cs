using System.Runtime.CompilerServices;

namespace Gongxing.Core.Ledger;

/// <summary>Checks the chain of one organisation from end to end, in one pass and bounded memory.</summary>
/// <remarks>
/// The chain and its head lie in one database: they show every change but one, the change by somebody who writes the
/// whole rest
/// of the history anew. Against that only a fingerprint helps that was printed before and kept elsewhere.
/// </remarks>
public static class LedgerChain
{
    /// <summary>What the first entry of an organisation follows on.</summary>
    public static readonly string Beginning = new('0', 64);

    /// <param name="entries">In the order of their sequence numbers.</param>
    /// <param name="head">As stored beside the entries; null when there is none.</param>
    /// <param name="checkpoint">A fingerprint from outside, if there is one.</param>
    /// <returns>Every fault; none when the chain holds.</returns>
    public static async IAsyncEnumerable<ChainFault> VerifyAsync(
        IAsyncEnumerable<ChainEntry> entries,
        ChainHead? head,
        ChainHead? checkpoint = null,
        [EnumeratorCancellation] CancellationToken ct = default)
    {
        var walk = new ChainWalk();
        bool isMet = checkpoint is null or { Sequence: 0 };
        await foreach (ChainEntry entry in entries.WithCancellation(ct))
        {
            walk.Step(entry);
            isMet = isMet || (checkpoint!.Sequence == entry.Sequence && checkpoint.Matches(entry.Hash));
            foreach (ChainFault fault in walk.TakeFaults())
            {
                yield return fault;
            }
        }

        walk.End(head);
        foreach (ChainFault fault in walk.TakeFaults())
        {
            yield return fault;
        }

        if (!isMet)
        {
            yield return ChainFault.Gone(ChainFaultKind.CheckpointBroken, checkpoint!.Sequence, checkpoint.Sequence);
        }
    }
}
