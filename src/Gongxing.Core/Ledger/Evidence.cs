namespace Gongxing.Core.Ledger;

/// <summary>Something that shows a measure was done (佐证材料): a file, or a reference to where it can be seen.</summary>
public sealed record Evidence
{
    public EvidenceFile? File { get; init; }
    public EvidenceReference? Reference { get; init; }

    /// <summary>What it shows, in the words of whoever hands it in.</summary>
    public string Caption { get; init; } = "";

    /// <summary>It is one file that was stored, or one reference that somebody else can follow.</summary>
    internal bool IsComplete => (File, Reference) switch
    {
        ({ } file, null) => file.Sha256.Length == 64 && file.Sha256.All(char.IsAsciiHexDigitLower) && file.Size > 0,
        (null, { } reference) => !string.IsNullOrWhiteSpace(reference.Number)
            || (reference.Date is not null && !string.IsNullOrWhiteSpace(reference.Where)),
        _ => false,
    };
}

/// <summary>A file kept under its hash.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="MediaType">Told from the bytes, not from the name.</param>
/// <param name="Name">As the uploader called it: shown, never used as a path.</param>
public sealed record EvidenceFile(string Sha256, long Size, string MediaType, string Name);

/// <summary>Where something can be seen that is not uploaded.</summary>
/// <param name="Number">文号; may be empty when date and place are given.</param>
/// <param name="Date">Of the document or meeting.</param>
public sealed record EvidenceReference(string Number, DateOnly? Date, string Where);

/// <summary>Evidence as the item holds it, numbered from 1 within the item.</summary>
public sealed record HeldEvidence(int Number, Evidence Evidence, NamedPerson By, DateTimeOffset At, bool IsWithdrawn);
