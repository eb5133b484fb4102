using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Gongxing.Documents.Packages;

/// <summary>Tells from its directory what an OLE compound file holds ([MS-CFB] 2.2, 2.6); reads no stream.</summary>
public static class CompoundFile
{
    private const int EntryLength = 128;

    // A Word file has a dozen entries; the ones looked for stand among the first.
    private const int MostSectors = 256;

    /// <summary>Streams below this length share sectors (2.2, Mini Stream Cutoff Size).</summary>
    private const uint ShortStream = 4096;

    private const uint LastRegularSector = 0xFFFF_FFFA;
    private const uint EndOfChain = 0xFFFF_FFFE;

    private static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static CompoundKind KindOf(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(Signature))
        {
            return CompoundKind.None;
        }

        if (Find(content, "EncryptedPackage", out bool isCut).Length > 0)
        {
            return CompoundKind.EncryptedPackage;
        }

        ReadOnlySpan<byte> word = Find(content, "WordDocument", out _);
        return word.Length > 0 ? (Holds(content, word) ? CompoundKind.Word : CompoundKind.Cut)
            : isCut ? CompoundKind.Cut
            : HasRoot(content) ? CompoundKind.Other
            : CompoundKind.Damaged;
    }

    /// <summary>A Word 97–2003 document that asks for a password ([MS-DOC] 2.5.2, fEncrypted).</summary>
    public static bool IsLockedWord(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(Signature) || Find(content, "WordDocument", out _) is not { Length: EntryLength } entry)
        {
            return false;
        }

        ReadOnlySpan<byte> stream = Sector(content, BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]));
        return stream.Length >= 12 && (stream[11] & 1) != 0;
    }

    /// <summary>Whether the directory begins with the entry of the whole, as it must (2.6.2).</summary>
    private static bool HasRoot(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> entries = Sector(content, BinaryPrimitives.ReadUInt32LittleEndian(content[48..]));
        return entries.Length >= EntryLength && NameOf(entries).Length > 0;
    }

    /// <summary>Whether every sector of a stream lies in the file. A short one lies in another, which is not looked at.</summary>
    private static bool Holds(ReadOnlySpan<byte> content, ReadOnlySpan<byte> entry)
    {
        uint size = entry.Length < EntryLength ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]);
        uint sector = size < ShortStream ? EndOfChain : BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]);
        for (long left = size; left > 0 && sector < LastRegularSector; left -= 1 << ShiftOf(content))
        {
            if (Sector(content, sector).Length < Math.Min(left, 1 << ShiftOf(content)))
            {
                return false;
            }

            sector = Next(content, sector);
        }

        return true;
    }

    /// <summary>The directory entry of a name, or nothing.</summary>
    /// <param name="isCut">It was not found, and the directory goes on where the file has ended.</param>
    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> content, string name, out bool isCut)
    {
        isCut = content.Length < 512;
        if (isCut)
        {
            return [];
        }

        uint sector = BinaryPrimitives.ReadUInt32LittleEndian(content[48..]);
        for (int count = 0; count < MostSectors; count++)
        {
            ReadOnlySpan<byte> entries = Sector(content, sector);
            isCut |= sector < LastRegularSector && entries.Length < 1 << ShiftOf(content);
            if (entries.IsEmpty)
            {
                break;
            }

            for (; entries.Length >= EntryLength; entries = entries[EntryLength..])
            {
                if (NameOf(entries).SequenceEqual(name))
                {
                    return entries[..EntryLength];
                }
            }

            sector = Next(content, sector);
        }

        return [];
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<byte> entry)
    {
        int bytes = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        return bytes is < 2 or > 64 ? [] : MemoryMarshal.Cast<byte, char>(entry[..(bytes - 2)]);
    }

    private static ReadOnlySpan<byte> Sector(ReadOnlySpan<byte> content, uint number)
    {
        int shift = ShiftOf(content);
        long start = ((long)number + 1) << shift;
        return start >= content.Length
            ? []
            : content.Slice((int)start, (int)Math.Min(1 << shift, content.Length - start));
    }

    /// <summary>The sector after this one in its chain; one that does not exist at the end of the chain.</summary>
    private static uint Next(ReadOnlySpan<byte> content, uint number)
    {
        int perSector = (1 << ShiftOf(content)) / 4;
        long fatSector = number / perSector;

        // The header lists the first 109 sectors of the allocation table: 7 MB, where a directory begins long before.
        if (fatSector >= 109)
        {
            return uint.MaxValue;
        }

        uint fat = BinaryPrimitives.ReadUInt32LittleEndian(content[(76 + 4 * (int)fatSector)..]);
        ReadOnlySpan<byte> table = Sector(content, fat);
        int at = (int)(number % perSector) * 4;

        // A table beyond the end of the file leads to a sector beyond it.
        return at + 4 <= table.Length ? BinaryPrimitives.ReadUInt32LittleEndian(table[at..]) : LastRegularSector - 1;
    }

    private static int ShiftOf(ReadOnlySpan<byte> content) => content[30] == 12 ? 12 : 9;
}
