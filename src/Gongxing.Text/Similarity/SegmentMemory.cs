using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>The bytes of a segment, where they stay: an array that is never moved, or a file mapped into memory.</summary>
internal sealed unsafe class SegmentMemory : IDisposable
{
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;
    private readonly ulong[]? _array;
    private byte* _start;

    private SegmentMemory(ulong[] pinned)
    {
        _array = pinned;
        _start = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
        Length = (long)pinned.Length * sizeof(ulong);
    }

    private SegmentMemory(MemoryMappedFile file, long length)
    {
        _file = file;
        _view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += _view.PointerOffset;
        Length = length;
    }

    public byte* Start => _start;

    public long Length { get; }

    /// <param name="pinned">Allocated as such.</param>
    public static SegmentMemory Of(ulong[] pinned) => new(pinned);

    /// <exception cref="IOException">The file is empty or cannot be read.</exception>
    public static SegmentMemory Map(string path)
    {
        long length = new FileInfo(path).Length;
        if (length == 0)
        {
            throw new EndOfStreamException(path);
        }

        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        return new SegmentMemory(file, length);
    }

    public void Dispose()
    {
        if (_start is not null && _view is not null)
        {
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _file!.Dispose();
        }

        _start = null;
        GC.KeepAlive(_array);
    }
}
