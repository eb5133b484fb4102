using System.Buffers;

namespace Gongxing.Text.Similarity;

/// <summary>The seeds of one text after another, in rented arrays that grow with the longest.</summary>
internal sealed class SeedScan : IDisposable
{
    private ushort[] _form = [];
    private uint[] _parts = [];
    private ulong[] _seeds = [];
    private int[] _places = [];
    private int _length;
    private int _count;

    public ReadOnlySpan<ushort> Form => _form.AsSpan(0, _length);

    public ReadOnlySpan<uint> Parts => _parts.AsSpan(0, SeedFinder.Parts(_length));

    public ReadOnlySpan<ulong> Seeds => _seeds.AsSpan(0, _count);

    /// <summary>Where each seed begins in the form.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, _count);

    public void Read(ReadOnlySpan<char> text, int seedLength, bool vectors)
    {
        ReadForm(text, vectors);
        Resize(ref _seeds, _form.Length);
        Resize(ref _places, _form.Length);
        _count = SeedFinder.Find(Parts, seedLength, _seeds, _places, vectors);
    }

    /// <summary>The form and its parts alone.</summary>
    public void ReadForm(ReadOnlySpan<char> text, bool vectors)
    {
        Resize(ref _form, text.Length + 1);
        Resize(ref _parts, text.Length + 1);
        _length = ComparisonForm.Write(text, _form);
        _count = 0;
        SeedFinder.HashParts(Form, _parts, vectors);
    }

    public void Dispose()
    {
        ArrayPool<ushort>.Shared.Return(_form);
        ArrayPool<uint>.Shared.Return(_parts);
        ArrayPool<ulong>.Shared.Return(_seeds);
        ArrayPool<int>.Shared.Return(_places);
        _form = [];
        _parts = [];
        _seeds = [];
        _places = [];
        _length = _count = 0;
    }

    private static void Resize<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            T[] longer = ArrayPool<T>.Shared.Rent(Math.Max(length, 8192));
            ArrayPool<T>.Shared.Return(array);
            array = longer;
        }
    }
}
