using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>The first 64 bytes of a segment: what it was made of and by, how much it holds, and checksums of all of it.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct SegmentHeader
{
    public const int Size = 64;
    public const int CurrentFormat = 2;
    private const ulong Mark = 0x0A1A0A0D_53584724;

    public ulong Magic;
    public ushort Format;
    public ushort Form;
    public byte SeedLength;
    public byte MostPlaced;
    public byte BucketBits;
    public byte None;
    public uint Seeds;
    public int Ghosts;
    public int Commons;
    public int Documents;
    public int Pieces;
    public int Entries;
    public uint DocumentSum;
    public uint PieceSum;
    public uint DirectorySum;
    public uint EntrySum;
    public uint NoneEither;
    public uint Sum;

    /// <summary>What every segment made with these options by this program begins with.</summary>
    public static SegmentHeader For(SegmentShape shape) => new()
    {
        Magic = Mark,
        Format = CurrentFormat,
        Form = ComparisonForm.Version,
        SeedLength = (byte)shape.SeedLength,
        MostPlaced = (byte)shape.MostPlaced,
        Seeds = SeedTrial.Of(shape.SeedLength),
    };

    public const long DocumentsAt = Size;

    public readonly long PiecesAt => DocumentsAt + ((long)Documents * Unsafe.SizeOf<IndexDocument>());

    public readonly long DirectoryAt => PiecesAt + ((long)Pieces * Unsafe.SizeOf<IndexPiece>());

    // One more than the end of the last bucket, so that what comes after lies well.
    public readonly long DirectoryLength => (1L << BucketBits) + 2;

    public readonly long EntriesAt => DirectoryAt + (DirectoryLength * sizeof(int));

    public readonly long Length => EntriesAt + ((long)Entries * sizeof(ulong));

    public readonly bool IsWhole => Sum == OwnSum();

    /// <summary>Whether the segment was made with the same options by a program that reads texts in the same way.</summary>
    public readonly bool IsLike(in SegmentHeader other) =>
        (Magic, Format, Form, SeedLength, MostPlaced, Seeds)
        == (other.Magic, other.Format, other.Form, other.SeedLength, other.MostPlaced, other.Seeds);

    public void Seal() => Sum = OwnSum();

    private readonly uint OwnSum() =>
        Checksum.Of(MemoryMarshal.AsBytes(new ReadOnlySpan<SegmentHeader>(in this))[..(Size - sizeof(uint))]);
}

/// <summary>What of the options decides what lies in a segment.</summary>
internal readonly record struct SegmentShape(int SeedLength, int Cap)
{
    /// <summary>Seeds of more texts than this have no places, only a count.</summary>
    /// <remarks>
    /// Twice what any search asks for: so a seed is still rightly told to be common or not when up to
    /// <see cref="MostGhosts"/> of the texts that were counted are gone.
    /// </remarks>
    public int MostPlaced => 2 * Cap;

    /// <summary>With more removed texts among those counted, a segment has to be made again from its texts.</summary>
    public int MostGhosts => MostPlaced - Cap;
}

/// <summary>CRC-32C.</summary>
internal static class Checksum
{
    public static uint Of(ReadOnlySpan<byte> bytes, uint sum = 0)
    {
        uint crc = ~sum;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (byte one in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, one);
        }

        return ~crc;
    }
}

/// <summary>How every unit there is is read, in one number: an index made by a program that reads otherwise is told by it.</summary>
internal static class SeedTrial
{
    private static readonly ConcurrentDictionary<int, uint> s_known = [];

    public static uint Of(int seedLength) => s_known.GetOrAdd(seedLength, Try);

    private static uint Try(int seedLength)
    {
        const int Surrogates = 0xD800;
        const int AfterSurrogates = 0xE000;
        string text = string.Create(char.MaxValue + 1, 0, static (units, _) =>
        {
            for (int i = 0; i < units.Length; i++)
            {
                units[i] = i is >= Surrogates and < AfterSurrogates ? ' ' : (char)i;
            }
        });
        using var scan = new SeedScan();
        scan.Read(text, seedLength, SimilarityOptions.Widest);
        return Checksum.Of(MemoryMarshal.AsBytes(scan.Seeds), Checksum.Of(MemoryMarshal.AsBytes(scan.Form)));
    }
}
