using System.Runtime.CompilerServices;
using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Tests.Text.Similarity;

/// <summary>The examples of the library's README, which are what stands here.</summary>
public sealed class LibraryExampleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongxing-library").FullName;

    [Fact]
    public void The_examples_of_the_readme_run_and_find_what_was_copied()
    {
        var invented = new InventedTexts(11);
        string passage = invented.Text(200);
        string[] files = [.. Enumerable.Range(0, 3).Select(i => Path.Combine(_folder, $"{i}.txt"))];
        File.WriteAllText(files[0], invented.Text(300) + passage + invented.Text(300));
        File.WriteAllText(files[1], invented.Text(700));
        File.WriteAllText(files[2], invented.Text(100) + passage);
        string draft = passage + invented.Text(200);
        using var output = new StringWriter();

        Run(files, draft, output);

        string[] lines = output.ToString().Split(output.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith($"{files[0]} ↔ {files[2]}: ", lines[0], StringComparison.Ordinal);
        Assert.Contains(passage[10..190], lines[0], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
        Assert.All(lines[1..], line => Assert.EndsWith("of the draft", line, StringComparison.Ordinal));
    }

    [Fact]
    public void The_readme_shows_what_runs_here()
    {
        string[] here = [.. File.ReadLines(Here()).Select(line => line.Trim())];
        string folder = Path.GetDirectoryName(Here())!;
        string[] shown = [.. CodeOf(File.ReadAllText(Path.Combine(folder, "../../../../src/Gongxing.Text/README.md")))];

        Assert.True(shown.Length > 20);
        Assert.All(shown, line => Assert.Contains(line, here));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Run(string[] files, string draft, StringWriter Console)
    {
        string[] texts = [.. files.Select(File.ReadAllText)];
        var common = new CommonText("2026-11", allowed: ["以习近平新时代中国特色社会主义思想为指导"]);
        SimilarityResult result = NearDuplicates.FindAll(texts, SimilarityOptions.Corpus, common);
        foreach (SimilarPair pair in result.Pairs)
        {
            foreach (Passage passage in pair.Passages)
            {
                TextSpan a = passage.A;
                Console.WriteLine($"{files[pair.A]} ↔ {files[pair.B]}: {texts[pair.A][a.Start..a.End]}");
            }
        }

        using var index = new SimilarityIndex(SimilarityOptions.Corpus, common);
        foreach (string text in texts)
        {
            index.Add(Guid.CreateVersion7(), text);
        }

        FoundTexts found = index.Find(draft);
        foreach (FoundText match in found.Matches)
        {
            Console.WriteLine($"{match.Id}: {match.ContainmentA:P0} of the draft");
        }
    }

    private static IEnumerable<string> CodeOf(string readme) => readme.Split("```csharp").Skip(1)
        .SelectMany(block => block[..block.IndexOf("```", StringComparison.Ordinal)].Split('\n'))
        .Select(line => line.Trim()).Where(line => line.Length > 0);

    private static string Here([CallerFilePath] string here = "") => here;
}
