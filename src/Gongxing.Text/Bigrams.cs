using System.Buffers;

namespace Gongxing.Text;

/// <summary>How much two short texts have in common, by the pairs of neighbouring characters in them.</summary>
/// <remarks>A pair that stands twice counts twice. A text of one character counts as one pair.</remarks>
public static class Bigrams
{
    /// <summary>Twice the common pairs over all pairs (Dice, 1945): 1 for equal texts, 0 for nothing in common or empty ones.</summary>
    public static double Dice(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int total = Count(a) + Count(b);
        return total == 0 ? 0 : 2.0 * Common(a, b) / total;
    }

    /// <summary>The same for texts whose <see cref="Pairs"/> were taken before, since each is compared with many.</summary>
    public static double Dice(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b) =>
        a.Length + b.Length == 0 ? 0 : 2.0 * Common(a, b) / (a.Length + b.Length);

    /// <summary>The pairs of a text, in an order of their own.</summary>
    public static uint[] Pairs(ReadOnlySpan<char> text)
    {
        uint[] pairs = new uint[Count(text)];
        Fill(text, pairs);
        return pairs;
    }

    private static int Count(ReadOnlySpan<char> text) => text.Length < 2 ? text.Length : text.Length - 1;

    private static int Common(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int room = Count(a) + Count(b);
        uint[]? rented = room > 256 ? ArrayPool<uint>.Shared.Rent(room) : null;
        Span<uint> all = rented is null ? stackalloc uint[256] : rented;
        Span<uint> left = all[..Count(a)];
        Span<uint> right = all.Slice(left.Length, Count(b));
        Fill(a, left);
        Fill(b, right);
        int common = Common(left, right);
        if (rented is not null)
        {
            ArrayPool<uint>.Shared.Return(rented);
        }

        return common;
    }

    private static int Common(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        int common = 0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            (uint a, uint b) = (left[i], right[j]);
            common += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += a >= b ? 1 : 0;
        }

        return common;
    }

    private static void Fill(ReadOnlySpan<char> text, Span<uint> pairs)
    {
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = ((uint)text[i] << 16) | (i + 1 < text.Length ? text[i + 1] : 0u);
        }

        pairs.Sort();
    }
}
