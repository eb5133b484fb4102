using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Ledger;
using Gongxing.Storage.Blobs;

namespace Gongxing.Web.Features.Ledger;

/// <summary>Evidence as handed in on a form: files, or a reference to where it can be seen, or none.</summary>
public sealed class EvidenceForm
{
    /// <summary>Bytes of one form with all its files.</summary>
    public const long Largest = 64L << 20;

    [Display(Name = "Field.Files")]
    public List<IFormFile> Files { get; set; } = [];

    [Display(Name = "Field.Caption")]
    [MaxLength(500)]
    public string? Caption { get; set; }

    [Display(Name = "Field.ReferenceNumber")]
    [MaxLength(200)]
    public string? ReferenceNumber { get; set; }

    [Display(Name = "Field.ReferenceDate")]
    public DateOnly? ReferenceDate { get; set; }

    [Display(Name = "Field.ReferenceWhere")]
    [MaxLength(500)]
    public string? ReferenceWhere { get; set; }

    private bool HasReference =>
        !string.IsNullOrWhiteSpace(ReferenceNumber) || ReferenceDate is not null || !string.IsNullOrWhiteSpace(ReferenceWhere);

    /// <summary>Stores the files and describes everything that was handed in. A file is durable before its description is.</summary>
    public async Task<IReadOnlyList<Evidence>> StoreAsync(BlobStore blobs, CancellationToken ct)
    {
        var evidence = new List<Evidence>();
        foreach (IFormFile file in Files)
        {
            await using Stream content = file.OpenReadStream();
            evidence.Add(new Evidence
            {
                File = await StoreAsync(blobs, content, Path.GetFileName(file.FileName), ct),
                Caption = Caption?.Trim() ?? "",
            });
        }

        if (HasReference)
        {
            evidence.Add(new Evidence
            {
                Reference = new EvidenceReference(ReferenceNumber?.Trim() ?? "", ReferenceDate, ReferenceWhere?.Trim() ?? ""),
                Caption = Caption?.Trim() ?? "",
            });
        }

        return evidence;
    }

    /// <summary>Stores one file of evidence, which is no larger than <see cref="Largest"/>.</summary>
    public static async Task<EvidenceFile> StoreAsync(BlobStore blobs, Stream content, string name, CancellationToken ct)
    {
        string type = await MediaTypes.OfAsync(content, ct);
        Blob blob = (await blobs.AddAsync(content, Largest, ct))!;
        return new EvidenceFile(blob.Sha256, blob.Size, type, name);
    }
}
