using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>Finds the year a statement examines.</summary>
internal static class YearReader
{
    private const int DateLines = 5;
    private const int LongestDate = 14;
    private const int LongestCheck = 50;
    private const int FirstPart = 300;
    private const int LastPart = 80;

    private static readonly WordSet s_meeting = new(
        ["民主生活会", "组织生活会", "主题教育", "对照检查", "教育实践活动", "述职", "自查", "审核", "检查", "整改", "考核", "总结"]);
    private static readonly WordSet s_check = new(
        ["自查", "自检", "检查", "排查", "审核", "内审", "督查", "抽查", "巡查", "复盘", "验收", "评审", "审计"],
        ["对照检查", "检查材料", "自我检查"]);
    private static readonly WordSet s_earlier = new(["对照", "上年", "上一年", "上次"]);
    private static readonly WordSet s_settled = new(
    [
        "查摆的问题", "查摆问题", "整改落实", "整改落实", "整改措施落实", "整改情况", "问题整改", "均已", "整改完",
    ]);

    private static readonly (WordSet Names, int Year)[] s_campaigns =
    [
        (new(["三严三实\"专题", "三严三实专题"]), 2015),
        (new(["两学一做\"学习教育专题", "两学一做学习教育专题"]), 2016),
        (new(["不忘初心、牢记使命\"专题", "不忘初心、牢记使命\"主题教育", "不忘初心、牢记使命专题", "不忘初心、牢记使命主题教育"]), 2019),
        (new(["党史学习教育专题"]), 2021),
    ];

    public static int? Read(ReadOnlySpan<char> title, ReadOnlySpan<char> head, ReadOnlySpan<char> text) =>
        InTitle(title) ?? InDateLine(head) ?? InMeeting(head) ?? Named(head) ?? Opening(head) ?? InMeeting(text)
            ?? InLastLines(text) ?? InCheck(head) ?? InAnyDate(text)
            ?? OfCampaign(title) ?? OfCampaign(head);

    // A campaign that the whole country held once has the year in its name.
    private static int? OfCampaign(ReadOnlySpan<char> text)
    {
        foreach ((WordSet names, int year) in s_campaigns)
        {
            if (names.IsIn(text))
            {
                return year;
            }
        }

        return null;
    }

    // （2023年12月） under the title, whatever year last year's meeting had.
    private static int? InDateLine(ReadOnlySpan<char> head)
    {
        for (int i = 0; i < DateLines && !head.IsEmpty; i++)
        {
            int stop = head.IndexOf('\n');
            if (stop >= 0 && OfDate(head[..stop]) is { } year)
            {
                return year;
            }

            head = stop < 0 ? [] : head[(stop + 1)..];
        }

        return null;
    }

    // The date under the signature, where nothing else tells the year.
    private static int? InLastLines(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        for (int i = 0; i < DateLines - 1 && !text.IsEmpty; i++)
        {
            int start = text.LastIndexOf('\n');
            if (start >= 0 && OfDate(text[(start + 1)..]) is { } year)
            {
                return year;
            }

            text = start < 0 ? [] : text[..start].TrimEnd();
        }

        return null;
    }

    // A date late in a year is of the year examined, one in January or February is not.
    private static int? OfDate(ReadOnlySpan<char> line)
    {
        line = line.Trim("() ");
        if (line.Length is < 7 or > LongestDate || YearAt(line, 0, out int length) is not { } year
            || !line[length..].StartsWith("年") || !(line.EndsWith("月") || line.EndsWith("日")))
        {
            return null;
        }

        ReadOnlySpan<char> month = line[(length + 1)..];
        bool late = month.StartsWith("10月") || month.StartsWith("11月") || month.StartsWith("12月")
            || month.StartsWith("十月") || month.StartsWith("十一月") || month.StartsWith("十二月");
        return late ? year : null;
    }

    // A spring meeting may look back on the year before: from April on, a date is of the year it stands in.
    private static int? InAnyDate(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> last = text[Math.Max(0, text.Length - LastPart)..];
        return Dated(text[..Math.Min(text.Length, FirstPart)]) ?? Dated(last);
    }

    private static int? Dated(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (YearAt(text, i, out int length) is { } year && text[(i + length)..].StartsWith("年")
                && MonthAt(text[(i + length + 1)..]) is >= 4)
            {
                bool line = i == 0 || text[i - 1] is '\n' or ':' or '(';
                if (line)
                {
                    return year;
                }
            }
        }

        return null;
    }

    private static int MonthAt(ReadOnlySpan<char> text)
    {
        int month = text.IndexOf('月');
        if (month is not (1 or 2 or 3))
        {
            return 0;
        }

        return int.TryParse(text[..month], System.Globalization.CultureInfo.InvariantCulture, out int number)
            || ChineseNumeral.TryParse(text[..month], out number) ? number : 0;
    }

    private static int? InTitle(ReadOnlySpan<char> title)
    {
        for (int i = 0; i < title.Length; i++)
        {
            if (YearAt(title, i, out int length) is { } year && title[(i + length)..].StartsWith("年"))
            {
                return year;
            }
        }

        return null;
    }

    // 2023年度…民主生活会, but not 2022年度民主生活会整改情况.
    private static int? InMeeting(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (YearAt(text, i, out int length) is not { } year || !text[(i + length)..].StartsWith("年"))
            {
                continue;
            }

            ReadOnlySpan<char> after = text[(i + length + 1)..];
            after = after[..Math.Min(after.Length, 30)];
            int stop = after.IndexOfAny("。;,\n");
            ReadOnlySpan<char> clause = stop < 0 ? after : after[..stop];
            ReadOnlySpan<char> before = text[Math.Max(0, i - 6)..i];
            bool dated = after.Length > 1 && char.IsAsciiDigit(after[0]);
            if (!dated && s_meeting.IsIn(clause) && !s_settled.IsIn(clause) && !s_earlier.IsIn(before))
            {
                return year;
            }
        }

        return null;
    }

    // 于2025年3月3日至9日组织了一次自查: a check is of the year it was made in, however early.
    private static int? InCheck(ReadOnlySpan<char> head)
    {
        for (int i = 0; i < head.Length; i++)
        {
            if (YearAt(head, i, out int length) is not { } year || !head[(i + length)..].StartsWith("年")
                || MonthAt(head[(i + length + 1)..]) == 0)
            {
                continue;
            }

            ReadOnlySpan<char> after = head[(i + length)..Math.Min(head.Length, i + length + LongestCheck)];
            int stop = after.IndexOfAny("。;\n");
            if (s_check.IsIn(stop < 0 ? after : after[..stop]))
            {
                return year;
            }
        }

        return null;
    }

    // The meeting's own name fixes the year where no number does.
    private static int? Named(ReadOnlySpan<char> head)
    {
        for (int i = 0; i < head.Length; i++)
        {
            if (YearAt(head, i, out int length) is { } year && head[(i + length)..].StartsWith("年度")
                && !s_earlier.IsIn(head[Math.Max(0, i - 6)..i]))
            {
                ReadOnlySpan<char> after = head[(i + length)..Math.Min(head.Length, i + length + 24)];
                if (!s_settled.IsIn(after) && !after.Contains("查摆", StringComparison.Ordinal))
                {
                    return year;
                }
            }
        }

        return null;
    }

    // 2021年，支部…; 2023年以来; a date late in a year is of the year examined, one in January is not.
    private static int? Opening(ReadOnlySpan<char> head)
    {
        for (int i = 0; i < head.Length; i++)
        {
            if (YearAt(head, i, out int length) is { } year && head[(i + length)..].StartsWith("年"))
            {
                ReadOnlySpan<char> after = head[(i + length + 1)..];
                bool late = after.StartsWith("10月") || after.StartsWith("11月") || after.StartsWith("12月");
                // 建于2009年, and 自2009年以来 beside the date of a check.
                bool begins = i > 0 && (head[i - 1] is '于' or '在' or '由'
                    || (head[i - 1] is '自' or '从' && InCheck(head) is not null));
                bool whole = after.StartsWith(",") || after.StartsWith("以来") || after.StartsWith("来")
                    || after.StartsWith("是");
                if ((late || (whole && !begins)) && !s_earlier.IsIn(head[Math.Max(0, i - 6)..i]))
                {
                    return year;
                }
            }
        }

        return null;
    }

    private static int? YearAt(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 4;
        if (at + 4 >= text.Length || (at > 0 && char.IsAsciiDigit(text[at - 1])))
        {
            return null;
        }

        ReadOnlySpan<char> digits = text.Slice(at, 4);
        if (digits.StartsWith("二") && ChineseNumeral.TryParse(digits, out int han) && han is >= 2000 and <= 2099)
        {
            return han;
        }

        return digits.StartsWith("20") && digits.IndexOfAnyExceptInRange('0', '9') < 0
            ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : null;
    }
}
