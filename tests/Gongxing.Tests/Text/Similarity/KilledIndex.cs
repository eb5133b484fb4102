using System.Diagnostics;
using System.Globalization;
using Gongxing.Text.Similarity;

namespace Gongxing.Tests.Text.Similarity;

/// <summary>A process that adds, removes and merges without end, and says on its output when it has begun anew.</summary>
public static class KilledIndex
{
    public const string Verb = "--change-index-until-killed";

    internal const int MostPlaces = 2_000;

    internal static SharedTexts Texts() => new(77, 220);

    /// <summary>Starts the process and kills it (SIGKILL) some time after it has come so far.</summary>
    public static async Task RunAsync(string folder, int seed, int rounds, TimeSpan more)
    {
        string program = Path.ChangeExtension(typeof(KilledIndex).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null);
        using Process process = Process.Start(new ProcessStartInfo(program)
        {
            ArgumentList = { Verb, folder, seed.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardOutput = true,
        })!;
        for (int i = 0; i < rounds; i++)
        {
            Assert.NotNull(await process.StandardOutput.ReadLineAsync());
        }

        await Task.Delay(more);
        process.Kill();
        await process.WaitForExitAsync();
    }

    public static async Task<int> ChangeAsync(string folder, int seed)
    {
        SharedTexts texts = Texts();
        var random = new Random(seed);
        IReadOnlyDictionary<int, int> some = texts.Some(random);
        using StoredSimilarityIndex index = StoredSimilarityIndex.Open(
            folder, SimilarityOptions.Corpus, texts.Source(() => some), MostPlaces);
        while (true)
        {
            await index.SynchroniseAsync(SharedTexts.Listed(some));
            Console.WriteLine($"{index.Count} texts");
            some = texts.Some(random);
        }
    }
}
