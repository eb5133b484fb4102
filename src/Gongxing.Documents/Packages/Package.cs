using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Gongxing.Documents.Packages;

/// <summary>
/// The parts of a zip archive in memory, opened without believing anything the archive says of itself.
/// </summary>
/// <remarks>
/// Our own reader of the central directory, because every count must be refused before anything is allocated for it.
/// Parts are unpacked as they are read, and all of them draw on one budget of bytes.
/// </remarks>
internal sealed class Package
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];
    private readonly ReadOnlyMemory<byte> _content;
    private readonly ReadLimits _limits;
    private long _unpacked;

    /// <exception cref="UnreadableException">Cut, locked, damaged or too much of something.</exception>
    public Package(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        _content = content;
        _limits = limits;
        ReadDirectory();
    }

    /// <summary>The names of the parts in the order of the directory, without those that stand there twice.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Names that stand in the directory more than once; the first of each is the one that is read.</summary>
    public List<string> Duplicates { get; } = [];

    /// <summary>Parts that did not match their checksum when they were read to the end.</summary>
    public List<string> Altered { get; } = [];

    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>The part unpacked, or null if there is none of that name.</summary>
    /// <remarks>Reading throws <see cref="InvalidDataException"/> on a damaged part.</remarks>
    /// <exception cref="UnreadableException">The data lie beyond the end of the archive.</exception>
    public Stream? Open(string name)
    {
        if (!_entries.TryGetValue(name, out Entry entry))
        {
            return null;
        }

        ReadOnlyMemory<byte> data = DataOf(entry, name);
        Stream packed = new MemoryStream(ArrayOf(data, out int offset), offset, data.Length, writable: false);
        Stream unpacked = entry.Method switch
        {
            0 => packed,
            8 => new DeflateStream(packed, CompressionMode.Decompress),
            _ => throw new UnreadableException(Unreadable.Damaged, $"{name}: packed by method {entry.Method}"),
        };
        return new PartStream(unpacked, this, name, entry);
    }

    /// <summary>The part as XML, or null if there is none of that name.</summary>
    public XmlPart? OpenXml(string name) => Open(name) is { } stream ? new XmlPart(stream, _limits) : null;

    /// <summary>Takes <paramref name="count"/> bytes from the budget that all parts share.</summary>
    private void Spend(int count, long partSoFar, in Entry entry, string name)
    {
        _unpacked += count;
        if (_unpacked > _limits.UnpackedBytes)
        {
            throw new UnreadableException(Unreadable.Bomb, $"{name}: over {_limits.UnpackedBytes} bytes unpacked");
        }

        if (partSoFar > 1 << 20 && partSoFar / _limits.Expansion > entry.PackedSize)
        {
            throw new UnreadableException(Unreadable.Bomb, $"{name}: {entry.PackedSize} bytes became {partSoFar}");
        }
    }

    private void ReadDirectory()
    {
        ReadOnlySpan<byte> all = _content.Span;
        ZipDirectory directory = ZipDirectory.Find(all);
        int position = directory.Start;
        while (position + 46 <= directory.End && UInt32At(all, position) == 0x0201_4B50)
        {
            if (_names.Count + Duplicates.Count >= _limits.Parts)
            {
                throw new UnreadableException(Unreadable.TooManyParts, $"more than {_limits.Parts}");
            }

            position = ReadEntry(all, position, directory);
        }
    }

    private int ReadEntry(ReadOnlySpan<byte> all, int position, ZipDirectory directory)
    {
        ReadOnlySpan<byte> header = all[position..];
        int flags = UInt16At(header, 8);
        int nameLength = UInt16At(header, 28);
        int extraLength = UInt16At(header, 30);
        int next = position + 46 + nameLength + extraLength + UInt16At(header, 32);
        if (next > directory.End)
        {
            throw new UnreadableException(Unreadable.Damaged, "the directory of the archive runs over its end");
        }

        if ((flags & 1) != 0)
        {
            throw new UnreadableException(Unreadable.Encrypted, "locked zip entry");
        }

        var sizes = new Zip64Sizes(UInt32At(header, 24), UInt32At(header, 20), UInt32At(header, 42));
        sizes.Widen(header.Slice(46 + nameLength, extraLength));
        var entry = new Entry(UInt16At(header, 10), UInt32At(header, 16), sizes.Packed, sizes.Offset + directory.Shift);
        if (SafeName(header.Slice(46, nameLength)) is { } name)
        {
            if (_entries.TryAdd(name, entry))
            {
                _names.Add(name);
            }
            else
            {
                Duplicates.Add(name);
            }
        }

        return next;
    }

    /// <summary>The name with forward slashes; null for a folder, an absolute name, or one that climbs.</summary>
    private static string? SafeName(ReadOnlySpan<byte> bytes)
    {
        // Part names of office packages are ASCII; a name in another encoding can never be one that is asked for.
        string name = System.Text.Encoding.UTF8.GetString(bytes).Replace('\\', '/');
        return name.Length == 0 || name[0] == '/' || name[^1] == '/' || name.Contains(':', StringComparison.Ordinal)
            || name.Split('/').Contains("..")
            ? null
            : name;
    }

    private ReadOnlyMemory<byte> DataOf(in Entry entry, string name)
    {
        ReadOnlySpan<byte> all = _content.Span;
        if (entry.Offset < 0 || entry.Offset > all.Length - 30)
        {
            throw new UnreadableException(Unreadable.Cut, $"{name} lies beyond the end");
        }

        ReadOnlySpan<byte> header = all[(int)entry.Offset..];
        if (UInt32At(header, 0) != 0x0403_4B50)
        {
            throw new UnreadableException(Unreadable.Damaged, $"{name} has no header");
        }

        long start = entry.Offset + 30 + UInt16At(header, 26) + UInt16At(header, 28);
        return entry.PackedSize < 0 || start + entry.PackedSize > all.Length
            ? throw new UnreadableException(Unreadable.Cut, $"{name} ends beyond the end")
            : _content.Slice((int)start, (int)entry.PackedSize);
    }

    private static byte[] ArrayOf(ReadOnlyMemory<byte> data, out int offset)
    {
        if (MemoryMarshal.TryGetArray(data, out ArraySegment<byte> segment) && segment.Array is not null)
        {
            offset = segment.Offset;
            return segment.Array;
        }

        offset = 0;
        return data.ToArray();
    }

    private static ushort UInt16At(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint UInt32At(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private readonly record struct Entry(int Method, uint Checksum, long PackedSize, long Offset);

    /// <summary>An unpacked part that spends the package's budget and checks the sum at its end.</summary>
    private sealed class PartStream(Stream unpacked, Package package, string name, Entry entry) : ReadOnlyStream
    {
        private Crc32 _sum;
        private long _length;
        private bool _ended;

        public override int Read(Span<byte> buffer)
        {
            int count = unpacked.Read(buffer);
            if (count > 0)
            {
                _length += count;
                package.Spend(count, _length, entry, name);
                _sum.Add(buffer[..count]);
            }
            else if (!_ended && buffer.Length > 0)
            {
                _ended = true;
                if (_sum.Value != entry.Checksum)
                {
                    package.Altered.Add(name);
                }
            }

            return count;
        }

        protected override void Dispose(bool disposing)
        {
            unpacked.Dispose();
            base.Dispose(disposing);
        }
    }
}
