using System.Buffers;
using System.Text.RegularExpressions;
using Gongxing.Text;

namespace Gongxing.Review.Duplicates;

/// <summary>What a text gives as another's words: in quotation marks, or after 通知要求： and the like.</summary>
public static partial class QuotedWording
{
    // A mark that is not closed for longer was forgotten.
    private const int LongestAcrossLines = 800;

    private static readonly SearchValues<char> s_marks = SearchValues.Create("“”");

    /// <summary>In order; they may overlap.</summary>
    public static IReadOnlyList<TextSpan> In(string text)
    {
        var found = new List<TextSpan>(Quotations.In(text));
        AddAcrossLines(text, found);
        foreach (Match lead in Lead().Matches(text))
        {
            if (BeforeOwnVoice(text, Cited(text, lead)) is { IsEmpty: false } cited
                && (IsParagraph(text, lead) || !Shortcoming().IsMatch(cited.In(text))))
            {
                found.Add(cited);
            }
        }

        found.Sort(static (one, other) => (one.Start, one.End).CompareTo((other.Start, other.End)));
        return found;
    }

    // A quotation of several lines or paragraphs, each of which may begin with a mark of its own.
    private static void AddAcrossLines(string text, List<TextSpan> found)
    {
        int start = -1;
        for (int at = text.AsSpan().IndexOfAny(s_marks); at >= 0; at = NextMark(text, at + 1))
        {
            if (text[at] == '”')
            {
                if (start >= 0 && at - start <= LongestAcrossLines && text.AsSpan(start, at - start).Contains('\n'))
                {
                    found.Add(TextSpan.FromBounds(start, at));
                }

                start = -1;
            }
            else if (start < 0 || !OpensLine(text, at))
            {
                start = at + 1;
            }
        }
    }

    private static int NextMark(string text, int from)
    {
        int step = text.AsSpan(from).IndexOfAny(s_marks);
        return step < 0 ? -1 : from + step;
    }

    private static bool OpensLine(string text, int at) =>
        text.AsSpan(0, at).TrimEnd([' ', '\t', '\u3000']) is var before && (before.IsEmpty || before[^1] == '\n');

    // After a colon the rest of the paragraph, or the next one; after a comma the rest of the sentence.
    private static TextSpan Cited(string text, Match lead)
    {
        int start = lead.Index + lead.Length;
        bool isParagraph = IsParagraph(text, lead);
        TextSpan rest = TextSpan.FromBounds(start, HeadingLines.LineAt(text, start).End).Trim(text);
        if (rest.IsEmpty && isParagraph && rest.Start < text.Length)
        {
            rest = HeadingLines.LineAt(text, Math.Min(text.Length, HeadingLines.LineAt(text, start).End + 1)).Trim(text);
        }

        int end = isParagraph ? -1 : rest.In(text).IndexOf('。');
        return end < 0 ? rest : new TextSpan(rest.Start, end + 1);
    }

    // The sentence in which the writer speaks of himself or gives his answer, and what follows, is his.
    private static TextSpan BeforeOwnVoice(string text, TextSpan cited)
    {
        foreach (TextSpan sentence in Sentences.In(text, cited))
        {
            if (OwnVoice().IsMatch(sentence.In(text)) || Answer().IsMatch(sentence.In(text)))
            {
                return TextSpan.FromBounds(cited.Start, sentence.Start);
            }
        }

        return cited;
    }

    private static bool IsParagraph(string text, Match lead) => text[lead.Index + lead.Length - 1] is '：' or ':';

    // Whoever has not done what a notice requires does not quote it: 对文件要求，…, 会上没有提出，….
    // What an inspection has told an office is told to many, and each answers it: 反馈指出：… and 反馈的问题：….
    [GeneratedRegex(
        "(?<![对按照把将与和同])(?:《[^》\\n]{2,60}》|通知|意见|方案|规定|条例|办法|决定|讲话|文件|会议|总书记|党章|准则|纲要)"
        + "(?:(?!没|未|不)[^。！？；：:，“”\\n]){0,16}(?:指出|要求|强调|明确|规定|提出|写道|写明|讲到)(?:的是)?[：:，]"
        + "|(?:(?<=(?:^|\\n)\\s*(?:[（(]?[0-9０-９一二三四五六七八九十]{1,3}[）)]?[、.．]?\\s*)?|巡视组?|巡察组?|督导组?|督查组?|检查组?|考核组?|审计组?|委)反馈"
        + "|巡视组|巡察组|督导组|督查组|检查组|考核组|审计组|审计报告)(?:意见|情况)?(?:的?(?:具体)?问题|指出|提出)"
        + "[0-9０-９一二三四五六七八九十]{0,3}[：:]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    // After a comma the sentence may go on with what the writer did about it.
    [GeneratedRegex("没有|没能|没做|未|不够|不到位|不足|不深|不实|不严|不细|就算|只是|去年|今年", RegexOptions.CultureInvariant)]
    private static partial Regex Shortcoming();

    // What the office did about it, in the same paragraph.
    [GeneratedRegex("^\\s*(?:整改|落实|办理|处理)(?:落实|完成|进展)?(?:情况|进展|措施|成效|结果)[：:]", RegexOptions.CultureInvariant)]
    private static partial Regex Answer();

    // 我国 and 我们党 stand in documents; 我 alone is the writer.
    [GeneratedRegex("我(?!国|党|们党|省|市|县|区|镇|乡|街道|军)|本人", RegexOptions.CultureInvariant)]
    private static partial Regex OwnVoice();
}
