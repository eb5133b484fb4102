using System.Buffers.Binary;
using System.Text;

namespace Gongxing.Documents.Packages;

/// <summary>Writes a package again with some parts replaced and others added at the end.</summary>
/// <remarks>
/// What is not replaced is copied byte by byte and in its order, packed as it was, with whatever lies between the entries. The
/// package is one that <see cref="Package"/> has opened before, which has refused what is locked or broken.
/// </remarks>
internal sealed class PackageWriter(ReadOnlyMemory<byte> content)
{
    private const int HeaderLength = 30;
    private const ushort Version = 20;
    private const ushort Deflated = 8;
    private const ushort NamesAreUtf8 = 0x0800;

    private readonly Dictionary<string, PackedPart> _parts = new(StringComparer.OrdinalIgnoreCase);

    // 1 January 1980, what reproducible archives carry: the file itself knows when its parts were written.
    private static ReadOnlySpan<byte> FirstDay => [0, 0, 0x21, 0];

    /// <summary>Puts a part in the place of the one of that name, or at the end.</summary>
    public void Put(string name, PackedPart part) => _parts[name] = part;

    /// <exception cref="UnreadableException">An entry lies where no entry can be.</exception>
    public byte[] Write()
    {
        ZipDirectory directory = ZipDirectory.Find(content.Span);
        List<ZipEntry> entries = ZipEntry.ReadAll(content, directory);
        var added = new Dictionary<string, PackedPart>(_parts, StringComparer.OrdinalIgnoreCase);
        var replaced = new Dictionary<ZipEntry, PackedPart>(ReferenceEqualityComparer.Instance);
        foreach (ZipEntry entry in entries)
        {
            // Of parts that stand twice in a package the first is the one that is read.
            if (added.Remove(entry.Name, out PackedPart? part))
            {
                replaced.Add(entry, part);
            }
        }

        var output = new MemoryStream(content.Length + (64 << 10));
        var headers = new List<byte[]>();
        Dictionary<long, long> moved = CopyEntries(entries, directory.Start, replaced, output);
        headers.AddRange(entries.Select(entry => replaced.TryGetValue(entry, out PackedPart? part)
            ? Described(entry.Narrow(), entry.Flags, part, moved[entry.Offset])
            : entry.At(moved[entry.Offset])));
        headers.AddRange(added.OrderBy(part => part.Key, StringComparer.Ordinal)
            .Select(part => Append(part.Key, part.Value, output)));
        WriteDirectory(headers, output);
        return output.ToArray();
    }

    /// <summary>Copies everything before the directory.</summary>
    /// <returns>Where the entry that began at an offset begins now.</returns>
    private Dictionary<long, long> CopyEntries(
        List<ZipEntry> entries, int end, Dictionary<ZipEntry, PackedPart> replaced, MemoryStream output)
    {
        ReadOnlySpan<byte> all = content.Span;
        List<IGrouping<long, ZipEntry>> places = [.. entries.GroupBy(entry => entry.Offset).OrderBy(place => place.Key)];
        if (places.Count == 0 || places[0].Key < 0 || places[^1].Key > end - HeaderLength)
        {
            throw new UnreadableException(Unreadable.Damaged, "an entry lies beyond the parts");
        }

        var moved = new Dictionary<long, long>();
        output.Write(all[..(int)places[0].Key]);
        for (int i = 0; i < places.Count; i++)
        {
            moved[places[i].Key] = output.Length;
            if (places[i].FirstOrDefault(replaced.ContainsKey) is { } entry)
            {
                WriteEntry(entry.RawName, entry.Flags, entry.Time, replaced[entry], output);
            }
            else
            {
                output.Write(all[(int)places[i].Key..(i + 1 < places.Count ? (int)places[i + 1].Key : end)]);
            }
        }

        return moved;
    }

    private static byte[] Append(string name, PackedPart part, MemoryStream output)
    {
        byte[] rawName = Encoding.UTF8.GetBytes(name);
        byte[] header = new byte[ZipEntry.FixedLength + rawName.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x0201_4B50);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), Version);
        FirstDay.CopyTo(header.AsSpan(12));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(28), (ushort)rawName.Length);
        rawName.CopyTo(header, ZipEntry.FixedLength);
        long offset = output.Length;
        WriteEntry(rawName, NamesAreUtf8, FirstDay, part, output);
        return Described(header, NamesAreUtf8, part, offset);
    }

    private static void WriteEntry(
        ReadOnlySpan<byte> name, int flags, ReadOnlySpan<byte> time, PackedPart part, MemoryStream output)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x0403_4B50);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], Version);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], (ushort)(flags & NamesAreUtf8));
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], Deflated);
        time.CopyTo(header[10..]);
        part.WriteSizes(header[14..]);
        BinaryPrimitives.WriteUInt16LittleEndian(header[26..], (ushort)name.Length);
        output.Write(header);
        output.Write(name);
        output.Write(part.Packed.Span);
    }

    /// <summary>Makes the header of the directory say what the entry now holds.</summary>
    private static byte[] Described(byte[] header, int flags, PackedPart part, long offset)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(6), Version);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)(flags & NamesAreUtf8));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(10), Deflated);
        part.WriteSizes(header.AsSpan(16));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), (uint)offset);
        return header;
    }

    /// <summary>Ends the archive; the records for archives of over four gigabytes are not needed any more.</summary>
    private void WriteDirectory(List<byte[]> headers, MemoryStream output)
    {
        uint start = (uint)output.Length;
        headers.ForEach(header => output.Write(header));
        byte[] end = content.Span[ZipDirectory.EndRecord(content.Span)..].ToArray();
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)headers.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)headers.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)output.Length - start);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), start);
        output.Write(end);
    }
}
