using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongxing.Benchmarks.Copies;
using Gongxing.Text;

namespace Gongxing.Benchmarks;

/// <summary>The same papers in the forms that other programs read, and what these found.</summary>
internal static class DuplicatePeers
{
    private const int Bases = 8;
    private const int MergedGap = 30;
    private static readonly int[] s_shortest = [0, 20, 30, 40, 50, 60, 80, 100, 130, 160, 200];

    private static readonly JsonSerializerOptions s_json =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes papers.jsonl, papers.fa (each UTF-16 unit as eight bases) and a file for every paper.</summary>
    public static void Write(IReadOnlyList<string> texts, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "papers"));
        using var lines = new StreamWriter(Path.Combine(folder, "papers.jsonl"));
        using var bases = new StreamWriter(Path.Combine(folder, "papers.fa"));
        for (int i = 0; i < texts.Count; i++)
        {
            lines.WriteLine(JsonSerializer.Serialize(new { id = i, text = texts[i] }, s_json));
            string name = i.ToString(CultureInfo.InvariantCulture);
            bases.WriteLine($">{name}\n{AsBases(texts[i])}");
            File.WriteAllText(Path.Combine(folder, "papers", name + ".txt"), texts[i]);
        }
    }

    /// <summary>Lines of A, start, end, B, start, end. A program that knows no places gives empty spans.</summary>
    public static CopiedPassage[] Read(string file) =>
        [.. File.ReadLines(file)
            .Select(line => Array.ConvertAll(line.Split('\t'), part => int.Parse(part, CultureInfo.InvariantCulture)))
            .Where(parts => parts[0] != parts[3])
            .Select(parts => CopiedPassage.Of(
                parts[0], TextSpan.FromBounds(parts[1], parts[2]), parts[3], TextSpan.FromBounds(parts[4], parts[5])))];

    /// <summary>
    /// What a peer found, at its best: pieces close to each other are joined, and of several shortest lengths the one
    /// counts that gives the best plagdet over the kinds.
    /// </summary>
    public static (int Shortest, CopyScore Score) BestOf(IReadOnlyList<PlantedCopy> planted, CopiedPassage[] found)
    {
        CopiedPassage[] joined = [.. found.GroupBy(passage => (passage.A, passage.B)).SelectMany(Join)];
        return s_shortest
            .Select(shortest => (
                Shortest: shortest,
                Score: CopyScore.Of(planted, [.. joined.Where(passage => Length(passage) >= shortest)])))
            .MaxBy(best => best.Score.MacroPlagdet);

        static int Length(CopiedPassage passage) => Math.Min(passage.SpanA.Length, passage.SpanB.Length);
    }

    private static List<CopiedPassage> Join(IEnumerable<CopiedPassage> pieces)
    {
        var joined = new List<CopiedPassage>();
        foreach (CopiedPassage piece in pieces.OrderBy(piece => piece.SpanA.Start))
        {
            int near = joined.FindIndex(other => Near(other.SpanA, piece.SpanA) && Near(other.SpanB, piece.SpanB));
            if (near < 0)
            {
                joined.Add(piece);
                continue;
            }

            joined[near] = piece with
            {
                SpanA = TextSpan.Cover(joined[near].SpanA, piece.SpanA),
                SpanB = TextSpan.Cover(joined[near].SpanB, piece.SpanB),
            };
        }

        return joined;
    }

    private static bool Near(TextSpan one, TextSpan other) =>
        one.Start - MergedGap <= other.End && other.Start - MergedGap <= one.End;

    // Chinese characters have their upper bits in common; multiplied by an odd number, they differ everywhere.
    private static string AsBases(string text)
    {
        var bases = new StringBuilder(text.Length * Bases);
        foreach (char c in text)
        {
            uint mixed = (c * 40503u) & 0xFFFF;
            mixed = ((mixed ^ (mixed >> 7)) * 0x6255) & 0xFFFF;
            for (int i = 0; i < Bases; i++)
            {
                bases.Append("ACGT"[(int)((mixed >> (2 * i)) & 3)]);
            }
        }

        return bases.ToString();
    }
}
