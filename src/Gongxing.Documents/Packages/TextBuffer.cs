namespace Gongxing.Documents.Packages;

/// <summary>A growing text, kept clean of what may not stand in a paragraph.</summary>
/// <param name="traced">Also keeps of each unit where it was written.</param>
internal sealed class TextBuffer(bool traced = false)
{
    private char[] _chars = new char[64];
    private SourcePlace[]? _places = traced ? new SourcePlace[64] : null;

    public int Length { get; private set; }

    public ReadOnlySpan<char> Span => _chars.AsSpan(0, Length);

    /// <summary>Parallel to <see cref="Span"/>, or null if nobody asked.</summary>
    public SourcePlace[]? Places => _places?[..Length];

    public override string ToString() => new(_chars, 0, Length);

    /// <summary>Says of all that was appended since <paramref name="start"/> which element wrote it.</summary>
    public void Trace(int start, int element)
    {
        for (int i = start; _places is not null && i < Length; i++)
        {
            _places[i] = new SourcePlace(element, i - start);
        }
    }

    public void Append(char c)
    {
        Grow(1);
        _chars[Length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        Grow(text.Length);
        text.CopyTo(_chars.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>
    /// Makes what was appended since <paramref name="start"/> one line: no line ends, no control characters.
    /// </summary>
    /// <param name="trim">Also drops spaces at both ends; the ideographic space is a character like any other.</param>
    public void Clean(int start, bool trim)
    {
        Span<char> added = _chars.AsSpan(start, Length - start);
        int kept = 0;
        for (int i = 0; i < added.Length; i++)
        {
            char c = added[i];
            if (c is '\n' or '\r')
            {
                c = ' ';
            }
            else if (char.IsSurrogate(c) && !IsPaired(added, i))
            {
                c = '\uFFFD';
            }

            if (c >= ' ' ? c is not ('\x7F' or '\uFEFF') : c == '\t')
            {
                Keep(start + i, start + kept++, c);
            }
        }

        Length = start + kept;
        if (trim)
        {
            Trim(start);
        }
    }

    /// <summary>
    /// Makes one space of every run of white space that was appended since, none at the very beginning.
    /// </summary>
    public void Collapse(int start)
    {
        int kept = start;
        for (int i = start; i < Length; i++)
        {
            char c = _chars[i] is '\t' ? ' ' : _chars[i];
            if (c != ' ' || (kept > 0 && _chars[kept - 1] is not (' ' or '\n' or '\t')))
            {
                Keep(i, kept++, c);
            }
        }

        Length = kept;
    }

    /// <summary>Drops what was appended since <paramref name="start"/>.</summary>
    public void Cut(int start) => Length = start;

    private void Trim(int start)
    {
        ReadOnlySpan<char> trimmed = Span[start..].TrimEnd(" \t");
        int leading = trimmed.Length - trimmed.TrimStart(" \t").Length;
        Length = start + trimmed.Length - leading;
        Array.Copy(_chars, start + leading, _chars, start, Length - start);
        if (_places is not null)
        {
            Array.Copy(_places, start + leading, _places, start, Length - start);
        }
    }

    private void Keep(int from, int to, char c)
    {
        _chars[to] = c;
        if (_places is not null)
        {
            _places[to] = _places[from];
        }
    }

    private static bool IsPaired(ReadOnlySpan<char> text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : at > 0 && char.IsHighSurrogate(text[at - 1]);

    private void Grow(int count)
    {
        if (Length + count > _chars.Length)
        {
            Array.Resize(ref _chars, Math.Max(Length + count, 2 * _chars.Length));
            if (_places is not null)
            {
                Array.Resize(ref _places, _chars.Length);
            }
        }
    }
}
