using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Documents;
using Gongxing.Documents.Pictures;
using Gongxing.Documents.Workers;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.EvidenceReuse;
using Gongxing.Storage.Ledger;

namespace Gongxing.Web.EvidenceReuse;

/// <summary>Reads files of evidence once each: the text of a document, what a picture looks like, and what those in a document do.</summary>
/// <remarks>In a worker process, as all files. What cannot be read is noted with the reason, and not tried again.</remarks>
public sealed class EvidenceReader(
    EvidenceContentStore contents, LedgerStore ledger, BlobStore blobs, DocumentWorkers workers)
{
    private const int AtOnce = 50;
    private const string Missing = "Missing";

    /// <summary>Whether it was begun and not come to the end of, so that some of it was held against nothing.</summary>
    public static bool WasGivenUp(EvidenceContent content) =>
        content.Reason is nameof(Unreadable.TimedOut) or nameof(Unreadable.WorkerDied);

    /// <summary>Reads all that was handed in since the last time.</summary>
    public async Task ReadAsync(OrganisationId organisation, CancellationToken ct)
    {
        while (await contents.UnseenAsync(organisation, AtOnce, ct) is { Count: > 0 } items)
        {
            foreach ((LedgerItemId id, long sequence) in items)
            {
                if (await ledger.FindAsync(organisation, id, ct) is { } item)
                {
                    await contents.NoteAsync(item, sequence, ct);
                }
            }
        }

        while (await contents.UnreadAsync(organisation, AtOnce, ct) is { Count: > 0 } files)
        {
            foreach (EvidenceFile file in files)
            {
                if (await ContentOfAsync(file, ct) is not { } content)
                {
                    // Others are being read: the next time.
                    return;
                }

                await contents.KeepAsync(organisation, content, ct);
            }
        }
    }

    /// <returns>Null when no worker is free.</returns>
    private async Task<EvidenceContent?> ContentOfAsync(EvidenceFile file, CancellationToken ct)
    {
        if (file.Size > workers.Limits.FileBytes)
        {
            return new EvidenceContent { Sha256 = file.Sha256, Reason = $"{Unreadable.TooLarge}" };
        }

        byte[] bytes = new byte[file.Size];
        try
        {
            await using FileStream stream = blobs.Open(new Blob(file.Sha256, file.Size));
            await stream.ReadExactlyAsync(bytes, ct);
        }
        catch (DamagedBlobException)
        {
            return new EvidenceContent { Sha256 = file.Sha256, Reason = Missing };
        }

        bool isPicture = file.MediaType.StartsWith("image/", StringComparison.Ordinal);
        ReadResult? read = isPicture ? null : await workers.ReadAsync(bytes, "", ct);
        PicturesResult? looked = file.MediaType == "text/plain" ? null : await workers.LookAsync(bytes, ct);
        bool isGivenUp = looked?.Reason is Unreadable.TimedOut or Unreadable.WorkerDied;
        return read?.Reason == Unreadable.Busy || looked?.Reason == Unreadable.Busy
            ? null
            : new EvidenceContent
            {
                Sha256 = file.Sha256,
                Text = read?.Document?.Text,
                Pictures = [.. looked?.Pictures.Select(one => new EvidencePicture(one.Number, one.Hash)) ?? []],
                Reason = $"{(isGivenUp ? looked!.Reason : read?.Reason ?? looked?.Reason)}",
            };
    }
}
