using System.Buffers.Binary;
using System.IO.Compression;

namespace Gongxing.Tests.Documents.Comments;

/// <summary>Archives as other programs write them.</summary>
internal static class WideZip
{
    /// <summary>With sizes behind the data, as a program writes that cannot go back in its output.</summary>
    public static byte[] Streamed(byte[] zip)
    {
        var output = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(zip)))
        using (var to = new ZipArchive(new OneWay(output), ZipArchiveMode.Create))
        {
            foreach (ZipArchiveEntry entry in from.Entries)
            {
                using Stream source = entry.Open();
                using Stream target = to.CreateEntry(entry.FullName).Open();
                source.CopyTo(target);
            }
        }

        return output.ToArray();
    }

    /// <summary>With every size and offset in the form for over four gigabytes (PKWARE APPNOTE, 4.5.3).</summary>
    public static byte[] Widened(byte[] zip)
    {
        int end = zip.AsSpan().LastIndexOf("PK\x05\x06"u8);
        int start = BinaryPrimitives.ReadInt32LittleEndian(zip.AsSpan(end + 16));
        var output = new MemoryStream();
        output.Write(zip.AsSpan(0, start));
        int count = 0;
        for (int at = start; at < end; count++)
        {
            at += WriteEntry(zip.AsSpan(at), output);
        }

        long directoryEnd = output.Length;
        var writer = new BinaryWriter(output);
        writer.Write(0x0606_4B50);
        writer.Write(44L);
        writer.Write((short)45);
        writer.Write((short)45);
        writer.Write(0L);
        writer.Write((long)count);
        writer.Write((long)count);
        writer.Write(directoryEnd - start);
        writer.Write((long)start);
        writer.Write(0x0706_4B50);
        writer.Write(0);
        writer.Write(directoryEnd);
        writer.Write(1);
        writer.Write(0x0605_4B50);
        writer.Write(0);
        writer.Write(-1);
        writer.Write(-1);
        writer.Write(-1);
        writer.Write((short)0);
        return output.ToArray();
    }

    private static int WriteEntry(ReadOnlySpan<byte> entry, MemoryStream output)
    {
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
        int length = 46 + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]);
        byte[] wide = new byte[46 + nameLength + 28];
        entry[..(46 + nameLength)].CopyTo(wide);
        Span<byte> extra = wide.AsSpan(46 + nameLength);
        BinaryPrimitives.WriteUInt16LittleEndian(extra, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(extra[2..], 24);
        BinaryPrimitives.WriteInt64LittleEndian(extra[4..], BinaryPrimitives.ReadUInt32LittleEndian(entry[24..]));
        BinaryPrimitives.WriteInt64LittleEndian(extra[12..], BinaryPrimitives.ReadUInt32LittleEndian(entry[20..]));
        BinaryPrimitives.WriteInt64LittleEndian(extra[20..], BinaryPrimitives.ReadUInt32LittleEndian(entry[42..]));
        wide.AsSpan(20, 8).Fill(0xFF);
        wide.AsSpan(42, 4).Fill(0xFF);
        BinaryPrimitives.WriteUInt16LittleEndian(wide.AsSpan(30), 28);
        output.Write(wide);
        return length;
    }

    private sealed class OneWay(Stream inner) : Stream
    {
        private long _written;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _written;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            inner.Write(buffer, offset, count);
            _written += count;
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
