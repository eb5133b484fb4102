namespace Gongxing.Text;

/// <summary>A stretch of a text, half-open, counted in UTF-16 units: <c>text[Start..End]</c>.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first position after the span.</summary>
    public int End => Start + Length;

    public bool IsEmpty => Length == 0;

    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>The smallest span that holds both.</summary>
    public static TextSpan Cover(TextSpan a, TextSpan b) =>
        FromBounds(Math.Min(a.Start, b.Start), Math.Max(a.End, b.End));

    public bool Contains(int position) => position >= Start && position < End;

    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(TextSpan other) => other.Start < End && Start < other.End;

    /// <summary>What both have in common; empty, at the later start, where they have nothing.</summary>
    public TextSpan Intersect(TextSpan other)
    {
        int start = Math.Max(Start, other.Start);
        return FromBounds(start, Math.Max(start, Math.Min(End, other.End)));
    }

    /// <summary>The same stretch of a text that begins <paramref name="distance"/> earlier.</summary>
    public TextSpan Shift(int distance) => new(Start + distance, Length);

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);

    /// <summary>The span without the white space at its two ends; empty, at its start, when it is all white space.</summary>
    public TextSpan Trim(ReadOnlySpan<char> text)
    {
        int start = Start;
        int end = End;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end == start)
        {
            return new TextSpan(Start, 0);
        }

        while (char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return FromBounds(start, end);
    }
}
