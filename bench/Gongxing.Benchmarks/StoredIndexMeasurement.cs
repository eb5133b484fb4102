using System.Diagnostics;
using System.Globalization;
using Gongxing.Benchmarks.Copies;
using Gongxing.Text.Similarity;

namespace Gongxing.Benchmarks;

/// <summary>The index on disk: <c>index DOCS [SEED] [FOLDER]</c> builds one of generated statements, opens it again and
/// asks it.</summary>
internal static class StoredIndexMeasurement
{
    public static async Task RunAsync(string[] args)
    {
        int documents = int.Parse(args.ElementAtOrDefault(0) ?? "1000", CultureInfo.InvariantCulture);
        ulong seed = ulong.Parse(args.ElementAtOrDefault(1) ?? "1", CultureInfo.InvariantCulture);
        IReadOnlyList<string> texts = CopiedCorpus.Generate(StatementGenre.Genre, seed, documents).Texts;
        int asked = Math.Min(1000, documents / 10);
        int late = Math.Min(1000, documents / 10);
        int kept = documents - asked;
        string folder = args.ElementAtOrDefault(2) ?? Directory.CreateTempSubdirectory("gongxing-index").FullName;
        Console.WriteLine($"{documents} statements of {texts.Average(text => text.Length):0} characters");
        try
        {
            IndexedText[] list = [.. Enumerable.Range(0, kept).Select(i => new IndexedText(Id(i), 0))];
            long before = Resident();
            using (StoredSimilarityIndex index = Open())
            {
                await PrintAsync($"build {kept - late}", () => index.SynchroniseAsync(list.Take(kept - late)));
                await PrintAsync($"add {late} more", () => index.SynchroniseAsync(list));
                DuplicateTable.Print(
                    "memory then", $"{(Resident() - before) / 1e6:0} MB more than before, mapped files not counted");
            }

            long bytes = Directory.GetFiles(folder).Sum(file => new FileInfo(file).Length);
            DuplicateTable.Print(
                "on disk",
                $"{bytes / 1e6:0} MB in {Directory.GetFiles(folder, "*.gxs").Length} segments, {bytes / 1e3 / kept:0.00} KB a paper");
            long started = Stopwatch.GetTimestamp();
            using StoredSimilarityIndex opened = Open();
            DuplicateTable.Print(
                "open", $"{Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms, every byte read: {opened.Opening}");
            await PrintAsync("nothing to do", () => opened.SynchroniseAsync(list));
            await AskAsync(opened, texts, kept, "query with spans");
            await PrintAsync("16 times nothing to do", async () =>
            {
                for (int i = 0; i < 16; i++)
                {
                    await opened.SynchroniseAsync(list);
                }
            });
            await AskAsync(opened, texts, kept, "query after that");
            await PrintAsync("add one and ask it", async () =>
            {
                await opened.SynchroniseAsync([.. list, new IndexedText(Id(kept), 0)]);
                await opened.FindAsync(texts[kept]);
            });
            for (int i = 0; i < 40; i++)
            {
                list[i * (kept / 40)] = list[i * (kept / 40)] with { Version = 1 };
            }

            await PrintAsync("replace 40 (new segment)", () => opened.SynchroniseAsync(list));
            await AskAsync(opened, texts, kept, "query after that");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        StoredSimilarityIndex Open() => StoredSimilarityIndex.Open(folder, SimilarityOptions.Corpus, (ids, _) =>
            ValueTask.FromResult<IReadOnlyDictionary<Guid, string>>(ids.ToDictionary(id => id, id => texts[Number(id)])));
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static int Number(Guid id) => int.Parse($"{id:N}"[..8], NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static async Task AskAsync(StoredSimilarityIndex index, IReadOnlyList<string> texts, int kept, string what)
    {
        double[] queries = new double[texts.Count - kept];
        int found = 0;
        TimeSpan before = default;
        for (int round = 0; round < 2; round++)
        {
            found = 0;
            before = Environment.CpuUsage.TotalTime;
            for (int i = 0; i < queries.Length; i++)
            {
                long started = Stopwatch.GetTimestamp();
                found += (await index.FindAsync(texts[kept + i])).Matches.Count;
                queries[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }

        double processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / queries.Length;
        DuplicateTable.Print(what, $"{DuplicateTable.Percentiles(queries)}, {processor:0.00} ms of processor, {found} matches");
    }

    private static async Task PrintAsync(string what, Func<Task> act)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long started = Stopwatch.GetTimestamp();
        await act();
        double wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
        double processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        DuplicateTable.Print(what, $"{processor:0.00} processor seconds, {wall:0.00} wall");
    }

    // Of the process alone; zero where the system does not tell.
    private static long Resident()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return !File.Exists("/proc/self/status") ? 0
            : File.ReadLines("/proc/self/status").Where(line => line.StartsWith("RssAnon:", StringComparison.Ordinal))
                .Select(line => long.Parse(line["RssAnon:".Length..^2], CultureInfo.InvariantCulture) * 1024).FirstOrDefault();
    }
}
