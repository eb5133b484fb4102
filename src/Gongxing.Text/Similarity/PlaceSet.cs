using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>Places of one text.</summary>
internal sealed class PlaceSet
{
    private ulong[] _bits = [];

    public int Length { get; private set; }

    public ReadOnlySpan<ulong> Words => _bits.AsSpan(0, (Length + 63) >> 6);

    public void Clear(int length)
    {
        Length = length;
        int words = (length + 63) >> 6;
        if (_bits.Length < words)
        {
            _bits = new ulong[words + (words / 4)];
        }

        Array.Clear(_bits, 0, words);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int place) => _bits[place >> 6] |= 1UL << place;

    /// <summary>The first place from here on; <see cref="Length"/> when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(int place)
    {
        if (place >= Length)
        {
            return Length;
        }

        int word = place >> 6;
        ulong bits = _bits[word] & (ulong.MaxValue << place);
        int last = (Length - 1) >> 6;
        while (bits == 0)
        {
            if (++word > last)
            {
                return Length;
            }

            bits = _bits[word];
        }

        return (word << 6) + BitOperations.TrailingZeroCount(bits);
    }
}

/// <summary>Where in one of two texts seeds begin that are common.</summary>
internal sealed class CommonPlaces
{
    /// <summary>Whether it is the first of the two.</summary>
    public bool InA { get; set; } = true;

    /// <summary>What stands in too many texts.</summary>
    public PlaceSet Usual { get; } = new();

    /// <summary>What may stand in any text.</summary>
    public PlaceSet Allowed { get; } = new();

    public void Clear(int length)
    {
        Usual.Clear(length);
        Allowed.Clear(length);
    }
}
