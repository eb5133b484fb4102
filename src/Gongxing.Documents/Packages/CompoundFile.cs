using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Gongxing.Documents.Packages;

/// <summary>Tells from its directory what an OLE compound file holds ([MS-CFB] 2.2, 2.6); reads no stream.</summary>
public static class CompoundFile
{
    private const int EntryLength = 128;

    // A Word file has a dozen entries; the ones looked for stand among the first.
    private const int MostSectors = 256;

    private static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static CompoundKind KindOf(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(Signature))
        {
            return CompoundKind.None;
        }

        return Find(content, "EncryptedPackage").Length > 0 ? CompoundKind.EncryptedPackage
            : Find(content, "WordDocument").Length > 0 ? CompoundKind.Word
            : CompoundKind.Other;
    }

    /// <summary>A Word 97–2003 document that asks for a password ([MS-DOC] 2.5.2, fEncrypted).</summary>
    public static bool IsLockedWord(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(Signature) || Find(content, "WordDocument") is not { Length: EntryLength } entry)
        {
            return false;
        }

        ReadOnlySpan<byte> stream = Sector(content, BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]));
        return stream.Length >= 12 && (stream[11] & 1) != 0;
    }

    /// <summary>The directory entry of a name, or nothing.</summary>
    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> content, string name)
    {
        if (content.Length < 512)
        {
            return [];
        }

        uint sector = BinaryPrimitives.ReadUInt32LittleEndian(content[48..]);
        for (int count = 0; count < MostSectors; count++)
        {
            ReadOnlySpan<byte> entries = Sector(content, sector);
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
        return at + 4 <= table.Length ? BinaryPrimitives.ReadUInt32LittleEndian(table[at..]) : uint.MaxValue;
    }

    private static int ShiftOf(ReadOnlySpan<byte> content) => content[30] == 12 ? 12 : 9;
}
