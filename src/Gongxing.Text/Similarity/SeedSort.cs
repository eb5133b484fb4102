using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>Brings equal seeds of a partition together, and leaves out those that stand there once.</summary>
/// <remarks>About half of all seeds are their text's alone. A small table tells most of them before anything is sorted.</remarks>
internal sealed class SeedSort
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int MostSeenBits = 19;

    /// <summary>Entries come sorted by their bits from here up.</summary>
    public const int LowestBit = 64 - (2 * DigitBits);

    private readonly int[] _low = new int[Digits];
    private readonly int[] _high = new int[Digits];
    private readonly byte[] _seen = new byte[1 << MostSeenBits];
    private ulong[] _room = [];

    /// <summary>Sorts in place; what is equal keeps its order.</summary>
    /// <returns>The entries whose hash occurs more than once, and a few others.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Span<ulong> Sort(Span<ulong> entries)
    {
        Span<ulong> kept = entries[..DropSingle(entries)];
        if (_room.Length < kept.Length)
        {
            _room = GC.AllocateUninitializedArray<ulong>(kept.Length + (kept.Length / 4));
        }

        Span<ulong> room = _room.AsSpan(0, kept.Length);
        Span<int> low = _low;
        Span<int> high = _high;
        low.Clear();
        high.Clear();
        foreach (ulong entry in kept)
        {
            low[(int)(entry >> LowestBit) & (Digits - 1)]++;
            high[(int)(entry >> (64 - DigitBits))]++;
        }

        int sumLow = 0;
        int sumHigh = 0;
        for (int digit = 0; digit < Digits; digit++)
        {
            (low[digit], sumLow) = (sumLow, sumLow + low[digit]);
            (high[digit], sumHigh) = (sumHigh, sumHigh + high[digit]);
        }

        foreach (ulong entry in kept)
        {
            room[low[(int)(entry >> LowestBit) & (Digits - 1)]++] = entry;
        }

        foreach (ulong entry in room)
        {
            kept[high[(int)(entry >> (64 - DigitBits))]++] = entry;
        }

        return kept;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int DropSingle(Span<ulong> entries)
    {
        int bits = Math.Clamp(BitOperations.Log2((uint)entries.Length | 1) + 2, DigitBits, MostSeenBits);
        Span<byte> seen = _seen.AsSpan(0, 1 << bits);
        seen.Clear();
        int shift = 64 - bits;
        foreach (ulong entry in entries)
        {
            // 1 for once, more for more.
            ref byte times = ref seen[(int)(entry >> shift)];
            times = (byte)((times << 1) | 1);
        }

        int kept = 0;
        foreach (ulong entry in entries)
        {
            entries[kept] = entry;
            kept += seen[(int)(entry >> shift)] > 1 ? 1 : 0;
        }

        return kept;
    }
}
