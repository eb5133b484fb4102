using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>Where common seeds follow one another for long enough to hold a passage; what everybody changes a little has gaps.</summary>
internal sealed class CommonRuns : IDisposable
{
    // One character in ten changed leaves most of it covered; turns of phrase that everybody uses cover a third of a text.
    private const int LargestGap = 16;
    private const double LeastCovered = 0.5;

    private readonly Unmanaged<TextSeed> _seeds = new(1 << 10);
    private readonly Unmanaged<CommonRun> _runs = new(1 << 6);

    public ReadOnlySpan<CommonRun> All => _runs.Span;

    public ReadOnlySpan<TextSeed> SeedsOf(CommonRun run) => _seeds.Span.Slice(run.First, run.Count);

    public void Clear()
    {
        _seeds.Shorten(0);
        _runs.Shorten(0);
    }

    public void Dispose()
    {
        _seeds.Dispose();
        _runs.Dispose();
    }

    /// <param name="places">Where common seeds stand in a text, in order.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int text, ReadOnlySpan<CommonPlace> places, SimilarityOptions options)
    {
        int first = _seeds.Count;
        int start = 0;
        int last = int.MinValue / 2;
        int covered = 0;
        foreach ((int place, int seed, int texts) in places)
        {
            if (texts == CommonSeeds.Allowed)
            {
                continue;
            }

            if (place > last + options.SeedLength + LargestGap)
            {
                End(text, first, last + options.SeedLength - start, covered, options);
                first = _seeds.Count;
                start = place;
                covered = 0;
            }

            covered += Math.Min(options.SeedLength, place - last);
            _seeds.Add(new TextSeed(seed, place));
            last = place;
        }

        End(text, first, last + options.SeedLength - start, covered, options);
    }

    private void End(int text, int first, int length, int covered, SimilarityOptions options)
    {
        if (_seeds.Count > first && length >= options.ShortestPassage && covered >= length * LeastCovered)
        {
            _runs.Add(new CommonRun(text, first, _seeds.Count - first));
        }
        else
        {
            _seeds.Shorten(first);
        }
    }
}

/// <summary>A common seed where it stands in a text.</summary>
internal readonly record struct TextSeed(int Seed, int Place);

/// <summary>A run in a text: which of the seeds kept are its own.</summary>
internal readonly record struct CommonRun(int Text, int First, int Count);
