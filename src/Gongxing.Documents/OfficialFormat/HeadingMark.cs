using System.Buffers;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>The number a paragraph opens with, by the four levels of GB/T 9704—2012, 7.3.3.</summary>
/// <param name="Level">1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; 0 for none.</param>
/// <param name="Lead">How many characters the heading takes when text follows it in the same paragraph.</param>
/// <param name="IsWhole">The paragraph is a heading and nothing else.</param>
internal readonly record struct HeadingMark(int Level, int Lead, bool IsWhole)
{
    private static readonly SearchValues<char> s_numerals = SearchValues.Create("一二三四五六七八九十百零〇");
    private static readonly SearchValues<char> s_stops = SearchValues.Create("。；！？");

    private const int LongestHeading = 50;
    private const int LongestLead = 44;

    public static HeadingMark Of(ReadOnlySpan<char> text)
    {
        (int level, int content) = Read(text);
        if (level == 0)
        {
            return default;
        }

        if (MayBeHeading(text) || (level <= 2 && text.Length <= LongestLead && text.IndexOf('。') == text.Length - 1))
        {
            return new HeadingMark(level, text.Length, IsWhole: true);
        }

        int stop = text[content..].IndexOfAny('。', '：', ':');
        int lead = stop >= 0 && stop < LongestLead ? content + stop + 1 : 0;
        return new HeadingMark(level, lead, IsWhole: false);
    }

    /// <summary>Short, and no sentence.</summary>
    public static bool MayBeHeading(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= LongestHeading && text.IndexOfAny(s_stops) < 0
        && text[^1] is not ('，' or '、' or '：' or ':' or ';');

    private static (int Level, int Content) Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return default;
        }

        bool bracketed = text[0] is '（' or '(';
        ReadOnlySpan<char> rest = bracketed ? text[1..] : text;
        int han = rest.IndexOfAnyExcept(s_numerals);
        if (han > 0 && han <= 4)
        {
            return Close(rest, han, bracketed) is var end and > 0 ? (bracketed ? 2 : 1, end + (bracketed ? 1 : 0)) : default;
        }

        int digits = rest.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and <= 2 && Close(rest, digits, bracketed) is var close and > 0
            && !(close < rest.Length && char.IsAsciiDigit(rest[close]))
            ? (bracketed ? 4 : 3, close + (bracketed ? 1 : 0))
            : default;
    }

    private static int Close(ReadOnlySpan<char> text, int at, bool bracketed) =>
        at < text.Length && (bracketed ? text[at] is '）' or ')' : text[at] is '、' or '.' or '．')
            ? at + 1
            : 0;
}
