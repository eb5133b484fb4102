using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>An array that doubles when it is full.</summary>
internal struct Growing<T>
    where T : unmanaged
{
    private T[] _items;

    public Growing(int capacity)
    {
        _items = GC.AllocateUninitializedArray<T>(Math.Max(16, capacity));
    }

    public int Count { get; private set; }

    public readonly Span<T> Span => _items.AsSpan(0, Count);

    public readonly ref T this[int index] => ref _items[index];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Grow(Count + 1);
        }

        _items[Count++] = item;
    }

    /// <summary>Adds so many items, to be written by the caller.</summary>
    public Span<T> AddMany(int count)
    {
        if (Count + count > _items.Length)
        {
            Grow(Count + count);
        }

        Count += count;
        return _items.AsSpan(Count - count, count);
    }

    public void Clear() => Count = 0;

    private void Grow(int least)
    {
        T[] longer = GC.AllocateUninitializedArray<T>((int)Math.Min(Array.MaxLength, Math.Max(least, _items.Length * 2L)));
        Span.CopyTo(longer);
        _items = longer;
    }
}
