using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>Finds what is equal in a window of each of two texts: every stretch of four units or more, each unit used once.</summary>
internal sealed class BlockFinder
{
    // Of a stretch that stands again and again, the first few are enough to find the longest.
    private const int MostAlike = 8;

    private readonly List<Block> _found = [];
    private int[] _heads = [];
    private int[] _next = [];
    private int[] _reach = [];
    private bool[] _usedA = [];
    private bool[] _usedB = [];

    /// <summary>The longest blocks first, as long as they leave one another alone; in order of A.</summary>
    public Span<Block> Find(in ComparedText a, Range windowA, in ComparedText b, Range windowB)
    {
        (int startA, int lengthA) = windowA.GetOffsetAndLength(a.Form.Length);
        (int startB, int lengthB) = windowB.GetOffsetAndLength(b.Form.Length);
        FindAll(a, startA, lengthA, b, startB, lengthB);
        return Choose(a.Form, startA, lengthA, startB, lengthB);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindAll(in ComparedText a, int startA, int lengthA, in ComparedText b, int startB, int lengthB)
    {
        ReadOnlySpan<ushort> formA = a.Form.Slice(startA, lengthA);
        ReadOnlySpan<ushort> formB = b.Form.Slice(startB, lengthB);
        int countA = SeedFinder.Parts(lengthA);
        int countB = SeedFinder.Parts(lengthB);
        int shift = 32 - Math.Max(8, BitOperations.Log2((uint)lengthB | 1) + 1);
        Chain(b.Parts.Slice(startB, countB), shift);
        Renew(ref _reach, lengthA + lengthB);
        _found.Clear();
        for (int i = 0; i < countA; i++)
        {
            uint part = a.Parts[startA + i];
            int alike = 0;
            for (int j = _heads[part >> shift] - 1; j >= 0 && alike < MostAlike; j = _next[j])
            {
                if (b.Parts[startB + j] != part)
                {
                    continue;
                }

                alike++;
                ref int reach = ref _reach[i - j + lengthB];
                if (i < reach)
                {
                    continue;
                }

                int length = formA[i..].CommonPrefixLength(formB[j..]);
                if (length >= SeedFinder.Part)
                {
                    reach = i + length;
                    _found.Add(new Block { A = startA + i, B = startB + j, Length = length });
                }
            }
        }
    }

    // Places of B by hash, each chain from the first to the last.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Chain(ReadOnlySpan<uint> parts, int shift)
    {
        Renew(ref _heads, 1 << (32 - shift));
        if (_next.Length < parts.Length)
        {
            _next = new int[parts.Length + (parts.Length / 2)];
        }

        for (int j = parts.Length - 1; j >= 0; j--)
        {
            ref int head = ref _heads[parts[j] >> shift];
            _next[j] = head - 1;
            head = j + 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Span<Block> Choose(ReadOnlySpan<ushort> formA, int startA, int lengthA, int startB, int lengthB)
    {
        Renew(ref _usedA, lengthA);
        Renew(ref _usedB, lengthB);
        Span<Block> blocks = CollectionsMarshal.AsSpan(_found);
        blocks.SortBy<LongestFirst>();
        int chosen = 0;
        foreach (Block block in blocks)
        {
            if (OfWholeCharacters(formA, Free(block, startA, startB)) is { Length: >= SeedFinder.Part } free)
            {
                _usedA.AsSpan(free.A - startA, free.Length).Fill(true);
                _usedB.AsSpan(free.B - startB, free.Length).Fill(true);
                blocks[chosen++] = free;
            }
        }

        blocks = blocks[..chosen];
        blocks.SortBy<ByA>();
        return blocks;
    }

    /// <summary>The first stretch of a block that no longer one has taken in either text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Block Free(Block block, int startA, int startB)
    {
        ReadOnlySpan<bool> usedA = _usedA.AsSpan(block.A - startA, block.Length);
        ReadOnlySpan<bool> usedB = _usedB.AsSpan(block.B - startB, block.Length);
        int from = 0;
        while (from < block.Length && (usedA[from] || usedB[from]))
        {
            from++;
        }

        int to = from;
        while (to < block.Length && !usedA[to] && !usedB[to])
        {
            to++;
        }

        return block with { A = block.A + from, B = block.B + from, Length = to - from };
    }

    // Two characters of two units each may have one in common, and are not alike for that.
    private static Block OfWholeCharacters(ReadOnlySpan<ushort> formA, Block block)
    {
        if (block.Length > 0 && char.IsLowSurrogate((char)formA[block.A]))
        {
            block = block with { A = block.A + 1, B = block.B + 1, Length = block.Length - 1 };
        }

        return block.Length > 0 && char.IsHighSurrogate((char)formA[block.A + block.Length - 1])
            ? block with { Length = block.Length - 1 }
            : block;
    }

    private static void Renew<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[length + (length / 2)];
        }
        else
        {
            Array.Clear(array, 0, length);
        }
    }
}

/// <summary>A text in its compared form, with the hashes of its parts.</summary>
internal readonly ref struct ComparedText(ReadOnlySpan<ushort> form, ReadOnlySpan<uint> parts)
{
    public ReadOnlySpan<ushort> Form { get; } = form;

    public ReadOnlySpan<uint> Parts { get; } = parts;
}
