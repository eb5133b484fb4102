using System.Text;
using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>
/// The text the engine reads: width, script and stray spaces folded away, wrapped lines joined, and a way back to
/// the document.
/// </summary>
/// <remarks>Lines are parted by one <c>\n</c>. Positions in the engine are positions in <see cref="Text"/>.</remarks>
internal sealed class Flow(string source, string text, int[] map, IReadOnlyList<FlowLine> lines)
{
    private const int LongestReading = 10;

    public string Source => source;

    public string Text => text;

    public IReadOnlyList<FlowLine> Lines => lines;

    public ReadOnlySpan<char> Slice(int start, int end) => text.AsSpan(start, Math.Max(0, end - start));

    /// <summary>The place in the document of a stretch, without white space at its ends.</summary>
    public TextSpan ToSource(int start, int end)
    {
        (start, end) = Trim(start, end);
        if (start >= end)
        {
            int at = map[Math.Min(start, text.Length)];
            return new TextSpan(at, 0);
        }

        return TextSpan.FromBounds(map[start], map[end - 1] + 1);
    }

    /// <summary>The words of a stretch as the document writes them, without line ends and stray spaces.</summary>
    public string Quote(int start, int end)
    {
        (start, end) = Trim(start, end);
        var words = new StringBuilder(Math.Max(0, end - start));
        for (int i = start; i < end; i++)
        {
            if (text[i] != '\n')
            {
                words.Append(source[map[i]]);
                AppendReading(words, i, end);
            }
        }

        return words.ToString();
    }

    /// <summary>True when the character was written wide: ． and not a point.</summary>
    public bool IsWide(int at) => source[map[at]] >= '\u2000';

    /// <summary>
    /// True when the document has white space before the character at <paramref name="at"/> that was folded
    /// away.
    /// </summary>
    public bool HasGapBefore(int at) =>
        at > 0 && at < text.Length && map[at] > map[at - 1] + 1 && char.IsWhiteSpace(source[map[at] - 1]);

    /// <summary>True for a wide one: an ideographic space, or several.</summary>
    public bool HasWideGapBefore(int at) =>
        HasGapBefore(at) && (source[map[at] - 1] == '\u3000' || map[at] > map[at - 1] + 2);

    // A reading left behind a character, 领(dǎo), is folded away but was written.
    private void AppendReading(StringBuilder words, int at, int end)
    {
        int next = map[at + 1];
        if (at + 1 >= end && map[at] + 1 < source.Length && source[map[at] + 1] is not ('(' or '（'))
        {
            return;
        }

        if (next - map[at] is > 2 and <= LongestReading && source[map[at] + 1] is '(' or '（')
        {
            words.Append(source.AsSpan(map[at] + 1, next - map[at] - 1).TrimEnd());
        }
    }

    private (int Start, int End) Trim(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }
}
