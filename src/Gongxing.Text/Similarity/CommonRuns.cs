using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>Where common seeds cover a stretch long enough to hold a passage, without a gap.</summary>
internal sealed class CommonRuns
{
    private Growing<TextSeed> _seeds = new(1 << 10);
    private Growing<CommonRun> _runs = new(1 << 6);

    public ReadOnlySpan<CommonRun> All => _runs.Span;

    public ReadOnlySpan<TextSeed> SeedsOf(CommonRun run) => _seeds.Span.Slice(run.First, run.Count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static CommonRuns In(SeedGroups groups, Range texts, SimilarityOptions options, CancellationToken ct)
    {
        var runs = new CommonRuns();
        var places = new PlaceSet();
        int[] seedAt = [];
        for (int text = texts.Start.Value; text < texts.End.Value; text++)
        {
            ct.ThrowIfCancellationRequested();
            groups.ReadUsual(text, places, ref seedAt);
            int start = places.Next(0);
            while (start < places.Length)
            {
                int last = start;
                int next = places.Next(start + 1);
                while (next < places.Length && next <= last + options.SeedLength)
                {
                    last = next;
                    next = places.Next(next + 1);
                }

                if (last + options.SeedLength - start >= options.ShortestPassage)
                {
                    runs.Add(text, places, seedAt, start, last);
                }

                start = next;
            }
        }

        return runs;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(int text, PlaceSet places, int[] seedAt, int start, int last)
    {
        int first = _seeds.Count;
        for (int place = start; place <= last; place = places.Next(place + 1))
        {
            _seeds.Add(new TextSeed(seedAt[place], place));
        }

        _runs.Add(new CommonRun(text, first, _seeds.Count - first));
    }
}

/// <summary>A common seed where it stands in a text.</summary>
internal readonly record struct TextSeed(int Seed, int Place);

/// <summary>A run in a text: which of the seeds kept are its own.</summary>
internal readonly record struct CommonRun(int Text, int First, int Count);
