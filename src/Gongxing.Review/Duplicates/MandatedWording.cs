using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Gongxing.Review.Rules;
using Gongxing.Review.Templates;
using Gongxing.Text;

namespace Gongxing.Review.Duplicates;

/// <summary>What of a text its kind prescribes: formulations, clauses that all offices write, headings, and the sentences around it all.</summary>
public static partial class MandatedWording
{
    private const int LongestOpening = 400;

    private const string Label =
        "(?:(?:责任|牵头|配合|分管|包抓)(?:领导|单位|部门|科室|股室|处室|人)|(?:完成|整改|办理)?(?:时限|期限|时间|状态)"
        + "|联系(?:人|方式|电话|地址)|(?:邮寄|通讯|通信)?地址|邮政编码|邮编|(?:电子)?(?:邮箱|邮件)|电话|传真)";

    private const string EndOfFields = "[）)】\\]]?[。.]?\\s*$";

    private static readonly FrozenSet<string> s_clauses = CommonWording.Usual.Phrases.Select(phrase => phrase.Words)
        .Concat(TemplatePacks.All.SelectMany(pack => pack.Aspects).Select(aspect => Ideographs(NormalizedText.Fold(aspect.Name))))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>In order of where they begin; they may overlap.</summary>
    public static IReadOnlyList<TextSpan> In(string text)
    {
        var normalized = NormalizedText.Of(text);
        IReadOnlyList<TextSpan> formulations = Formulations.In(normalized);
        List<TextSpan> found =
            [.. formulations.Concat(Proceedings.In(normalized.Text, formulations)).Select(normalized.ToRaw)];
        foreach (TextSpan clause in Clauses.In(normalized.Text))
        {
            if (s_clauses.Contains(Ideographs(clause.In(normalized.Text))))
            {
                found.Add(normalized.ToRaw(clause));
            }
        }

        AddLines(text, found);
        found.Sort(static (one, other) => (one.Start, one.End).CompareTo((other.Start, other.End)));
        return found;
    }

    private static void AddLines(string text, List<TextSpan> found)
    {
        for (int start = 0; start < text.Length;)
        {
            TextSpan line = HeadingLines.LineAt(text, start);
            start = line.End + 1;
            TextSpan words = line.Trim(text);
            if (words.IsEmpty)
            {
                continue;
            }

            // A heading with a comma in it says something of its own.
            if ((HeadingLines.IsHeading(text, line) && !words.In(text).Contains('，'))
                || (words.Length <= LongestOpening && Opening().IsMatch(words.In(text)))
                || Fields().IsMatch(words.In(text)))
            {
                found.Add(words);
                continue;
            }

            foreach (TextSpan sentence in Sentences.In(text, words))
            {
                if (Leading().IsMatch(sentence.In(text)) || Fields().IsMatch(sentence.In(text)))
                {
                    found.Add(sentence);
                }
            }
        }
    }

    private static string Ideographs(ReadOnlySpan<char> folded)
    {
        Span<char> kept = folded.Length <= 256 ? stackalloc char[folded.Length] : new char[folded.Length];
        int count = 0;
        foreach (char c in folded)
        {
            kept[count] = c;
            count += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
        }

        return new string(kept[..count]);
    }

    // 根据……通知要求，……，现将……报告如下： and 巡察组……反馈了意见。按照……，现将……予以公布。
    [GeneratedRegex(
        "^(?=[^\\n]*(?:根据|按照|依据|遵照|遵循|要求|部署|安排))[^\\n]*(?:现|特|兹|将|下面)[^。\\n]{0,60}(?:如下|予以公布|予以公示|予以通报)[：:。.]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    // What leads over or ends a text and says nothing else.
    [GeneratedRegex(
        "^\\s*(?:(?:现|特|下面|以下|具体)[^。\\n]{0,60}如下[：:。.]?|[^。\\n]{0,30}(?:请|敬请|恳请)[^。\\n]{0,12}"
        + "(?:批评|指正|审议|审阅|帮助)[^。\\n]{0,12}[。.！]?|欢迎[^。\\n]{0,30}监督[。.！]?"
        + "|如[有对][^。\\n]{0,20}(?:意见|建议)[^。\\n]{0,20}(?:反映|反馈|联系)[。.！]?)\\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    // （责任领导：……；完成时限：……） and 联系电话：……: the fields of a form, with what fits into one. Each field is taken once and for all:
    // it ends where the next one begins, or the line.
    [GeneratedRegex(
        $"^\\s*[（(【\\[]?(?>{Label}[：:][^。；;：:\\n]{{0,24}}?[；;，,、\\s]{{0,8}}(?={Label}[：:]|{EndOfFields}))+{EndOfFields}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Fields();
}
