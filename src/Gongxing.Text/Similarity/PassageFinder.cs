using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>Finds the passages two texts share, from the seeds they share.</summary>
internal sealed class PassageFinder(SimilarityOptions options, SeedWeights weights)
{
    // How far around its seeds a passage is looked for.
    private const int Margin = 120;

    // What ends a passage must prove something, or be of this length and this near to what does.
    private const int ShortestEnd = 5;
    private const int NearEnd = 6;

    private readonly GapClusters _coarse = new();
    private readonly GapClusters _fine = new();
    private readonly BlockFinder _blocks = new();
    private readonly List<FoundPassage> _found = [];
    private readonly List<Block> _kept = [];
    private float[] _worth = [];

    public ReadOnlySpan<FoundPassage> Found => CollectionsMarshal.AsSpan(_found);

    /// <summary>The blocks of all passages found; each passage knows its own.</summary>
    public ReadOnlySpan<Block> Blocks => CollectionsMarshal.AsSpan(_kept);

    /// <summary>Looks at two texts.</summary>
    /// <param name="seeds">What rare seeds they share; reordered.</param>
    /// <param name="common">Where common seeds begin in one of the two.</param>
    /// <param name="commonInA">In which.</param>
    public void Find(in ComparedText a, in ComparedText b, Span<Block> seeds, PlaceSet common, bool commonInA)
    {
        _found.Clear();
        _kept.Clear();
        foreach (Range range in _coarse.Of(seeds, 2 * Margin))
        {
            Span<Block> near = seeds[range];
            if (Proves(near))
            {
                FindAround(near, a, b, common, commonInA);
            }
        }
    }

    // An upper bound of what the passages among these seeds can prove.
    private bool Proves(ReadOnlySpan<Block> seeds)
    {
        int covered = 0;
        int rare = 0;
        float evidence = 0;
        foreach (ref readonly Block seed in seeds)
        {
            int units = Math.Min(seed.Length, seed.EndA - covered);
            if (units > 0)
            {
                rare += units;
                evidence += units * weights[seed.Rare];
                covered = seed.EndA;
            }
        }

        return rare >= options.RareCharacters && evidence >= options.EvidenceBits;
    }

    private void FindAround(
        ReadOnlySpan<Block> seeds, in ComparedText a, in ComparedText b, PlaceSet common, bool commonInA)
    {
        int startA = Math.Max(0, seeds[0].A - Margin);
        int endA = 0;
        int startB = int.MaxValue;
        int endB = 0;
        foreach (ref readonly Block seed in seeds)
        {
            endA = Math.Max(endA, seed.EndA);
            startB = Math.Min(startB, seed.B);
            endB = Math.Max(endB, seed.EndB);
        }

        endA = Math.Min(a.Form.Length, endA + Margin);
        startB = Math.Max(0, startB - Margin);
        endB = Math.Min(b.Form.Length, endB + Margin);
        Span<Block> blocks = _blocks.Find(a, startA..endA, b, startB..endB);
        Weigh(blocks, seeds, startA, endA, common, commonInA);
        foreach (Range range in _fine.Of(blocks, options.LargestGap))
        {
            Keep(blocks[range]);
        }
    }

    // Each unit counts once, for the first seed over it; under a common seed within the same block it proves nothing.
    private void Weigh(
        Span<Block> blocks, ReadOnlySpan<Block> seeds, int startA, int endA, PlaceSet common, bool commonInA)
    {
        if (_worth.Length < endA - startA)
        {
            _worth = new float[(endA - startA) * 3 / 2];
        }

        Span<float> worth = _worth.AsSpan(0, endA - startA);
        worth.Clear();
        int next = 0;
        foreach (ref readonly Block seed in seeds)
        {
            while (next < blocks.Length && blocks[next].EndA <= seed.A)
            {
                next++;
            }

            if (next < blocks.Length && blocks[next].A <= seed.A && seed.EndA <= blocks[next].EndA
                && blocks[next].A - blocks[next].B == seed.A - seed.B)
            {
                foreach (ref float unit in worth.Slice(seed.A - startA, seed.Length))
                {
                    unit = unit == 0 ? weights[seed.Rare] : unit;
                }
            }
        }

        foreach (ref Block block in blocks)
        {
            Span<float> own = worth.Slice(block.A - startA, block.Length);
            int from = commonInA ? block.A : block.B;
            int last = from + block.Length - options.SeedLength;
            for (int place = common.Next(from); place <= last && place < common.Length; place = common.Next(place + 1))
            {
                own.Slice(place - from, options.SeedLength).Clear();
            }

            foreach (float unit in own)
            {
                block.Evidence += unit;
                block.Rare += unit > 0 ? 1 : 0;
            }
        }
    }

    private void Keep(ReadOnlySpan<Block> blocks)
    {
        while (blocks.Length > 1 && IsLoose(blocks[0], blocks[1].A - blocks[0].EndA))
        {
            blocks = blocks[1..];
        }

        while (blocks.Length > 1 && IsLoose(blocks[^1], blocks[^1].A - blocks[^2].EndA))
        {
            blocks = blocks[..^1];
        }

        var passage = new FoundPassage
        {
            A = blocks[0].A,
            EndA = blocks[^1].EndA,
            B = int.MaxValue,
            FirstBlock = _kept.Count,
            BlockCount = blocks.Length,
        };
        foreach (ref readonly Block block in blocks)
        {
            passage.B = Math.Min(passage.B, block.B);
            passage.EndB = Math.Max(passage.EndB, block.EndB);
            passage.Equal += block.Length;
            passage.Rare += block.Rare;
            passage.Evidence += block.Evidence;
        }

        if (IsPassage(passage))
        {
            _found.Add(passage);
            _kept.AddRange(blocks);
        }
    }

    private static bool IsLoose(in Block end, int gap) =>
        end.Evidence == 0 && (gap > NearEnd || end.Length < ShortestEnd);

    private bool IsPassage(in FoundPassage passage)
    {
        int lengthA = passage.EndA - passage.A;
        int lengthB = passage.EndB - passage.B;
        return passage.Evidence >= options.EvidenceBits
            && passage.Rare >= options.RareCharacters
            && Math.Min(lengthA, lengthB) >= options.ShortestPassage
            && passage.Equal >= options.LeastCoverage * Math.Max(lengthA, lengthB);
    }
}

/// <summary>A passage in places of the compared forms.</summary>
internal struct FoundPassage
{
    public int A;
    public int EndA;
    public int B;
    public int EndB;
    public int Equal;
    public int Rare;
    public float Evidence;
    public int FirstBlock;
    public int BlockCount;
}
