namespace Gongxing.Benchmarks.Copies;

/// <summary>The random numbers of one document: the same for the same seed, and no kin of any other
/// document's.</summary>
/// <remarks>
/// The generator is xoshiro256** (Blackman and Vigna). Each word of its state is a finalised hash of seed and number.
/// Streams that start a constant apart on one sequence run into each other, and documents made from them quote each
/// other.
/// </remarks>
internal sealed class RandomStream
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public RandomStream(ulong seed, ulong number)
    {
        ulong key = Mix(Mix(seed + 0x9E6C63D0876A9A47) ^ Mix(number + 0xD1B54A32D192ED03));
        _a = Mix(key + 0xA0761D6478BD642F);
        _b = Mix(key ^ 0xE7037ED1A0B428DB);
        _c = Mix(_a + 0x8EBC6AF09C88C6E3);
        _d = Mix(_b ^ 0x589965CC75374CC3) | 1;
    }

    public ulong Next()
    {
        ulong result = ulong.RotateLeft(_b * 5, 7) * 9;
        ulong shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A number below <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    /// <summary>A number from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>A number from 0 up to, but not, 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Fraction() < probability;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>One of the first more often than one of the last, as words are used in any language.</summary>
    public T PickEarly<T>(IReadOnlyList<T> from)
    {
        double rank = Fraction();
        return from[(int)(rank * rank * from.Count)];
    }

    public char Pick(string from) => from[Below(from.Length)];

    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93;
        x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93;
        return x ^ (x >> 32);
    }
}
