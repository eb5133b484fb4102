using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gongxing.Core.Ledger;

/// <summary>An entry exactly as it is stored, with its place in the chain of its organisation.</summary>
/// <remarks>
/// The hash is SHA-256 over the version word <c>gongxing-ledger-1</c> and the twelve fields below in the order they are
/// declared,
/// the hash itself left out. Each is written as a netstring: the number of its UTF-8 bytes in decimal, a colon, the
/// bytes, a comma.
/// Numbers are written in decimal, ids as 32 hexadecimal digits, times as stored, hashes as 64 lower-case hexadecimal
/// digits;
/// the first entry of an organisation follows on <see cref="LedgerChain.Beginning"/>.
/// So anybody can check the chain with the tools of any language, and no two different entries have one encoding.
/// </remarks>
/// <param name="Sequence">From 1 within the organisation, without gaps.</param>
/// <param name="Number">From 1 within the item.</param>
/// <param name="Form">Key of the form that was sent, so that sending it again does nothing; may be empty.</param>
/// <param name="Detail">See <see cref="LedgerJson"/>.</param>
/// <param name="Previous">Hash of the entry before.</param>
public sealed record ChainEntry(
    string Organisation,
    long Sequence,
    string Item,
    long Number,
    string Act,
    string Actor,
    string ActorName,
    string At,
    string Note,
    string Form,
    string Detail,
    string Previous,
    string Hash)
{
    private const string Version = "gongxing-ledger-1";

    /// <summary>Digits of a length, a colon and a comma.</summary>
    private const int LongestFrame = 12;

    /// <summary>The entry with the hash that belongs to it.</summary>
    public ChainEntry Sealed() => this with { Hash = ComputeHash() };

    public string ComputeHash() => ComputeHash(Sequence);

    /// <summary>The hash the entry would have as number <paramref name="sequence"/>.</summary>
    internal string ComputeHash(long sequence)
    {
        ReadOnlySpan<string> fields =
        [
            Version, Organisation, sequence.ToString(CultureInfo.InvariantCulture), Item,
            Number.ToString(CultureInfo.InvariantCulture), Act, Actor, ActorName, At, Note, Form, Detail, Previous,
        ];
        int most = 0;
        foreach (string field in fields)
        {
            most += Encoding.UTF8.GetMaxByteCount(field.Length) + LongestFrame;
        }

        // Gathered first, so that the hash is called once an entry.
        byte[] bytes = ArrayPool<byte>.Shared.Rent(most);
        int length = 0;
        foreach (string field in fields)
        {
            length += WriteNetstring(field, bytes.AsSpan(length));
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length)));
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }

    private static int WriteNetstring(string field, Span<byte> bytes)
    {
        int size = Encoding.UTF8.GetByteCount(field);
        size.TryFormat(bytes, out int written, default, CultureInfo.InvariantCulture);
        bytes[written++] = (byte)':';
        written += Encoding.UTF8.GetBytes(field, bytes[written..]);
        bytes[written++] = (byte)',';
        return written;
    }
}
