namespace Gongxing.Documents;

/// <summary>How much one file may cost to read. Every limit is a setting; the defaults are safe on a small office machine.</summary>
public sealed record ReadLimits
{
    public static readonly ReadLimits Default = new();

    public long FileBytes { get; init; } = 20L << 20;

    /// <summary>Bytes of all parts of a package together, counted while unpacking; sizes in headers are not believed.</summary>
    public long UnpackedBytes { get; init; } = 100L << 20;

    /// <summary>Unpacked bytes for each packed byte of one part, once the part is over a megabyte.</summary>
    public int Expansion { get; init; } = 200;

    public int Parts { get; init; } = 1_000;

    /// <summary>Nesting of XML or HTML elements.</summary>
    public int Depth { get; init; } = 256;

    public int Pages { get; init; } = 500;

    /// <summary>UTF-16 units of text kept of one file.</summary>
    public int TextLength { get; init; } = 10_000_000;

    /// <summary>Wall time of one file in the worker process.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Managed heap of the worker process.</summary>
    public long WorkerBytes { get; init; } = 512L << 20;
}
