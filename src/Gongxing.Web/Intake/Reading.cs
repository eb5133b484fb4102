using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Documents.Workers;
using Gongxing.Review.Structure;

namespace Gongxing.Web.Intake;

/// <summary>One file read through a worker and understood; or the reason why not.</summary>
/// <param name="Statement">Null when the result has no document, and where only the text was wanted.</param>
public sealed record Reading(string File, string Sha256, ReadResult Result, Statement? Statement)
{
    /// <summary>Files begun ahead of the one that is to be handed out next.</summary>
    private const int Ahead = 4;

    /// <summary>Reads files side by side and hands them out in their order. One that cannot be read does not stop the others.</summary>
    public static IAsyncEnumerable<Reading> AllAsync(
        IReadOnlyList<string> files, string? template, DocumentWorkers workers, CancellationToken ct) =>
        AllAsync(files, document => StatementReader.Read(document, template), workers, ct);

    /// <summary>The same for whoever wants nothing but the text.</summary>
    public static IAsyncEnumerable<Reading> TextsAsync(
        IReadOnlyList<string> files, DocumentWorkers workers, CancellationToken ct) =>
        AllAsync(files, _ => null, workers, ct);

    private static async IAsyncEnumerable<Reading> AllAsync(
        IReadOnlyList<string> files,
        Func<Document, Statement?> understand,
        DocumentWorkers workers,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var begun = new Queue<Task<Reading>>();
        for (int next = 0, done = 0; done < files.Count; done++)
        {
            while (next < files.Count && begun.Count < Ahead)
            {
                begun.Enqueue(ReadAsync(files[next++], understand, workers, ct));
            }

            yield return await begun.Dequeue();
        }
    }

    private static async Task<Reading> ReadAsync(
        string file, Func<Document, Statement?> understand, DocumentWorkers workers, CancellationToken ct)
    {
        byte[] content;
        try
        {
            content = await BoundedFile.ReadAsync(file, workers.Limits, ct);
        }
        catch (UnreadableException e)
        {
            return new Reading(file, "", ReadResult.Failed(e.Reason, e.Detail), null);
        }

        Task<ReadResult> reading = workers.ReadAsync(content, Path.GetFileName(file), ct);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        ReadResult result = await reading;
        return new Reading(file, sha256, result, result.Document is { } document ? understand(document) : null);
    }
}
