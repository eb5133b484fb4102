namespace Gongxing.Text;

/// <summary>Cuts a text where <see cref="Sentences"/> does, and at ， ： and their narrow forms.</summary>
public static class Clauses
{
    public static SegmentEnumerator In(ReadOnlySpan<char> text) => new(text, 0, Cut.Clause);

    /// <summary>The clauses of a part, counted in the whole of <paramref name="text"/>.</summary>
    public static SegmentEnumerator In(string text, TextSpan part) => new(part.In(text), part.Start, Cut.Clause);

    /// <summary>Cuts at the enumeration comma 、 too.</summary>
    public static SegmentEnumerator AndItemsIn(ReadOnlySpan<char> text) => new(text, 0, Cut.Item);

    /// <inheritdoc cref="AndItemsIn(ReadOnlySpan{char})"/>
    public static SegmentEnumerator AndItemsIn(string text, TextSpan part) =>
        new(part.In(text), part.Start, Cut.Item);
}
