using System.Buffers;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>The number a paragraph opens with, by the four levels of GB/T 9704—2012, 7.3.3.</summary>
/// <param name="Level">1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; 0 for none.</param>
/// <param name="Lead">How many characters the heading takes when text follows it in the same paragraph.</param>
/// <param name="IsWhole">The paragraph is a heading and nothing else.</param>
internal readonly record struct HeadingMark(int Level, int Lead, bool IsWhole)
{
    private static readonly SearchValues<char> s_numerals = SearchValues.Create("一二三四五六七八九十百零〇");
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> s_decimals = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> s_stops = SearchValues.Create("。；！？");

    private const int LongestHeading = 50;
    private const int LongestLead = 44;

    // 一、加强学习。 is a heading with a full stop; what is longer or has a comma says something.
    private const int LongestStopped = 20;

    public static HeadingMark Of(ReadOnlySpan<char> text)
    {
        (int level, int content) = Read(text);
        if (level == 0)
        {
            return default;
        }

        int stop = text[content..].IndexOfAny('。', '：', ':');
        if (MayBeHeading(text) || (content + stop == text.Length - 1 && stop <= LongestStopped && !text.Contains('，')
            && text[^1] == '。'))
        {
            return new HeadingMark(level, text.Length, IsWhole: true);
        }

        bool leads = stop >= 0 && stop < LongestLead && content + stop < text.Length - 1;
        return new HeadingMark(level, leads ? content + stop + 1 : 0, IsWhole: false);
    }

    /// <summary>Short, and no sentence.</summary>
    public static bool MayBeHeading(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= LongestHeading && text.IndexOfAny(s_stops) < 0
        && text[^1] is not ('，' or '、' or '：' or ':' or ';');

    private static (int Level, int Content) Read(ReadOnlySpan<char> text)
    {
        bool bracketed = !text.IsEmpty && (text[0] is '（' or '(');
        int start = bracketed ? 1 : 0;
        int han = CountOf(text[start..], s_numerals);
        int digits = CountOf(text[start..], s_digits);
        int end = start + Math.Max(han, digits);
        return end == start || end >= text.Length || end - start > 4 ? ReadChapter(text)
            : bracketed ? (text[end] is '）' or ')' ? (han > 0 ? 2 : 4, end + 1) : default)
            : han > 0 ? (text[end] is '、' or '.' or '．' ? (1, end + 1) : default)
            : ReadDecimal(text, end);
    }

    // 1. and 1、, and for technical papers 1, 1.1, 1.1.1 with a space behind.
    private static (int Level, int Content) ReadDecimal(ReadOnlySpan<char> text, int end)
    {
        if (end <= 2 && text[end] is '、' or '.' or '．' && !(end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))
        {
            return (3, end + 1);
        }

        int length = CountOf(text, s_decimals);
        int level = text[..length].Count('.') + 1;
        return length < text.Length && text[length] == ' ' && level <= 4 && length <= 8 && MayBeHeading(text)
            ? (level, length + 1)
            : default;
    }

    // 第一部分、第二章.
    private static (int Level, int Content) ReadChapter(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '第')
        {
            return default;
        }

        int end = 1 + CountOf(text[1..], s_numerals);
        bool isChapter = text[end..].StartsWith("部分") || text[end..].StartsWith("章");
        return end is > 1 and <= 4 && isChapter && MayBeHeading(text) ? (1, end + 1) : default;
    }

    private static int CountOf(ReadOnlySpan<char> text, SearchValues<char> kind)
    {
        int count = text.IndexOfAnyExcept(kind);
        return count < 0 ? text.Length : count;
    }
}
