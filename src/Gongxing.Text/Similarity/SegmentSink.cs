using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>Takes the bytes of a segment, each part at its place.</summary>
internal abstract class SegmentSink : IDisposable
{
    public abstract void Write(long at, ReadOnlySpan<byte> bytes);

    /// <summary>Ends the segment; it is whole now, and stays so.</summary>
    public abstract SegmentMemory Finish();

    /// <summary>Gives up what was not finished.</summary>
    public abstract void Dispose();
}

internal sealed class MemorySink(long length) : SegmentSink
{
    private readonly ulong[] _words = GC.AllocateArray<ulong>(checked((int)(length / sizeof(ulong))), pinned: true);

    // Spans of bytes count in ints, and all of the words may be more.
    public override void Write(long at, ReadOnlySpan<byte> bytes) => bytes.CopyTo(
        MemoryMarshal.AsBytes(_words.AsSpan((int)(at / sizeof(ulong)), (bytes.Length + sizeof(ulong) - 1) / sizeof(ulong))));

    public override SegmentMemory Finish() => SegmentMemory.Of(_words);

    public override void Dispose()
    {
    }
}

/// <summary>Writes beside the file, and gives it its name when all of it is on the disk.</summary>
internal sealed class FileSink(string path) : SegmentSink
{
    private readonly FileStream _file = OwnerOnly.Open(path + OwnerOnly.Unfinished, FileMode.Create);
    private bool _finished;

    public override void Write(long at, ReadOnlySpan<byte> bytes) => RandomAccess.Write(_file.SafeFileHandle, bytes, at);

    public override SegmentMemory Finish()
    {
        OwnerOnly.Finish(_file, path);
        _finished = true;
        return SegmentMemory.Map(path);
    }

    public override void Dispose()
    {
        _file.Dispose();
        if (!_finished)
        {
            File.Delete(path + OwnerOnly.Unfinished);
        }
    }
}

/// <summary>Writes a run of numbers to its place in a segment, and adds them up on the way.</summary>
internal sealed class SectionWriter<T>(SegmentSink sink, long at)
    where T : unmanaged
{
    // Whole words, so that sums do not depend on where a run is cut.
    private const int AtOnce = 1 << 14;

    private Growing<T> _waiting = new(AtOnce);
    private long _at = at;

    public uint Sum { get; private set; }

    public void Add(T item)
    {
        if (_waiting.Count == AtOnce)
        {
            Flush();
        }

        _waiting.Add(item);
    }

    public void Add(ReadOnlySpan<T> items)
    {
        foreach (T item in items)
        {
            Add(item);
        }
    }

    public void Flush()
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(_waiting.Span);
        Sum = Checksum.Of(bytes, Sum);
        sink.Write(_at, bytes);
        _at += bytes.Length;
        _waiting.Clear();
    }
}
