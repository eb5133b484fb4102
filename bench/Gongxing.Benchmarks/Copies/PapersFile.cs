using System.Collections;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Gongxing.Benchmarks.Copies;

/// <summary>Papers in a file that is gone when the process is: more of them than memory holds.</summary>
internal sealed class PapersFile : IReadOnlyList<string>
{
    private readonly SafeFileHandle _file = File.OpenHandle(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, options: FileOptions.DeleteOnClose);

    private readonly long[] _starts;
    private readonly int[] _lengths;
    private long _end;

    public PapersFile(int count)
    {
        _starts = new long[count];
        _lengths = new int[count];
    }

    public int Count => _lengths.Length;

    public string this[int paper] => string.Create(_lengths[paper], this, (text, papers) =>
        RandomAccess.Read(papers._file, MemoryMarshal.AsBytes(text), papers._starts[paper]));

    /// <summary>Several threads may write at once, each paper once.</summary>
    public void Write(int paper, string text)
    {
        long length = text.Length * sizeof(char);
        _starts[paper] = Interlocked.Add(ref _end, length) - length;
        _lengths[paper] = text.Length;
        RandomAccess.Write(_file, MemoryMarshal.AsBytes(text.AsSpan()), _starts[paper]);
    }

    public IEnumerator<string> GetEnumerator()
    {
        for (int paper = 0; paper < Count; paper++)
        {
            yield return this[paper];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
