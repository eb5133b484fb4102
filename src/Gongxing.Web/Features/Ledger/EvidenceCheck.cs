using Gongxing.Core.Materials;
using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Documents.Workers;
using Gongxing.Web.Review;

namespace Gongxing.Web.Features.Ledger;

/// <summary>Looks whether evidence that is handed in holds what must not be kept here, as is done with materials.</summary>
/// <remarks>
/// A file is read in a worker process before anything of it is stored. A picture, a sheet, a scan or a locked file has no
/// text that can be read: it is let pass, and the form says that it is for whoever hands it in to look.
/// </remarks>
public sealed class EvidenceCheck(DocumentWorkers workers)
{
    private static readonly Statement s_nothing =
        new() { Kind = StatementKind.Other, IsStatement = false, Confidence = 0 };

    /// <summary>What it is to be stopped for; empty for a file that may be kept.</summary>
    /// <exception cref="TooBusyException">Too many files wait to be read: it was not looked at.</exception>
    public async Task<IReadOnlyList<MaterialStop>> StopsAsync(IFormFile file, CancellationToken ct)
    {
        if (file.Length == 0 || file.Length > workers.Limits.FileBytes)
        {
            return [];
        }

        byte[] content = new byte[file.Length];
        await using (Stream stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, ct);
        }

        ReadResult result = await workers.ReadAsync(content, Path.GetFileName(file.FileName), ct);
        return result switch
        {
            { Document: { } document } => StopWords.In(document, s_nothing),
            { Reason: Unreadable.Busy } => throw new TooBusyException(),
            _ => [],
        };
    }
}
