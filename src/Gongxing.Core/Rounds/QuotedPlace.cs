using Gongxing.Core.Materials;
using Gongxing.Text;

namespace Gongxing.Core.Rounds;

/// <summary>Words of a draft as they were quoted, with enough around them to find them in the next one.</summary>
/// <param name="Material">The draft they were quoted from.</param>
/// <param name="Span">Where they stand in it.</param>
/// <param name="Words">Themselves.</param>
/// <param name="Before">Up to <see cref="Around"/> characters before them.</param>
/// <param name="After">As many after them.</param>
/// <param name="Length">Of the whole text.</param>
public sealed record QuotedPlace(
    MaterialId Material, TextSpan Span, string Words, string Before, string After, int Length)
{
    /// <summary>How far the words around are kept.</summary>
    public const int Around = 24;

    /// <summary>Equal words that far from where they were expected are the same ones, whatever stands around them.</summary>
    public const int Near = 200;

    // Four characters on one side: enough to tell 学习 in one sentence from 学习 in another.
    private const int EnoughAround = 4;

    /// <param name="span">Within the text, without white space at its ends.</param>
    public static QuotedPlace Of(MaterialId material, string text, TextSpan span) => new(
        material,
        span,
        span.In(text).ToString(),
        text[Math.Max(0, span.Start - Around)..span.Start],
        text[span.End..Math.Min(text.Length, span.End + Around)],
        text.Length);

    /// <summary>Where the words stand in a draft; null when they are no longer there.</summary>
    /// <remarks>
    /// In the draft they were quoted from, where they were. In another, the very same words, near the old place counted from
    /// either end, or between the same neighbours; of several, those whose neighbours agree furthest, then the nearest.
    /// </remarks>
    public TextSpan? FindIn(MaterialId material, string text)
    {
        if (material == Material)
        {
            return Span;
        }

        TextSpan? best = null;
        (int Agreeing, int Distance) bestFit = default;
        for (int at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            int before = CommonEnd(text.AsSpan(0, at), Before);
            int after = CommonStart(text.AsSpan(at + Words.Length), After);
            int distance = Math.Min(Math.Abs(at - Span.Start), Math.Abs(text.Length - at - (Length - Span.Start)));
            bool isSame = distance <= Near || before >= EnoughAround || after >= EnoughAround;
            if (isSame && (best is null || before + after > bestFit.Agreeing
                || (before + after == bestFit.Agreeing && distance < bestFit.Distance)))
            {
                (best, bestFit) = (new TextSpan(at, Words.Length), (before + after, distance));
            }
        }

        return best;
    }

    private int Next(string text, int from) =>
        Words.Length == 0 || from >= text.Length ? -1 : text.IndexOf(Words, from, StringComparison.Ordinal);

    private static int CommonStart(ReadOnlySpan<char> text, string words) => text.CommonPrefixLength(words);

    private static int CommonEnd(ReadOnlySpan<char> text, string words)
    {
        int common = 0;
        while (common < text.Length && common < words.Length && text[^(common + 1)] == words[^(common + 1)])
        {
            common++;
        }

        return common;
    }
}
