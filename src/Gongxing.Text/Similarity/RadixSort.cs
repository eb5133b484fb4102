namespace Gongxing.Text.Similarity;

/// <summary>Sorts by some upper bits of each value, least digit first; equal ones keep their order.</summary>
internal static class RadixSort
{
    private const int DigitBits = 10;
    private const int Digits = 1 << DigitBits;

    /// <summary>Sorts by everything from <paramref name="lowestBit"/> up; the other array is room to work in.</summary>
    /// <returns>Which of the two holds the result.</returns>
    public static ulong[] Sort(ulong[] values, ulong[] room, int count, int lowestBit)
    {
        Span<int> next = stackalloc int[Digits];
        for (int shift = lowestBit; shift < 64; shift += DigitBits)
        {
            ReadOnlySpan<ulong> from = values.AsSpan(0, count);
            next.Clear();
            foreach (ulong value in from)
            {
                next[(int)(value >> shift) & (Digits - 1)]++;
            }

            int sum = 0;
            for (int digit = 0; digit < Digits; digit++)
            {
                (next[digit], sum) = (sum, sum + next[digit]);
            }

            Span<ulong> to = room.AsSpan(0, count);
            foreach (ulong value in from)
            {
                to[next[(int)(value >> shift) & (Digits - 1)]++] = value;
            }

            (values, room) = (room, values);
        }

        return values;
    }
}
