using System.Diagnostics;
using System.Globalization;
using Gongxing.Benchmarks.Copies;
using Gongxing.Text.Similarity;

namespace Gongxing.Benchmarks;

/// <summary>The search for copied passages on generated papers: what it takes, and what it finds of what was
/// planted.</summary>
/// <remarks>
/// <c>duplicates DOCS [GENRE] [SEED] [FOLDER]</c> also writes the papers into the folder, for the peers;
/// <c>duplicates score DOCS GENRE SEED NAME FILE</c> scores what a peer wrote: lines of A, start, end, B, start, end.
/// Processor seconds are those of the process, all threads together.
/// </remarks>
internal static class DuplicateMeasurement
{
    private const int MostRuns = 5;

    // More papers are read from a file whenever they are asked for, and no index of them is made in memory.
    private const int MostInMemory = 400_000;

    public static void Run(string[] args)
    {
        if (args is ["score", var number, var kind, var chance, var name, var file])
        {
            CopiedCorpus corpus = Corpus(number, kind, chance);
            CopiedPassage[] found = DuplicatePeers.Read(file);
            Console.WriteLine(DuplicateTable.PeerLine(name, DuplicatePeers.BestOf(corpus.Copies, found)));
            return;
        }

        string documents = args.ElementAtOrDefault(0) ?? "1000";
        string genre = args.ElementAtOrDefault(1) ?? "statements";
        CopiedCorpus papers = Corpus(documents, genre, args.ElementAtOrDefault(2) ?? "1");
        Console.WriteLine(DuplicateTable.CorpusLine(papers, genre));
        if (args.ElementAtOrDefault(3) is { } folder)
        {
            DuplicatePeers.Write(papers.Texts, folder);
        }

        FindAll(papers);
        if (papers.Texts.Count <= MostInMemory)
        {
            FindOne(papers);
        }
    }

    private static CopiedCorpus Corpus(string documents, string genre, string seed) =>
        CopiedCorpus.Generate(
            genre == "inspections" ? InspectionGenre.Genre : StatementGenre.Genre,
            ulong.Parse(seed, CultureInfo.InvariantCulture),
            int.Parse(documents, CultureInfo.InvariantCulture),
            inFile: int.Parse(documents, CultureInfo.InvariantCulture) > MostInMemory);

    private static void FindAll(CopiedCorpus corpus)
    {
        double hashed = SecondsOf(() => RollingHash.Pass(corpus.Texts), 4 * MostRuns);
        IReadOnlyList<SimilarPair> pairs = [];
        PeakMemory.Reset();
        long resident = PeakMemory.Resident;
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long started = Stopwatch.GetTimestamp();
        double first = SecondsOf(Search, 1);
        double wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        long peak = PeakMemory.Peak;
        double best = corpus.Texts.Count > 20_000 ? first : Math.Min(first, SecondsOf(Search, MostRuns));

        long characters = corpus.Texts.Sum(text => (long)text.Length);
        Console.WriteLine("\nAll pairs");
        DuplicateTable.Print("processor seconds", $"{first:0.00} (first run), {best:0.00} (best)");
        DuplicateTable.Print("wall seconds", $"{wall:0.00} (first run, {Environment.ProcessorCount} processors)");
        DuplicateTable.Print("memory at its peak", $"{peak / 1e6:0} MB, {resident / 1e6:0} MB of it before it began");
        DuplicateTable.Print(
            "allocated", $"{allocated / 1e6:0} MB, {(double)allocated / corpus.Texts.Count / 1e3:0.0} KB a paper");
        DuplicateTable.Print("a character", $"{best * 1e9 / characters:0.0} ns");
        DuplicateTable.Print(
            "a plain rolling hash", $"{hashed * 1e9 / characters:0.00} ns, so {best / hashed:0.0} times");
        CopyScore score = CopyScore.Of(corpus.Copies, [.. pairs.SelectMany(PassagesOf)]);
        Console.WriteLine(DuplicateTable.Quality(score));

        void Search() => pairs = NearDuplicates.FindAll(corpus.Texts, SimilarityOptions.Corpus).Pairs;
    }

    private static IEnumerable<CopiedPassage> PassagesOf(SimilarPair pair) =>
        pair.Passages.Select(passage => CopiedPassage.Of(pair.A, passage.A, pair.B, passage.B));

    // A tenth of the papers, at most 1,000, are new; the others are in the index.
    private static void FindOne(CopiedCorpus corpus)
    {
        int asked = Math.Min(1000, corpus.Texts.Count / 10);
        int kept = corpus.Texts.Count - asked;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        using var index = new SimilarityIndex(SimilarityOptions.Corpus);
        double[] inserts = new double[kept];
        for (int i = 0; i < kept; i++)
        {
            var id = Guid.CreateVersion7();
            inserts[i] = MillisecondsOf(() => index.Add(id, corpus.Texts[i]));
        }

        index.Compact();
        long bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        double[] queries = new double[asked];
        int found = 0;
        for (int round = 0; round < 2; round++)
        {
            found = 0;
            for (int i = 0; i < asked; i++)
            {
                queries[i] = MillisecondsOf(() => found += index.Find(corpus.Texts[kept + i]).Matches.Count);
            }
        }

        Console.WriteLine("\nOne paper against the others");
        DuplicateTable.Print("papers", $"{kept} in the index, {asked} asked, {found} matches");
        DuplicateTable.Print("query with spans", $"{DuplicateTable.Percentiles(queries)}");
        DuplicateTable.Print(
            "insert", $"{DuplicateTable.Percentiles(inserts)}, mean {inserts.Average():0.000} ms with merges");
        DuplicateTable.Print("index", $"{bytes / 1e3 / kept:0.0} KB a paper in memory, the texts not counted");
    }

    private static double MillisecondsOf(Action act)
    {
        long start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double SecondsOf(Action act, int runs)
    {
        double best = double.MaxValue;
        for (int i = 0; i < runs; i++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            act();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return best;
    }
}
