using System.Buffers;
using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>
/// Finds when, how often and how much in a clause, as worded. Positions are offsets in the given text.
/// </summary>
internal static class PromiseTerms
{
    private const int LongestTerm = 24;

    private static readonly WordSet s_afterDate = new(["前", "底", "末", "内", "止"]);
    private static readonly EdgeWords s_fixedDues = new(
    [
        "年底前", "年底", "年末", "年内", "年终前", "月底前", "本月底", "季度末", "学期末", "学期初", "上半年", "下半年", "春节前", "国庆前", "清明前",
        "汛期前", "汛前", "一季度", "二季度", "三季度", "四季度", "第一季度", "第二季度", "第三季度", "第四季度", "本周内", "本月内",
    ]);
    private static readonly EdgeWords s_fixedCadences = new(
        ["定期", "经常性", "不定期", "按月", "按季", "按季度", "按周", "逐月", "逐季", "上下半年", "上、下半年", "一年一次", "一季度一次", "一月一次", "一周一次", "月月", "天天"]);
    private static readonly EdgeWords s_cadenceUnits = new(
        ["个工作日", "季度", "学期", "半年", "个月", "工作日", "周", "月", "季", "年", "天", "日", "旬", "星期", "早", "晚", "批次", "逢"]);
    private static readonly EdgeWords s_counters = new(
        [
            "人次", "小时", "分钟", "个百分点", "平方米", "万元", "亿元", "公里", "次", "场", "天", "户", "篇", "遍", "期", "节", "课",
            "家", "件", "处", "名", "人", "个", "项", "条", "本", "批", "份", "台", "间", "亩", "元", "%", "套", "盏", "支", "米",
            "例", "宗", "轮", "字", "笔", "门", "堂",
        ]);
    private static readonly EdgeWords s_bounds = new(
        [
            "不少于", "不低于", "不超过", "不高于", "不多于", "至少", "最少", "最多", "达到", "控制在", "压减到", "减到", "减少到", "提高到", "增加到",
            "突破", "力争", "超过",
        ]);
    private static readonly EdgeWords s_formulas = new(
    [
        "意识", "自信", "维护", "确立", "全面", "带头", "务必", "方面", "代表", "大局", "纪律", "坚持",
    ]);

    // What each of them can begin with; the rest of a clause is passed over.
    private const string Numbers = "0123456789" + ChineseNumeral.Characters;
    private static readonly SearchValues<char> s_dueStart = SearchValues.Create(Numbers + s_fixedDues.Starts);
    private static readonly SearchValues<char> s_cadenceStart = SearchValues.Create("每" + s_fixedCadences.Starts);
    private static readonly SearchValues<char> s_quantityStart = SearchValues.Create("\"" + Numbers + s_bounds.Starts);

    /// <summary>2024年6月底前, 年底前, 一个月内; empty when the clause has no date.</summary>
    public static TextSpan Due(ReadOnlySpan<char> text)
    {
        for (int i = Find(text, 0, s_dueStart); i < text.Length; i = Find(text, i + 1, s_dueStart))
        {
            int length = DateAt(text, i);
            if (length == 0)
            {
                length = WithinAt(text, i);
            }

            if (length == 0)
            {
                length = FixedAt(text, i, s_fixedDues);
            }

            // 每月底 and 上下半年各一次 come again.
            bool recurs = text[..i].EndsWith("每") || (text[i] == '下' && (text[..i].EndsWith("上") || text[..i].EndsWith("上、")));
            if (length > 0 && !IsPast(text[(i + length)..]) && !recurs)
            {
                return new TextSpan(i, length);
            }

            i += Math.Max(0, length - 1);
        }

        return default;
    }

    /// <summary>每季度, 每周五下午, 定期.</summary>
    public static TextSpan Cadence(ReadOnlySpan<char> text)
    {
        for (int i = Find(text, 0, s_cadenceStart); i < text.Length; i = Find(text, i + 1, s_cadenceStart))
        {
            int length = text[i] is '每' ? EveryAt(text, i) : FixedAt(text, i, s_fixedCadences);
            if (length > 0)
            {
                return new TextSpan(i, length);
            }
        }

        return default;
    }

    /// <summary>不少于2次, 12宗, 30%.</summary>
    public static TextSpan Quantity(ReadOnlySpan<char> text)
    {
        bool quoted = false;
        for (int i = Find(text, 0, s_quantityStart); i < text.Length; i = Find(text, i + 1, s_quantityStart))
        {
            quoted ^= text[i] == '"';
            int bound = FixedAt(text, i, s_bounds);
            int length = quoted ? 0 : CountAt(text, i + bound, bound > 0);
            if (length > 0 && !(bound == 0 && i > 0 && (text[i - 1] is '第' or '每' || char.IsAsciiDigit(text[i - 1]))))
            {
                return new TextSpan(i, bound + length);
            }
        }

        return default;
    }

    // The first place from there on with one of the characters; the end of the text for none.
    private static int Find(ReadOnlySpan<char> text, int from, SearchValues<char> characters)
    {
        int next = from < text.Length ? text[from..].IndexOfAny(characters) : -1;
        return next < 0 ? text.Length : from + next;
    }

    private static int DateAt(ReadOnlySpan<char> text, int at)
    {
        int end = at;
        int year = NumberAt(text, end, out int value);
        bool hasYear = year > 0 && value is > 1990 and < 2100 && Next(text, end + year) == '年';
        end += hasYear ? year + 1 : 0;
        if (hasYear && FixedAt(text, end, s_fixedDues) is var part and > 0)
        {
            return end + part - at;
        }

        if (hasYear && Next(text, end) is '底' or '末' or '内' or '初')
        {
            return Suffix(text, end + 1) - at;
        }

        int month = NumberAt(text, end, out value);
        if (month == 0 || value is < 1 or > 12 || Next(text, end + month) != '月')
        {
            return 0;
        }

        end += month + 1;
        int day = NumberAt(text, end, out value);
        bool hasDay = day > 0 && value is >= 1 and <= 31 && Next(text, end + day) is '日' or '号';
        end += hasDay ? day + 1 : 0;
        foreach (string tenDays in (ReadOnlySpan<string>)["上旬", "中旬", "下旬", "底", "初", "末", "份"])
        {
            if (!hasDay && text[Math.Min(end, text.Length)..].StartsWith(tenDays))
            {
                end += tenDays.Length;
                break;
            }
        }

        return Suffix(text, end) - at;
    }

    private static int Suffix(ReadOnlySpan<char> text, int end)
    {
        foreach (string suffix in (ReadOnlySpan<string>)["以前", "之前", "前", "止"])
        {
            if (text[Math.Min(end, text.Length)..].StartsWith(suffix))
            {
                return end + suffix.Length;
            }
        }

        return end;
    }

    // 三个月内, 15个工作日内.
    private static int WithinAt(ReadOnlySpan<char> text, int at)
    {
        int number = NumberAt(text, at, out _);
        if (number == 0 || (at > 0 && (char.IsAsciiDigit(text[at - 1]) || ChineseNumeral.IsPart(text[at - 1]))))
        {
            return 0;
        }

        foreach (string unit in (ReadOnlySpan<string>)["个工作日", "个月", "工作日", "周", "天", "日", "年", "个季度"])
        {
            ReadOnlySpan<char> rest = text[(at + number)..];
            if (rest.StartsWith(unit) && rest[unit.Length..] is var after
                && (after.StartsWith("内") || after.StartsWith("之内") || after.StartsWith("以内")))
            {
                return number + unit.Length + (after[0] == '内' ? 1 : 2);
            }
        }

        return 0;
    }

    private static int EveryAt(ReadOnlySpan<char> text, int at)
    {
        int end = at + 1;
        end += Next(text, end) is '隔' ? 1 : 0;
        end += NumberAt(text, end, out _);
        int unit = FixedAt(text, end, s_cadenceUnits);
        if (unit == 0)
        {
            return 0;
        }

        end += unit;
        bool week = text[end - 1] is '周' or '期';
        while (week && end < text.Length && "一二三四五六日天、".Contains(text[end]) && end - at < LongestTerm
            && s_counters.LengthAtStart(text.Slice(end + 1, Math.Min(1, text.Length - end - 1))) == 0)
        {
            end++;
        }

        int day = NumberAt(text, end, out int value);
        if (day > 0 && value is > 0 and <= 31 && Next(text, end + day) is '日' or '号')
        {
            return Suffix(text, end + day + 1) - at;
        }

        foreach (string time in (ReadOnlySpan<string>)["上午", "下午", "晚上", "早晨", "早上", "底", "末", "初"])
        {
            if (text[end..].StartsWith(time))
            {
                return end + time.Length - at;
            }
        }

        return end - at;
    }

    private static int CountAt(ReadOnlySpan<char> text, int at, bool bounded)
    {
        int number = NumberAt(text, at, out int value);
        if (number == 0)
        {
            return 0;
        }

        bool han = !char.IsAsciiDigit(text[at]);
        int end = at + number;
        end += Next(text, end) is '多' or '余' ? 1 : 0;
        int counter = FixedAt(text, end, s_counters);
        if (counter == 0)
        {
            return 0;
        }

        ReadOnlySpan<char> after = text[(end + counter)..];
        if (s_formulas.LengthAtStart(after) > 0)
        {
            return 0;
        }

        // 一个 and 一名 are articles, not amounts, unless a bound stands before them; 一次 and 一场 do count.
        bool article = han && value == 1 && !bounded && "个名项条人家件处本批份台间套".Contains(text[end]);
        bool span = after.StartsWith("内") || after.StartsWith("以上") && counter == 1 && text[end] == '年'
            || text[end] == '月';
        return article || span || (han && value > 99) ? 0 : end + counter - at;
    }

    private static int NumberAt(ReadOnlySpan<char> text, int at, out int value)
    {
        value = 0;
        if (at >= text.Length)
        {
            return 0;
        }

        int digits = 0;
        while (at + digits < text.Length && digits < 9
            && (char.IsAsciiDigit(text[at + digits]) || (digits > 0 && text[at + digits] == '.')))
        {
            value = text[at + digits] == '.' ? value : Math.Min(99999, (value * 10) + (text[at + digits] - '0'));
            digits++;
        }

        if (digits > 0)
        {
            return digits;
        }

        if (text[at] == '两')
        {
            value = 2;
            return 1;
        }

        return ChineseNumeral.ReadPrefix(text.Slice(at, Math.Min(6, text.Length - at)), out value);
    }

    private static int FixedAt(ReadOnlySpan<char> text, int at, EdgeWords words) =>
        words.LengthAtStart(text[Math.Min(at, text.Length)..]);

    private static char Next(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length ? text[at] : '\0';

    private static bool IsPast(ReadOnlySpan<char> after) =>
        after.StartsWith("已") || after.StartsWith("起") || after.StartsWith("以来")
            || after[..Math.Min(4, after.Length)].Contains("印发", StringComparison.Ordinal)
        || (s_afterDate.IsIn(after[..Math.Min(1, after.Length)]) && after.StartsWith("内设"));
}
