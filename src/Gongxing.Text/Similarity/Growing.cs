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

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        _items[Count++] = item;
    }

    public void Clear() => Count = 0;

    public void Shorten(int count) => Count = count;

    private void Grow()
    {
        T[] longer = GC.AllocateUninitializedArray<T>(_items.Length * 2);
        Span.CopyTo(longer);
        _items = longer;
    }
}
