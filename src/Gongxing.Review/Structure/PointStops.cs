using System.Buffers;
using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>Reads the points of a text whose writer typed Latin marks: 学习不够深入.全年只读了一本书.</summary>
internal static class PointStops
{
    private const int FewestPoints = 2;
    private static readonly SearchValues<char> s_points = SearchValues.Create(".．");

    /// <summary>
    /// The text with 。 for each point that ends a sentence, in the same places; unchanged where most sentences end otherwise.
    /// </summary>
    public static string Spell(string text)
    {
        int points = 0;
        for (int at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            points++;
        }

        if (points < FewestPoints || points <= text.AsSpan().Count('。'))
        {
            return text;
        }

        return string.Create(text.Length, text, static (spelt, text) =>
        {
            text.CopyTo(spelt);
            for (int at = Next(text, 0); at >= 0; at = Next(text, at + 1))
            {
                spelt[at] = '。';
            }
        });
    }

    private static int Next(string text, int from)
    {
        while (from < text.Length)
        {
            int at = text.AsSpan(from).IndexOfAny(s_points);
            if (at < 0)
            {
                return -1;
            }

            if (EndsSentence(text, from + at))
            {
                return from + at;
            }

            from += at + 1;
        }

        return -1;
    }

    // 一.存在的问题 numbers, 9.5天 counts, www.gov.cn names.
    private static bool EndsSentence(string text, int at)
    {
        if (at == 0)
        {
            return false;
        }

        char before = text[at - 1];
        char after = at + 1 < text.Length ? text[at + 1] : '\n';
        bool word = (IsHan(before) && !ChineseNumeral.IsPart(before)) || before is ')' or '）' or '”' or '"' or '%' or '》';
        return word && (IsHan(after) || char.IsWhiteSpace(after) || after is '“' or '"' or '《');
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff';
}
