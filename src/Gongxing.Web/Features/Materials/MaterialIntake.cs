using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Documents;
using Gongxing.Documents.Workers;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.Materials;
using Gongxing.Web.Features.Ledger;
using Gongxing.Web.Jobs;

namespace Gongxing.Web.Features.Materials;

/// <summary>Takes files in: first the bytes, then the row that says so, then the word to the job that reads them.</summary>
public sealed class MaterialIntake(
    BlobStore blobs, MaterialStore materials, DocumentWorkers workers, ReadingJob job, TimeProvider clock)
{
    private const int LongestName = 200;

    /// <summary>Takes one file in, unless it is too large or <paramref name="by"/> can see the same file already.</summary>
    /// <param name="content">Can seek: its beginning is looked at first.</param>
    public async Task<Taken> TakeAsync(Person by, string fileName, Stream content, IntakePlace place, CancellationToken ct)
    {
        string name = Plain(fileName);
        string type = await MediaTypes.OfAsync(content, ct);
        if (await blobs.AddAsync(content, workers.Limits.FileBytes, ct) is not { } blob)
        {
            return new Taken(name, null, null, Unreadable.TooLarge);
        }

        Material material = New(by, name, blob, type, place);
        Material kept = await materials.AddUnlessSameAsync(by, material, ct);
        if (kept.Id != material.Id)
        {
            return new Taken(name, null, kept, null);
        }

        job.Wake();
        return new Taken(name, kept, null, null);
    }

    /// <summary>Keeps the file of a material once more, as a material of its own.</summary>
    public async Task<Material> KeepAsync(Person by, string fileName, Material same, IntakePlace place, CancellationToken ct)
    {
        var blob = new Blob(same.Sha256, same.Size);
        Material kept = await materials.AddAsync(New(by, Plain(fileName), blob, same.MediaType, place), ct);
        job.Wake();
        return kept;
    }

    private Material New(Person by, string name, Blob blob, string type, IntakePlace place)
    {
        MaterialId id = MaterialId.New();
        return new Material
        {
            Organisation = by.Organisation,
            Id = id,
            Office = place.Office,
            Uploader = by.Id,
            Subject = place.Subject,
            FileName = name,
            Sha256 = blob.Sha256,
            Size = blob.Size,
            MediaType = type,
            UploadedAt = clock.GetUtcNow(),
            Series = place.Series ?? id,
        };
    }

    // Some browsers send the whole path, with either stroke, and a name may hold anything.
    private static string Plain(string fileName)
    {
        string name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        string plain = string.Concat(name.EnumerateRunes().Where(rune => !System.Text.Rune.IsControl(rune))).Trim();
        return plain.Length == 0 ? "?" : plain.Length > LongestName ? plain[^LongestName..] : plain;
    }
}

/// <summary>Where a material belongs: its office, the person it is about, and the material it is a new draft of.</summary>
public sealed record IntakePlace(OfficeId Office, PersonId? Subject, MaterialId? Series = null);

/// <summary>What became of one file: taken in, or known already, or refused.</summary>
public sealed record Taken(string FileName, Material? Material, Material? Same, Unreadable? Why);
