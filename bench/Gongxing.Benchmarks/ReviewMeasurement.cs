using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Review.Rules;
using Gongxing.Review.Structure;

namespace Gongxing.Benchmarks;

/// <summary>What reviewing takes, in CPU seconds of the process, on the same files the peers get.</summary>
/// <remarks>
/// <c>review FOLDER</c> writes the files when the folder is empty. Lines: what, MB of UTF-8 per CPU second, CPU ms a statement, wall
/// ms p50 and p99, remarks. The peers' script prints the same columns.
/// </remarks>
internal static class ReviewMeasurement
{
    private const int Megabytes = 5;
    private const int MostRounds = 12;
    private const int FewCompiled = 5;

    public static void Run(string folder)
    {
        Directory.CreateDirectory(folder);
        string[] files = [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal)];
        files = files.Length > 0 ? files : Write(folder);
        string[] texts = [.. files.Select(File.ReadAllText)];
        long bytes = files.Sum(file => new FileInfo(file).Length);
        RuleBook all = RuleBook.BuiltIn;
        RuleBook words = all.Only(rule => rule.Scope == RuleScope.Words);
        var nothing = new Statement { Kind = StatementKind.Other, IsStatement = false, Confidence = 0 };

        Print("words", texts, bytes, text => StatementReview.Run(Document.FromText(text), nothing, words, ReviewContext.Empty));
        Print("whole", texts, bytes, text => Whole(text, all));
        foreach (int findings in (int[])[240, 2_400, 12_000])
        {
            string one = GeneratedStatements.One(seed: 1, findings);
            long size = System.Text.Encoding.UTF8.GetByteCount(one);
            Print($"one file of {size / 1e6:0.00} MB", [one], size, text => Whole(text, all));
        }
    }

    private static IReadOnlyList<Remark> Whole(string text, RuleBook book)
    {
        Document document = Document.FromText(text);
        return StatementReview.Run(document, StatementReader.Read(document), book, ReviewContext.Empty);
    }

    private static string[] Write(string folder)
    {
        var files = new List<string>();
        for (long written = 0; written < Megabytes * 1_000_000;)
        {
            string file = Path.Combine(folder, $"{files.Count:0000}.txt");
            File.WriteAllText(file, GeneratedStatements.One(files.Count));
            written += new FileInfo(file).Length;
            files.Add(file);
        }

        return [.. files];
    }

    private static void Print(string what, string[] texts, long bytes, Func<string, IReadOnlyList<Remark>> review)
    {
        WarmUp(texts, review);
        using var process = Process.GetCurrentProcess();
        var walls = new double[texts.Length];
        int remarks = 0;
        TimeSpan before = process.TotalProcessorTime;
        for (int i = 0; i < texts.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            remarks += review(texts[i]).Count;
            walls[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        process.Refresh();
        double seconds = (process.TotalProcessorTime - before).TotalSeconds;
        Array.Sort(walls);
        Console.WriteLine(string.Join('\t', what, N(bytes / 1e6 / seconds), N(seconds * 1000 / texts.Length),
            N(walls[walls.Length / 2]), N(walls[Math.Min(walls.Length - 1, walls.Length * 99 / 100)]), remarks));
    }

    // The compiler optimises in the background what has run often, and is late on a busy machine; the figures are of code
    // that has settled.
    private static void WarmUp(string[] texts, Func<string, IReadOnlyList<Remark>> review)
    {
        int settled = 0;
        for (int round = 0; round < MostRounds && settled < 2; round++)
        {
            long compiled = JitInfo.GetCompiledMethodCount();
            foreach (string text in texts)
            {
                review(text);
            }

            Thread.Sleep(500);
            settled = JitInfo.GetCompiledMethodCount() - compiled <= FewCompiled ? settled + 1 : 0;
        }
    }

    private static string N(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
