namespace Gongxing.Storage.EvidenceReuse;

/// <summary>What was read of a file.</summary>
public sealed record EvidenceContent
{
    /// <summary>64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Null for a picture, and for what could not be read.</summary>
    public string? Text { get; init; }

    /// <summary>Those that look like something: the file itself, or those that stand in a document; by number.</summary>
    public IReadOnlyList<EvidencePicture> Pictures { get; init; } = [];

    /// <summary>Why not all could be read; empty when it could.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What the index of texts knows the file by.</summary>
    public Guid Id => IdOf(Sha256);

    /// <summary>The first half of its hash.</summary>
    public static Guid IdOf(string sha256) => Guid.ParseExact(sha256.AsSpan(0, 32), "N");
}
