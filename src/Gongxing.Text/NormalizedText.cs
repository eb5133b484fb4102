namespace Gongxing.Text;

/// <summary>What <see cref="NormalizedText"/> may fold beyond what it always folds.</summary>
[Flags]
public enum NormalizationOptions
{
    None = 0,

    /// <summary>Treats line ends as white space, so that a hard wrap inside a word does not hide it.</summary>
    JoinLines = 1,

    /// <summary>Leaves out quotation marks, so that “四风”问题 is 四风问题.</summary>
    DropQuotes = 2,
}

/// <summary>
/// A text made equal where writers differ without meaning to, for matching only, with the way back to what was written.
/// </summary>
/// <remarks>
/// Folds width, traditional characters, letter case, look-alike brackets, quotation marks and dashes; drops zero-width
/// characters, control characters, and readings left behind a character, as in 領導(dǎo). White space stays, as one space, only
/// between two characters that are both narrow; line ends become <c>\n</c>. Normalising twice gives what once gives.
/// A lone surrogate stays as it is.
/// </remarks>
public sealed class NormalizedText
{
    private readonly int[] _rawStarts;
    private readonly int _rawEnd;

    private NormalizedText(string raw, TextSpan part, string text, int[] rawStarts)
    {
        Raw = raw;
        Text = text;
        _rawStarts = rawStarts;
        _rawEnd = part.End;
    }

    /// <summary>The text as written; every raw position counts in it.</summary>
    public string Raw { get; }

    /// <summary>The text to match in.</summary>
    public string Text { get; }

    public static NormalizedText Of(string raw, NormalizationOptions options = NormalizationOptions.None) =>
        Of(raw, new TextSpan(0, raw.Length), options);

    /// <summary>Normalises a part; its raw positions still count in the whole of <paramref name="raw"/>.</summary>
    public static NormalizedText Of(
        string raw, TextSpan part, NormalizationOptions options = NormalizationOptions.None)
    {
        using var fold = new FoldingBuffer(part.Length, options, withMap: true);
        fold.Append(part.In(raw), part.Start);
        return new NormalizedText(raw, part, fold.Text.ToString(), fold.RawStarts.ToArray());
    }

    /// <summary>The normalised form alone, for words and queries that are matched in normalised texts.</summary>
    public static string Fold(ReadOnlySpan<char> raw, NormalizationOptions options = NormalizationOptions.None)
    {
        using var fold = new FoldingBuffer(raw.Length, options, withMap: false);
        fold.Append(raw, 0);
        return fold.Text.ToString();
    }

    /// <summary>Where the character at <paramref name="position"/> was written; the end of the raw text for the end.</summary>
    public int ToRaw(int position) => position == _rawStarts.Length ? _rawEnd : _rawStarts[position];

    /// <summary>What was written for <paramref name="span"/>, without what was dropped before and after it.</summary>
    public TextSpan ToRaw(TextSpan span)
    {
        if (span.IsEmpty)
        {
            return new TextSpan(ToRaw(span.Start), 0);
        }

        int last = _rawStarts[span.End - 1];
        bool pair = last + 1 < _rawEnd && char.IsSurrogatePair(Raw[last], Raw[last + 1]);
        return TextSpan.FromBounds(_rawStarts[span.Start], last + (pair ? 2 : 1));
    }

    /// <summary>The first position of the normalised text that was written at <paramref name="rawPosition"/> or later.</summary>
    public int FromRaw(int rawPosition)
    {
        int low = 0;
        int high = _rawStarts.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_rawStarts[middle] < rawPosition)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>What <paramref name="rawSpan"/> became; empty when all of it was dropped.</summary>
    public TextSpan FromRaw(TextSpan rawSpan) => TextSpan.FromBounds(FromRaw(rawSpan.Start), FromRaw(rawSpan.End));
}
