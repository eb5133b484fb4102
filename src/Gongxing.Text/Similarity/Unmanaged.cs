using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>
/// A list outside the collector's memory, for what is large and short-lived: hundreds of megabytes need not be cleared, looked
/// through or kept until somebody collects them.
/// </summary>
internal sealed unsafe class Unmanaged<T> : IDisposable
    where T : unmanaged
{
    private T* _items;
    private int _capacity;

    public Unmanaged(int capacity)
    {
        _capacity = Math.Max(16, capacity);
        _items = (T*)NativeMemory.Alloc((nuint)_capacity, (nuint)sizeof(T));
    }

    ~Unmanaged() => NativeMemory.Free(_items);

    public int Count { get; private set; }

    public Span<T> Span => new(_items, Count);

    /// <summary>Has memory bring an item, which need not be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Expect(int index) => CacheLine.Expect(_items + index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item)
    {
        if (Count == _capacity)
        {
            Grow(Count + 1L);
        }

        _items[Count++] = item;
    }

    /// <summary>Adds so many items, to be written by the caller.</summary>
    public Span<T> AddMany(int count)
    {
        if ((long)Count + count > _capacity)
        {
            Grow((long)Count + count);
        }

        Count += count;
        return new Span<T>(_items + Count - count, count);
    }

    public void Shorten(int count) => Count = count;

    public void Dispose()
    {
        NativeMemory.Free(_items);
        _items = null;
        _capacity = Count = 0;
        GC.SuppressFinalize(this);
    }

    private void Grow(long least)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(least, Array.MaxLength);
        _capacity = (int)Math.Min(Array.MaxLength, Math.Max(least, _capacity * 2L));
        _items = (T*)NativeMemory.Realloc(_items, (nuint)_capacity * (nuint)sizeof(T));
    }
}
