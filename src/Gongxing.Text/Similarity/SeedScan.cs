using System.Buffers;
using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>The seeds of one text after another, in rented arrays that grow with the longest.</summary>
internal sealed class SeedScan : IDisposable
{
    // No more than the nearest memory holds of what they are looked up in.
    private const int SeedsAtOnce = 128;

    private ushort[] _form = [];
    private int[] _starts = [];
    private uint[] _parts = [];
    private ulong[] _seeds = [];
    private int[] _places = [];
    private CommonPlace[] _common = [];
    private int _length;
    private int _count;
    private int _commonCount;

    public ReadOnlySpan<ushort> Form => _form.AsSpan(0, _length);

    /// <summary>Where each unit of the form was written; only after it was asked for.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, _length);

    public ReadOnlySpan<uint> Parts => _parts.AsSpan(0, SeedFinder.Parts(_length));

    public ReadOnlySpan<ulong> Seeds => _seeds.AsSpan(0, _count);

    /// <summary>Where each seed begins in the form.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, _count);

    /// <summary>The common seeds that were found last, in order of place.</summary>
    public ReadOnlySpan<CommonPlace> Common => _common.AsSpan(0, _commonCount);

    /// <summary>The form of a text and its seeds.</summary>
    public void Read(string text, int seedLength, int widestVector, bool withStarts = false)
    {
        ReadForm(text, widestVector, withStarts);
        FindSeeds(seedLength, widestVector);
    }

    /// <summary>The seeds of the form that was read.</summary>
    public void FindSeeds(int seedLength, int widestVector)
    {
        Resize(ref _seeds, _form.Length);
        Resize(ref _places, _form.Length + SeedFinder.Lanes);
        _count = SeedFinder.Find(Parts, seedLength, _seeds, _places, widestVector);
    }

    /// <summary>Finds which of the seeds are common.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FindCommon(CommonSeeds common)
    {
        Resize(ref _common, _count + 1);
        Span<int> expected = stackalloc int[SeedsAtOnce];
        ReadOnlySpan<ulong> seeds = Seeds;
        ReadOnlySpan<int> places = Places;
        Span<CommonPlace> found = _common;
        int count = 0;
        for (int start = 0; start < seeds.Length; start += SeedsAtOnce)
        {
            int end = Math.Min(seeds.Length, start + SeedsAtOnce);
            int maybe = 0;
            for (int i = start; i < end; i++)
            {
                expected[maybe] = i;
                maybe += common.MayHave(seeds[i]) ? 1 : 0;
            }

            foreach (int at in expected[..maybe])
            {
                common.Expect(seeds[at]);
            }

            foreach (int at in expected[..maybe])
            {
                if (common.TryFind(seeds[at], out int seed, out int texts))
                {
                    found[count++] = new CommonPlace(places[at], seed, texts);
                }
            }
        }

        _commonCount = count;
    }

    /// <summary>The form and its parts, and where they were written.</summary>
    public void ReadForm(string text, int widestVector) => ReadForm(text, widestVector, withStarts: true);

    public LocatedText Located(string text) => new(text, Form, Starts);

    /// <summary>The form alone, without its parts, and where it was written.</summary>
    public void Locate(string text) => WriteForm(text, withStarts: true);

    private void ReadForm(string text, int widestVector, bool withStarts)
    {
        WriteForm(text, withStarts);
        Resize(ref _parts, _form.Length);
        SeedFinder.HashParts(Form, _parts, widestVector);
    }

    private void WriteForm(string text, bool withStarts)
    {
        Resize(ref _form, text.Length + 1);
        if (withStarts)
        {
            Resize(ref _starts, text.Length + 1);
        }

        _length = ComparisonForm.Write(text, _form, withStarts ? _starts : []);
        _count = 0;
    }

    public void Dispose()
    {
        ArrayPool<ushort>.Shared.Return(_form);
        ArrayPool<int>.Shared.Return(_starts);
        ArrayPool<uint>.Shared.Return(_parts);
        ArrayPool<ulong>.Shared.Return(_seeds);
        ArrayPool<int>.Shared.Return(_places);
        ArrayPool<CommonPlace>.Shared.Return(_common);
        _form = [];
        _starts = [];
        _parts = [];
        _seeds = [];
        _places = [];
        _common = [];
        _length = _count = _commonCount = 0;
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

/// <summary>Where a common seed stands in a text.</summary>
/// <param name="Seed">Where it is among the common seeds.</param>
/// <param name="Texts">In how many texts it stands.</param>
internal readonly record struct CommonPlace(int Place, int Seed, int Texts);
