using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>Finds which texts of a corpus share passages, copied or edited, and where each stands.</summary>
/// <remarks>
/// Every text is looked at once, not every pair: texts meet where they have rare wording in common. What many texts have says
/// nothing about two of them and is reported by itself. The same corpus gives the same result in any order, with any number of
/// threads, on any processor. A match is a reason to look, never a verdict.
/// </remarks>
public static class NearDuplicates
{
    private const int TextsAtOnce = 16;
    private const double ShareOfSeeds = 0.5;

    /// <summary>Compares every text with every other.</summary>
    /// <param name="texts">
    /// Each is asked for several times, by several threads. A list that reads them from a file lets more be compared than memory
    /// holds; see <see cref="SimilarityOptions.SeedMemory"/>.
    /// </param>
    /// <param name="common">What may stand in any text.</param>
    /// <param name="isAsked">
    /// Whether to look at two texts, by their numbers, the smaller one first; null for all of them. Called by several threads.
    /// </param>
    public static SimilarityResult FindAll(
        IReadOnlyList<string> texts,
        SimilarityOptions options,
        CommonText? common = null,
        Func<int, int, bool>? isAsked = null,
        IProgress<SimilarityProgress>? progress = null,
        CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        options.Check();
        var corpus = new Corpus(texts);
        int all = corpus.Count + (common?.BackgroundTexts ?? 0);
        int cap = options.CapFor(all);
        var layout = new SeedLayout(corpus.Lengths);
        List<SimilarPair> pairs;
        using var circulating = new CirculatingFinder(corpus, options, cap);
        using (SeedGroups groups = SeedGroups.Join(layout, Group(corpus, layout, options, common, cap, progress, ct), ct))
        {
            circulating.Begin(groups.Common);
            var weights = new SeedWeights(options, all);
            PairSearch[] searches =
            [
                .. Enumerable.Range(0, options.ThreadCount)
                    .Select(_ => new PairSearch(corpus, groups, weights, options, isAsked)),
            ];
            pairs = Search(corpus, searches, circulating, progress, ct);
        }

        return new SimilarityResult { Pairs = pairs, Circulating = circulating.Passages(ct) };
    }

    // The seeds themselves are no longer needed, nor held, when this returns.
    private static SeedGrouper[] Group(
        Corpus corpus,
        SeedLayout layout,
        SimilarityOptions options,
        CommonText? common,
        int cap,
        IProgress<SimilarityProgress>? progress,
        CancellationToken ct)
    {
        CommonSeeds known = common?.SeedsOf(options.SeedLength) ?? CommonSeeds.None;
        int threads = Math.Min(options.ThreadCount, Math.Max(1, corpus.Count));
        int slices = Slices(layout, options);
        SeedPartitions[] found = [.. Enumerable.Range(0, threads).Select(_ => new SeedPartitions(layout.Partitions, layout.ExpectedSeeds / slices / threads))];
        SeedGrouper[] groupers = [.. Enumerable.Range(0, threads).Select(_ => new SeedGrouper(layout, known, cap, threads))];
        try
        {
            Group(corpus, layout, options, slices, found, groupers, progress, ct);
            return groupers;
        }
        finally
        {
            foreach (SeedPartitions some in found)
            {
                some.Dispose();
            }
        }
    }

    private static void Group(
        Corpus corpus,
        SeedLayout layout,
        SimilarityOptions options,
        int slices,
        SeedPartitions[] found,
        SeedGrouper[] groupers,
        IProgress<SimilarityProgress>? progress,
        CancellationToken ct)
    {
        int threads = groupers.Length;
        int[] cut = corpus.Cut(threads);
        int inSlice = layout.Partitions / slices;
        for (int slice = 0; slice < slices; slice++)
        {
            int first = slice * inSlice;
            int end = first + inSlice;
            Workers.Run(threads, thread => FindSeeds(
                corpus, layout, options, cut[thread]..cut[thread + 1], first..end, found[thread], ct), ct);
            int next = first;
            Workers.Run(threads, thread =>
            {
                for (int partition = Workers.Take(ref next); partition < end; partition = Workers.Take(ref next))
                {
                    ct.ThrowIfCancellationRequested();
                    groupers[thread].Add(partition, found);
                }
            }, ct);
            foreach (SeedPartitions some in found)
            {
                some.Clear();
            }

            progress?.Report(new SimilarityProgress(ShareOfSeeds * (slice + 1) / slices));
        }
    }

    private static int Slices(SeedLayout layout, SimilarityOptions options)
    {
        int slices = 1;
        while (slices < layout.Partitions && layout.ExpectedSeeds * sizeof(ulong) / slices > options.SeedMemory)
        {
            slices *= 2;
        }

        return slices;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FindSeeds(
        Corpus corpus,
        SeedLayout layout,
        SimilarityOptions options,
        Range texts,
        Range partitions,
        SeedPartitions found,
        CancellationToken ct)
    {
        using var scan = new SeedScan();
        for (int text = texts.Start.Value; text < texts.End.Value; text++)
        {
            ct.ThrowIfCancellationRequested();
            scan.Read(corpus[text], options.SeedLength, options.WidestVector);
            found.Add(layout, text, scan.Seeds, scan.Places, partitions);
        }
    }

    private static List<SimilarPair> Search(
        Corpus corpus,
        PairSearch[] searches,
        CirculatingFinder circulating,
        IProgress<SimilarityProgress>? progress,
        CancellationToken ct)
    {
        int done = 0;
        try
        {
            Search(electors: true);
            circulating.Elect(ct);
            Search(electors: false);
        }
        finally
        {
            foreach (PairSearch search in searches)
            {
                search.Dispose();
            }
        }

        List<SimilarPair> pairs = [.. searches.SelectMany(search => search.Pairs)];
        pairs.Sort(static (one, other) => (one.A, one.B).CompareTo((other.A, other.B)));
        return pairs;

        void Search(bool electors)
        {
            int next = 0;
            Workers.Run(searches.Length, thread =>
            {
                for (int some = Workers.Take(ref next); some * TextsAtOnce < corpus.Count; some = Workers.Take(ref next))
                {
                    if (circulating.AreElectors(some) != electors)
                    {
                        continue;
                    }

                    ct.ThrowIfCancellationRequested();
                    int first = some * TextsAtOnce;
                    int end = Math.Min(corpus.Count, first + TextsAtOnce);
                    for (int text = first; text < end; text++)
                    {
                        searches[thread].Search(text);
                        circulating.Add(thread, text, searches[thread]);
                    }

                    double share = (double)Interlocked.Add(ref done, end - first) / corpus.Count;
                    progress?.Report(new SimilarityProgress(ShareOfSeeds + ((1 - ShareOfSeeds) * share)));
                }
            }, ct);
        }
    }
}
