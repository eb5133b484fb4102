using System.Buffers.Binary;
using System.Text;

namespace Gongxing.Documents.OfficialFormat.Fonts;

/// <summary>Reads the family names in TrueType and OpenType files (ISO/IEC 14496-22, ttcf and name).</summary>
internal static class FontFile
{
    private const uint Collection = 0x74746366;
    private const uint NameTable = 0x6E616D65;
    private const int FamilyName = 1;
    private const int MostFonts = 64;
    private const int MostTables = 128;
    private const int LongestNames = 1 << 20;

    /// <summary>None for a file that is no font or is damaged.</summary>
    public static IReadOnlyList<string> Families(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            var names = new List<string>();
            foreach (uint start in Starts(file))
            {
                ReadNames(file, start, names);
            }

            return names;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static uint[] Starts(FileStream file)
    {
        byte[] head = Read(file, 0, 12);
        if (Long(head, 0) != Collection)
        {
            return [0];
        }

        int count = (int)Math.Min(Long(head, 8), MostFonts);
        byte[] starts = Read(file, 12, count * 4);
        return [.. Enumerable.Range(0, count).Select(i => Long(starts, i * 4))];
    }

    private static void ReadNames(FileStream file, uint start, List<string> names)
    {
        int tables = Math.Min((int)Short(Read(file, start, 12), 4), MostTables);
        byte[] directory = Read(file, start + 12, tables * 16);
        for (int i = 0; i < tables; i++)
        {
            if (Long(directory, i * 16) == NameTable)
            {
                int length = (int)Math.Min(Long(directory, i * 16 + 12), LongestNames);
                ReadTable(Read(file, Long(directory, i * 16 + 8), length), names);
            }
        }
    }

    private static void ReadTable(byte[] table, List<string> names)
    {
        if (table.Length < 6)
        {
            return;
        }

        int count = Math.Min((int)Short(table, 2), (table.Length - 6) / 12);
        int texts = Short(table, 4);
        for (int i = 0; i < count; i++)
        {
            int record = 6 + i * 12;
            int at = texts + Short(table, record + 10);
            int length = Short(table, record + 8);
            bool isUnicode = Short(table, record) is 0 or 3;
            if (isUnicode && Short(table, record + 6) == FamilyName && at + length <= table.Length)
            {
                names.Add(Encoding.BigEndianUnicode.GetString(table, at, length).Trim('\0', ' '));
            }
        }
    }

    private static byte[] Read(FileStream file, long at, int length)
    {
        byte[] bytes = new byte[length];
        file.Position = at;
        file.ReadExactly(bytes);
        return bytes;
    }

    private static ushort Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    private static uint Long(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
}
