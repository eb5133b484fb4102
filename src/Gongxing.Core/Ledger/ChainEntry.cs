using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gongxing.Core.Ledger;

/// <summary>An entry exactly as it is stored, with its place in the chain of its organisation.</summary>
/// <remarks>
/// The hash is SHA-256 over the version word <c>gongxing-ledger-1</c> and the twelve fields below in the order they are declared,
/// the hash itself left out. Each is written as a netstring: the number of its UTF-8 bytes in decimal, a colon, the bytes, a comma.
/// Numbers are written in decimal, ids as 32 hexadecimal digits, times as stored, hashes as 64 lower-case hexadecimal digits;
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

    /// <summary>The entry with the hash that belongs to it.</summary>
    public ChainEntry Sealed() => this with { Hash = ComputeHash() };

    public string ComputeHash() => ComputeHash(Sequence);

    /// <summary>The hash the entry would have as number <paramref name="sequence"/>.</summary>
    internal string ComputeHash(long sequence)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> buffer = stackalloc byte[512];
        Add(hash, Version, buffer);
        Add(hash, Organisation, buffer);
        Add(hash, sequence.ToString(CultureInfo.InvariantCulture), buffer);
        Add(hash, Item, buffer);
        Add(hash, Number.ToString(CultureInfo.InvariantCulture), buffer);
        Add(hash, Act, buffer);
        Add(hash, Actor, buffer);
        Add(hash, ActorName, buffer);
        Add(hash, At, buffer);
        Add(hash, Note, buffer);
        Add(hash, Form, buffer);
        Add(hash, Detail, buffer);
        Add(hash, Previous, buffer);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest);
    }

    private static void Add(IncrementalHash hash, string field, Span<byte> buffer)
    {
        int length = Encoding.UTF8.GetByteCount(field);
        Span<byte> bytes = length <= buffer.Length ? buffer[..length] : new byte[length];
        Span<byte> head = stackalloc byte[12];
        length.TryFormat(head, out int digits, default, CultureInfo.InvariantCulture);
        head[digits] = (byte)':';
        hash.AppendData(head[..(digits + 1)]);
        Encoding.UTF8.GetBytes(field, bytes);
        hash.AppendData(bytes);
        hash.AppendData(","u8);
    }
}
