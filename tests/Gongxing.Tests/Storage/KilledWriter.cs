using System.Diagnostics;
using System.Security.Cryptography;
using Gongxing.Core.People;
using Gongxing.Storage;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.People;

namespace Gongxing.Tests.Storage;

/// <summary>A process that writes entries and files without end, and says on its output what was acknowledged to it.</summary>
public static class KilledWriter
{
    public const string Verb = "--write-until-killed";

    public const int FileSize = 50_000;

    private const int Writers = 8;

    /// <summary>Starts the process, and kills it (SIGKILL) when it has been acknowledged <paramref name="count"/> writes.</summary>
    /// <returns>Every line it wrote: <c>entry DETAIL</c> or <c>file SHA256</c>.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(string folder, OrganisationId organisation, int count)
    {
        string program = Path.ChangeExtension(typeof(KilledWriter).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null);
        using Process process = Process.Start(new ProcessStartInfo(program)
        {
            ArgumentList = { Verb, folder, $"{organisation}" },
            RedirectStandardOutput = true,
        })!;
        var acknowledged = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            acknowledged.Add(line);
            if (acknowledged.Count == count)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        return acknowledged;
    }

    public static async Task<int> WriteAsync(string folder, string organisation)
    {
        var id = new OrganisationId(Guid.ParseExact(organisation, "N"));
        await using Database database = Database.Create(null, folder);
        var entries = new SecurityStore(database, TimeProvider.System);
        var files = new BlobStore(folder);
        TextWriter output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (int i = 0; ; i++)
            {
                if (writer == 0)
                {
                    Blob? blob = await files.AddAsync(new MemoryStream(RandomNumberGenerator.GetBytes(FileSize)), FileSize);
                    await output.WriteLineAsync($"file {blob!.Sha256}");
                }
                else
                {
                    await entries.AddAsync(id, SecurityAct.SignedOut, null, null, $"{writer}/{i}");
                    await output.WriteLineAsync($"entry {writer}/{i}");
                }
            }
        })));
        return 0;
    }
}
