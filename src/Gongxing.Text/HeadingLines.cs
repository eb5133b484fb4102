using System.Buffers;

namespace Gongxing.Text;

/// <summary>Lines that head what follows, told by their shape alone: short, no sentence, and no piece of a wrapped one.</summary>
public static class HeadingLines
{
    private const int LongestNumbered = 45;
    private const int LongestPlain = 32;

    // What a hard wrap cut goes on with a line about as long.
    private const double LongerThanWrapped = 1.3;

    private static readonly SearchValues<char> s_ends = SearchValues.Create("。！？；!?;…");
    private static readonly SearchValues<char> s_goesOn = SearchValues.Create("，、,：:");

    /// <summary>The line around a position, without its end.</summary>
    public static TextSpan LineAt(string text, int position)
    {
        int start = position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;
        int end = text.IndexOf('\n', position);
        return TextSpan.FromBounds(start, end < 0 ? text.Length : end);
    }

    /// <param name="line">From <see cref="LineAt"/>.</param>
    public static bool IsHeading(string text, TextSpan line)
    {
        TextSpan words = line.Trim(text);
        ReadOnlySpan<char> heading = words.In(text);
        if (words.IsEmpty || heading.ContainsAny(s_ends) || s_goesOn.Contains(heading[^1]))
        {
            return false;
        }

        bool isNumbered = ItemMarks.LengthAt(text, words.Start) > 0;
        if (heading.Length > (isNumbered ? LongestNumbered : LongestPlain) || (!isNumbered && !BeginsAnew(text, line)))
        {
            return false;
        }

        TextSpan next = Next(text, line);
        return !heading.ContainsAny(s_goesOn) || next.IsEmpty || ItemMarks.LengthAt(text, next.Start) > 0
            || next.Length >= LongerThanWrapped * words.Length;
    }

    private static bool BeginsAnew(string text, TextSpan line)
    {
        int last = line.Start - 1;
        while (last >= 0 && char.IsWhiteSpace(text[last]))
        {
            last--;
        }

        return last < 0 || s_ends.Contains(text[last]) || text[last] is '”' or '：' or ':'
            || ItemMarks.LengthAt(text, LineAt(text, last).Trim(text).Start) > 0;
    }

    private static TextSpan Next(string text, TextSpan line)
    {
        int start = line.End;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start == text.Length ? new TextSpan(start, 0) : TextSpan.FromBounds(start, LineAt(text, start).End).Trim(text);
    }
}
