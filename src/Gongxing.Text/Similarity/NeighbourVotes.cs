using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>
/// Which seed may come after, and before, each common one in more than half of its places: the vote of Boyer and Moore, which
/// never misses a majority and whose result must be counted once more.
/// </summary>
internal sealed class NeighbourVotes(int seeds)
{
    private readonly Ballot[] _after = new Ballot[seeds];
    private readonly Ballot[] _before = new Ballot[seeds];

    public int Seeds => _after.Length;

    /// <summary>The seed elected to come after; -1 for none.</summary>
    public int After(int seed) => _after[seed].Elected;

    public int Before(int seed) => _before[seed].Elected;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Vote(ReadOnlySpan<TextSeed> run)
    {
        for (int i = 1; i < run.Length; i++)
        {
            Vote(run[i - 1].Seed, run[i].Seed);
        }
    }

    public void Vote(int seed, int next)
    {
        _after[seed].Add(next);
        _before[next].Add(seed);
    }

    public static NeighbourVotes Merge(IReadOnlyList<NeighbourVotes> votes)
    {
        NeighbourVotes all = votes[0];
        foreach (NeighbourVotes other in votes.Skip(1))
        {
            for (int i = 0; i < all.Seeds; i++)
            {
                all._after[i].Add(other._after[i]);
                all._before[i].Add(other._before[i]);
            }
        }

        return all;
    }

    private struct Ballot
    {
        // One more than the seed: an empty ballot elects nobody.
        private int _seed;
        private int _votes;

        public readonly int Elected => _seed - 1;

        public void Add(int seed) => Add(new Ballot { _seed = seed + 1, _votes = 1 });

        public void Add(Ballot other)
        {
            if (_seed == other._seed)
            {
                _votes += other._votes;
            }
            else if (other._votes > _votes)
            {
                (_seed, _votes) = (other._seed, other._votes - _votes);
            }
            else
            {
                _votes -= other._votes;
            }
        }
    }
}

/// <summary>How often what was elected is true.</summary>
internal sealed class NeighbourCounts(NeighbourVotes elected)
{
    private readonly int[] _places = new int[elected.Seeds];
    private readonly int[] _after = new int[elected.Seeds];
    private readonly int[] _before = new int[elected.Seeds];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Count(ReadOnlySpan<TextSeed> run)
    {
        for (int i = 0; i < run.Length; i++)
        {
            int seed = run[i].Seed;
            _places[seed]++;
            _after[seed] += i + 1 < run.Length && elected.After(seed) == run[i + 1].Seed ? 1 : 0;
            _before[seed] += i > 0 && elected.Before(seed) == run[i - 1].Seed ? 1 : 0;
        }
    }

    public void Count(int seed) => _places[seed]++;

    public void CountNeighbours(int seed, int next)
    {
        _after[seed] += elected.After(seed) == next ? 1 : 0;
        _before[next] += elected.Before(next) == seed ? 1 : 0;
    }

    /// <summary>For each, the one that stands beside it in most of its places and in more places than it; -1 for none.</summary>
    public int[] Joins()
    {
        int[] joins = new int[_places.Length];
        for (int seed = 0; seed < joins.Length; seed++)
        {
            joins[seed] = 2 * _before[seed] > _places[seed] && StandsInMore(elected.Before(seed), seed) ? elected.Before(seed)
                : 2 * _after[seed] > _places[seed] && StandsInMore(elected.After(seed), seed) ? elected.After(seed)
                : -1;
        }

        return joins;
    }

    private bool StandsInMore(int other, int seed) => (_places[other], -other).CompareTo((_places[seed], -seed)) > 0;

    public static NeighbourCounts Merge(IReadOnlyList<NeighbourCounts> counts)
    {
        NeighbourCounts all = counts[0];
        foreach (NeighbourCounts other in counts.Skip(1))
        {
            for (int i = 0; i < all._places.Length; i++)
            {
                all._places[i] += other._places[i];
                all._after[i] += other._after[i];
                all._before[i] += other._before[i];
            }
        }

        return all;
    }

    public SeedChains Chains()
    {
        var chains = new SeedChains(_places.Length);
        for (int seed = 0; seed < _places.Length; seed++)
        {
            if (_places[seed] > 0 && Next(seed) >= 0 && !HasPrevious(seed))
            {
                int chain = seed;
                for (int next = seed, index = 0; next >= 0; next = Next(next), index++)
                {
                    chains.Set(next, chain, index);
                }
            }
        }

        return chains;
    }

    private bool HasPrevious(int seed)
    {
        int previous = elected.Before(seed);
        return previous >= 0 && Next(previous) == seed;
    }

    private int Next(int seed)
    {
        int next = elected.After(seed);
        return next >= 0 && 2 * _after[seed] > _places[seed]
            && elected.Before(next) == seed && 2 * _before[next] > _places[next] ? next : -1;
    }
}

/// <summary>Which chain each common seed belongs to, and where in it.</summary>
internal sealed class SeedChains
{
    private readonly (int Chain, int Index)[] _links;

    public SeedChains(int seeds)
    {
        _links = new (int Chain, int Index)[seeds];
        Array.Fill(_links, (-1, 0));
    }

    public (int Chain, int Index) Of(int seed) => _links[seed];

    public void Set(int seed, int chain, int index) => _links[seed] = (chain, index);
}
