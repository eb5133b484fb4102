using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Gongxing.Text.Similarity;

/// <summary>The bytes of a segment, where they stay: an array that is never moved, or a file mapped into memory.</summary>
internal sealed unsafe class SegmentMemory : IDisposable
{
    private readonly MemoryMappedFile? _file;
    private readonly SafeFileHandle? _handle;
    private readonly MemoryMappedViewAccessor? _view;
    private readonly ulong[]? _array;
    private byte* _start;

    private SegmentMemory(ulong[] pinned)
    {
        _array = pinned;
        _start = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
        Length = (long)pinned.Length * sizeof(ulong);
    }

    private SegmentMemory(MemoryMappedFile file, SafeFileHandle handle, long length)
    {
        _file = file;
        _handle = handle;
        _view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += _view.PointerOffset;
        Length = length;
    }

    public byte* Start => _start;

    public long Length { get; }

    /// <summary>
    /// Whether the file is as long as it was. Reading what somebody has cut off ends the process, so this is asked before each
    /// search.
    /// </summary>
    public bool IsThere => _handle is null || RandomAccess.GetLength(_handle) >= Length;

    /// <param name="pinned">Allocated as such.</param>
    public static SegmentMemory Of(ulong[] pinned) => new(pinned);

    /// <exception cref="IOException">The file is empty or cannot be read.</exception>
    public static SegmentMemory Map(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        try
        {
            if (stream.Length == 0)
            {
                throw new EndOfStreamException(path);
            }

            var file = MemoryMappedFile.CreateFromFile(
                stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            return new SegmentMemory(file, stream.SafeFileHandle, stream.Length);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
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
