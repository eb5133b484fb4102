namespace Gongxing.Text.Similarity;

/// <summary>The way from the form of a text to where its units were written.</summary>
internal readonly ref struct LocatedText(string text, ReadOnlySpan<ushort> form, ReadOnlySpan<int> starts)
{
    private readonly ReadOnlySpan<int> _starts = starts;

    public string Text { get; } = text;

    public ReadOnlySpan<ushort> Form { get; } = form;

    /// <summary>The first character written for a unit.</summary>
    public char First(int place) => Text[_starts[place]];

    public TextSpan Span(int place) => ComparisonForm.SpanOf(
        Text, Form[place], _starts[place], place + 1 < _starts.Length ? _starts[place + 1] : Text.Length);

    public TextSpan Span(int start, int end) => TextSpan.FromBounds(_starts[start], Span(end - 1).End);
}
