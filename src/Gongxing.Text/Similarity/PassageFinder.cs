using System.Runtime.CompilerServices;
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

    // Heavy editing leaves few seeds whole. This share of the evidence is enough where so many times the rare characters are
    // equal, in pieces of some length, and no common wording.
    internal const float LeastShare = 0.75f;
    private const int OwnForLess = 3;
    private const int ShortestOwn = 5;

    // A clause that two texts have by chance is all they have: less evidence must come from farther apart.
    private const int SmallestSpread = 20;

    // How much one text may have left out of a passage, and how far apart what is on both sides of it may stand in the other.
    private const int LargestLeftOut = 120;
    private const int LargestSeam = 12;

    // Where one stock phrase follows another, what joins them is rare, but not by anybody's doing.
    private const float WorthAmongUsual = 0.5f;

    private readonly GapClusters _coarse = new();
    private readonly GapClusters _fine = new();
    private readonly BlockFinder _blocks = new();
    private readonly List<Range> _windows = [];
    private readonly List<Cluster> _clusters = [];
    private readonly List<Block> _joined = [];
    private readonly List<FoundPassage> _found = [];
    private readonly List<Block> _kept = [];
    private float[] _worth = [];
    private Usage[] _usages = [];

    public ReadOnlySpan<FoundPassage> Found => CollectionsMarshal.AsSpan(_found);

    /// <summary>The blocks of all passages found; each passage knows its own.</summary>
    public ReadOnlySpan<Block> Blocks => CollectionsMarshal.AsSpan(_kept);

    /// <summary>Passages of fewer units are not looked for.</summary>
    public int ShortestPassage => options.ShortestPassage;

    /// <summary>Whether texts that share these rare seeds can share a passage; if so they are to be looked at.</summary>
    /// <param name="seeds">Reordered.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool MayFind(Span<Block> seeds)
    {
        _windows.Clear();
        foreach (Range range in _coarse.Of(seeds, 2 * Margin))
        {
            if (Proves(seeds[range]))
            {
                _windows.Add(range);
            }
        }

        return _windows.Count > 0;
    }

    /// <summary>Looks at two texts where <see cref="MayFind"/> said so.</summary>
    /// <param name="common">Where common seeds begin in one of the two.</param>
    public void Find(in ComparedText a, in ComparedText b, ReadOnlySpan<Block> seeds, CommonPlaces common)
    {
        _found.Clear();
        _kept.Clear();
        foreach (Range range in _windows)
        {
            FindAround(seeds[range], a, b, common);
        }
    }

    // An upper bound of what the passages among these seeds can prove.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Proves(ReadOnlySpan<Block> seeds)
    {
        int covered = 0;
        int rare = 0;
        float evidence = 0;
        int startB = int.MaxValue;
        int endB = 0;
        foreach (ref readonly Block seed in seeds)
        {
            startB = Math.Min(startB, seed.B);
            endB = Math.Max(endB, seed.EndB);
            int units = Math.Min(seed.Length, seed.EndA - covered);
            if (units > 0)
            {
                rare += units;
                evidence += units * weights[seed.Rare];
                covered = seed.EndA;
            }
        }

        bool spread = Math.Min(covered - seeds[0].A, endB - startB) >= SmallestSpread;
        float share = spread ? LeastShare : 1;
        return rare >= share * options.RareCharacters && evidence >= share * options.EvidenceBits;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindAround(ReadOnlySpan<Block> seeds, in ComparedText a, in ComparedText b, CommonPlaces common)
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
        _clusters.Clear();
        Weigh(blocks, seeds, startA, endA, common);
        foreach (Range range in _fine.Of(blocks, options.LargestGap))
        {
            AddCluster(blocks, range);
        }

        _clusters.Sort(static (one, other) => one.A != other.A ? one.A.CompareTo(other.A) : one.B.CompareTo(other.B));
        for (int i = 0; i < _clusters.Count;)
        {
            _joined.Clear();
            do
            {
                _joined.AddRange(blocks[_clusters[i].Blocks]);
                i++;
            }
            while (i < _clusters.Count && IsLeftOut(_clusters[i - 1], _clusters[i]));

            Keep(CollectionsMarshal.AsSpan(_joined));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddCluster(ReadOnlySpan<Block> blocks, Range range)
    {
        var cluster = new Cluster { Blocks = range, A = int.MaxValue, B = int.MaxValue };
        float evidence = 0;
        foreach (ref readonly Block block in blocks[range])
        {
            cluster.A = Math.Min(cluster.A, block.A);
            cluster.EndA = Math.Max(cluster.EndA, block.EndA);
            cluster.B = Math.Min(cluster.B, block.B);
            cluster.EndB = Math.Max(cluster.EndB, block.EndB);
            evidence += block.Evidence;
        }

        // By itself a cluster that proves nothing is chance.
        if (evidence > 0)
        {
            _clusters.Add(cluster);
        }
    }

    // What goes on at once in one text, and after a sentence or two in the other, is one passage with something left out.
    private static bool IsLeftOut(in Cluster one, in Cluster next)
    {
        int gapA = next.A - one.EndA;
        int gapB = next.B - one.EndB;
        return Math.Min(gapA, gapB) >= 0 && Math.Min(gapA, gapB) <= LargestSeam && Math.Max(gapA, gapB) <= LargestLeftOut;
    }

    // Each unit counts once, for the first seed over it; under common seeds within the same block less, or nothing.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Weigh(Span<Block> blocks, ReadOnlySpan<Block> seeds, int startA, int endA, CommonPlaces common)
    {
        if (_worth.Length < endA - startA)
        {
            _worth = new float[(endA - startA) * 3 / 2];
            _usages = new Usage[_worth.Length];
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

        Span<Usage> usages = _usages.AsSpan(0, endA - startA);
        usages.Clear();
        foreach (ref Block block in blocks)
        {
            int from = common.InA ? block.A : block.B;
            Span<Usage> usage = usages.Slice(block.A - startA, block.Length);
            Mark(usage, from, common.Usual, Usage.Usual);
            Mark(usage, from, common.Allowed, Usage.Allowed);
            Weigh(ref block, worth.Slice(block.A - startA, block.Length), usage);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Mark(Span<Usage> usages, int from, PlaceSet places, Usage usage)
    {
        int last = from + usages.Length - options.SeedLength;
        for (int place = places.Next(from); place <= last && place < places.Length; place = places.Next(place + 1))
        {
            usages.Slice(place - from, options.SeedLength).Fill(usage);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Weigh(ref Block block, ReadOnlySpan<float> worth, ReadOnlySpan<Usage> usages)
    {
        float rare = 0;
        for (int i = 0; i < worth.Length; i++)
        {
            float share = usages[i] switch { Usage.Own => 1, Usage.Usual => WorthAmongUsual, _ => 0 };
            block.Evidence += share * worth[i];
            rare += worth[i] > 0 ? share : 0;
            block.Own += usages[i] == Usage.Own ? 1 : 0;
        }

        block.Rare = (int)rare;
        block.Own = block.Length < ShortestOwn ? 0 : block.Own;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
            passage.Own += block.Own;
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
        return Math.Min(lengthA, lengthB) >= options.ShortestPassage
            && passage.Equal >= options.LeastCoverage * Math.Max(lengthA, lengthB)
            && (IsProven(passage, 1) || (passage.Own >= OwnForLess * options.RareCharacters && IsProven(passage, LeastShare)));
    }

    private bool IsProven(in FoundPassage passage, float share) =>
        passage.Evidence >= share * options.EvidenceBits && passage.Rare >= share * options.RareCharacters;

    /// <summary>Whose wording a unit of a block is.</summary>
    private enum Usage : byte
    {
        /// <summary>No common seed covers it.</summary>
        Own,

        /// <summary>Many texts have it.</summary>
        Usual,

        /// <summary>Any text may have it.</summary>
        Allowed,
    }
}

/// <summary>Blocks that lie close together in both texts.</summary>
internal struct Cluster
{
    public Range Blocks;
    public int A;
    public int EndA;
    public int B;
    public int EndB;
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
    public int Own;
    public float Evidence;
    public int FirstBlock;
    public int BlockCount;
}
