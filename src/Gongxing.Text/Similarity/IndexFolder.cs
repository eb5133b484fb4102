using System.Globalization;
using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>What was found where an index should be.</summary>
public enum IndexOpening
{
    /// <summary>Nothing: it begins empty.</summary>
    Empty,

    /// <summary>A whole index.</summary>
    Whole,

    /// <summary>An index made with other options, or by a program that reads texts otherwise: nothing of it is used.</summary>
    Other,

    /// <summary>Files that are not as they were written: what they held is read again from its texts.</summary>
    Damaged,
}

/// <summary>The folder is in use: only one process may have an index open, and it only once.</summary>
public sealed class IndexInUseException(string folder, Exception inner)
    : IOException($"The index in {folder} is in use.", inner);

/// <summary>The files of an index: its segments, and a list that says which of them count.</summary>
/// <remarks>
/// A segment is whole on the disk before the list names it, and the list is replaced in one step. So a process or a machine
/// may end at any moment: what the list names is there, and what it does not name is removed at the next start.
/// </remarks>
internal sealed class IndexFolder : IDisposable
{
    private const string Extension = ".gxs";
    private const string ListName = "segments";

    // EAGAIN on either, ERROR_SHARING_VIOLATION.
    private const int LockedOnLinux = 11;
    private const int LockedOnMac = 35;
    private const int SharedOnWindows = unchecked((int)0x80070020);

    private const ulong ListMark = 0x0A1A0A0D_4C584724;

    private readonly string _folder;
    private readonly SegmentShape _shape;
    private readonly FileStream _held;
    private long _lastNumber;

    /// <exception cref="IndexInUseException">Somebody else has it open.</exception>
    public IndexFolder(string folder, SegmentShape shape)
    {
        _folder = Path.GetFullPath(folder);
        _shape = shape;
        OwnerFolder.Make(_folder);
        try
        {
            _held = OwnerOnly.Open(Path.Combine(_folder, "lock"), FileMode.OpenOrCreate);
        }
        catch (IOException e) when (e.HResult is LockedOnLinux or LockedOnMac or SharedOnWindows)
        {
            throw new IndexInUseException(_folder, e);
        }
    }

    /// <summary>Opens the segments the list names that are sound, and removes every other file.</summary>
    public (IndexOpening Opening, List<IndexSegment> Segments) Open()
    {
        var segments = new List<IndexSegment>();
        IndexOpening opening = Read(segments);
        var named = segments.Select(segment => segment.Name).ToHashSet();
        foreach (string file in Directory.EnumerateFiles(_folder))
        {
            string name = Path.GetFileName(file);
            if (name.EndsWith(OwnerOnly.Unfinished, StringComparison.Ordinal)
                || (name.EndsWith(Extension, StringComparison.Ordinal) && !named.Contains(name)))
            {
                File.Delete(file);
            }
        }

        return (opening, segments);
    }

    /// <summary>A name no segment here has had.</summary>
    public string NewName() => (++_lastNumber).ToString("D8", CultureInfo.InvariantCulture) + Extension;

    public SegmentSink Sink(string name) => new FileSink(Path.Combine(_folder, name));

    /// <summary>From now on these segments count, without what is removed from them.</summary>
    public void Save(IEnumerable<IndexSegment> segments)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(ListMark);
        writer.Write(_lastNumber);
        foreach (IndexSegment segment in segments)
        {
            writer.Write(segment.Name!);
            writer.Write(segment.Sum);
            writer.Write(segment.RemovedCount);
            for (int text = 0; text < segment.DocumentCount && segment.RemovedCount > 0; text++)
            {
                if (segment.IsRemoved(text))
                {
                    writer.Write(text);
                }
            }
        }

        writer.Write(Checksum.Of(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        string path = Path.Combine(_folder, ListName);
        using FileStream file = OwnerOnly.Open(path + OwnerOnly.Unfinished, FileMode.Create);
        RandomAccess.Write(file.SafeFileHandle, bytes.GetBuffer().AsSpan(0, (int)bytes.Length), 0);
        OwnerOnly.Finish(file, path);
    }

    public void Delete(string name) => File.Delete(Path.Combine(_folder, name));

    public void Dispose() => _held.Dispose();

    private IndexOpening Read(List<IndexSegment> segments)
    {
        string path = Path.Combine(_folder, ListName);
        if (!File.Exists(path))
        {
            return Directory.EnumerateFiles(_folder, "*" + Extension).Any() ? IndexOpening.Damaged : IndexOpening.Empty;
        }

        byte[] list = File.ReadAllBytes(path);
        if (list.Length < sizeof(ulong) + sizeof(long) + sizeof(uint)
            || MemoryMarshal.Read<uint>(list.AsSpan(^sizeof(uint)..)) != Checksum.Of(list.AsSpan(..^sizeof(uint)))
            || MemoryMarshal.Read<ulong>(list) != ListMark)
        {
            return IndexOpening.Damaged;
        }

        using var reader = new BinaryReader(new MemoryStream(list, sizeof(ulong), list.Length - sizeof(ulong) - sizeof(uint)));
        _lastNumber = reader.ReadInt64();
        var opening = IndexOpening.Whole;
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            string name = reader.ReadString();
            uint sum = reader.ReadUInt32();
            int[] removed = new int[reader.ReadInt32()];
            for (int i = 0; i < removed.Length; i++)
            {
                removed[i] = reader.ReadInt32();
            }

            if (Read(name, sum, removed, ref opening) is { } segment)
            {
                segments.Add(segment);
            }
        }

        return opening;
    }

    private IndexSegment? Read(string name, uint sum, int[] removed, ref IndexOpening opening)
    {
        SegmentMemory? memory = null;
        try
        {
            memory = SegmentMemory.Map(Path.Combine(_folder, name));
            if (IndexSegment.IsSound(memory, _shape, out bool isOther))
            {
                var segment = new IndexSegment(memory, _shape, name);
                if (segment.Sum == sum)
                {
                    foreach (int text in removed)
                    {
                        segment.Remove(text);
                    }

                    return segment;
                }
            }

            opening = isOther && opening == IndexOpening.Whole ? IndexOpening.Other : IndexOpening.Damaged;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            opening = IndexOpening.Damaged;
        }

        memory?.Dispose();
        return null;
    }
}
