using System.Globalization;

namespace Gongxing.Core.Ledger;

/// <summary>
/// Where a chain ends: its last sequence number and hash. Printed, it is the fingerprint (指纹) that leaves the machine.
/// </summary>
public sealed record ChainHead(long Sequence, string Hash)
{
    /// <summary>Fewer digits of a hash than this could be met by trying.</summary>
    private const int FewestDigits = 32;

    /// <summary>As printed: <c>sequence:hash</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}:{Hash}");

    /// <summary>
    /// Reads a fingerprint; its hash may be cut to the first 32 digits or more. Null when it is none.
    /// </summary>
    public static ChainHead? Parse(string text)
    {
        string[] parts = text.Trim().Split(':');
        return parts is [var number, { Length: >= FewestDigits and <= 64 } hash]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long sequence)
            && hash.All(char.IsAsciiHexDigit)
            ? new ChainHead(sequence, hash.ToLowerInvariant())
            : null;
    }

    internal bool Matches(string hash) => hash.StartsWith(Hash, StringComparison.Ordinal);
}
