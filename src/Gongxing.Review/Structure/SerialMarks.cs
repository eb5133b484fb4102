using System.Globalization;

namespace Gongxing.Review.Structure;

/// <summary>
/// Marks that look like words (a), 甲、, II.): each counts only where its neighbour in the series stands too.
/// </summary>
internal static class SerialMarks
{
    private const int MostLetters = 3;
    private const int ShortestGlued = 4;

    private const string Counted = "台人名次个项件条家户处起座辆只张份本所套把间栋层米吨公斤克升元万亿千百十余多几半年月日号时分秒天周岁度级届期批组队班"
        + "村镇乡县市省区校院站点种类门篇页章节款幅颗棵株头匹根支枚块片袋箱桶瓶罐包捆车船艘架段线路楼厂店场课堂阶步位轮趟遍番倍成代辈室库屋"
        + "床桌椅亩里毫厘寸尺丈斤两钱角笔单桩样双副封句字至到比和与或的之是";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string RomanSigns = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ";
    private static readonly WordSet s_uncounted = new(
    [
        "台账", "组织", "家庭", "家风", "班子", "班组", "部门", "部署", "项目", "条例", "条件", "人员", "人才", "人民", "名誉", "层层", "课堂",
        "课程", "场所", "场地", "车辆", "船舶", "节约", "节能", "点位", "种植", "本领", "本职", "所属", "户籍", "年度", "月度", "日常", "时间",
        "分工", "分管", "级别", "位置", "文件", "门禁", "厂房", "店面", "室内", "库房", "屋面", "床位", "线路", "段落", "章程", "栏目", "副职",
    ]);
    private static readonly string[] s_romans =
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    public static bool IsSerial(MarkStyle style) =>
        style is MarkStyle.Stem or MarkStyle.Roman or MarkStyle.Spaced or MarkStyle.Letter or MarkStyle.Coded;

    /// <summary>Every character one of them can begin with.</summary>
    public const string Openers = "abcdefghijklmnopqrstuvwxyz序编" + Stems + RomanSigns;

    public static bool CanOpen(char c) => Openers.Contains(c);

    /// <summary>Reads one of them out of folded text, where capitals are small letters.</summary>
    public static Mark? Read(ReadOnlySpan<char> text, int at, bool atLineStart)
    {
        bool bracketed = text[at] == '(';
        int start = bracketed ? at + 1 : at;
        int length = ReadValue(text[start..], out MarkStyle style, out int value);
        int end = start + length;
        bool inside = at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]);
        bool placed = atLineStart || (length == 1 && char.IsAsciiLetterLower(text[start]));
        if (length == 0 || end + 1 >= text.Length || inside || !placed || !Closes(text, start, end, bracketed))
        {
            return atLineStart && !bracketed ? ReadCoded(text, at) : null;
        }

        end++;
        while (end < text.Length && text[end] is '、' or '.' or ' ')
        {
            end++;
        }

        // A、B两个项目 and 甲、乙双方 count; they open nothing.
        bool opens = end < text.Length && !char.IsAsciiLetterOrDigit(text[end]) && !Stems.Contains(text[end])
            && !",;:!?)\n。".Contains(text[end]);
        return opens ? new Mark(style, at, end, value, atLineStart) : null;
    }

    /// <summary>Reads A1:, M-03、 and 序号2, which number the rows of a list that was a table once.</summary>
    public static Mark? ReadCoded(ReadOnlySpan<char> text, int at)
    {
        int start = text[at..].StartsWith("序号") || text[at..].StartsWith("编号") ? at + 2 : at;
        int end = start;
        while (end < text.Length && end - start < MostLetters && char.IsAsciiLetterLower(text[end]))
        {
            end++;
        }

        bool named = end > at;
        end += named && end < text.Length && text[end] == '-' ? 1 : 0;
        int digits = end;
        while (end < text.Length && end - digits < 3 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        bool closed = end > digits && end + 1 < text.Length && text[end] is ':' or '、' or '.' or ')' or ' '
            && (text[end] == ' ' || !char.IsAsciiLetterOrDigit(text[end + 1]));
        return named && closed
            ? new Mark(MarkStyle.Coded, at, end + 1, Number(text[digits..end]), AtLineStart: true)
            : null;
    }

    /// <summary>
    /// Reads a number that nothing but a blank parts from what it numbers; the flow has folded the blank away.
    /// </summary>
    public static Mark? ReadSpaced(Flow flow, int at, int end)
    {
        if ((ReadSpacedCode(flow, at, end) ?? ReadDiscipline(flow, at, end)) is { } coded)
        {
            return coded;
        }

        int stop = SkipDigits(flow, at, end);
        if (stop > at && stop - at < 3 && stop < end && flow.Text[stop] == '.'
            && SkipDigits(flow, stop + 1, end) is var second && second - stop is 2 or 3 && second + 1 < end
            && flow.HasGapBefore(second) && flow.Text[second] >= '\u3400')
        {
            // 1.2 日志: with a blank before it, 日 is no unit.
            return new Mark(MarkStyle.TwoPart, at, second, Number(flow.Slice(stop + 1, second)), AtLineStart: true);
        }

        bool parted = stop > at && stop - at < 3 && stop + 1 < end
            && char.IsLetter(flow.Text[stop]) && flow.Text[stop] >= '\u3400'
            && (flow.HasGapBefore(stop) ? !"年月日号".Contains(flow.Text[stop]) : IsGlued(flow, stop, end));
        return parted
            ? new Mark(MarkStyle.Spaced, at, stop, Number(flow.Slice(at, stop)), AtLineStart: true)
            : null;
    }

    // 1学习不深入: with nothing between them, what could be counted (3台水泵) is no item.
    private static bool IsGlued(Flow flow, int stop, int end) =>
        end - stop >= ShortestGlued && flow.Text[stop + 1] >= '\u3400'
        && (!Counted.Contains(flow.Text[stop]) || s_uncounted.Starts(flow.Slice(stop, end)));

    private static int SkipDigits(Flow flow, int at, int end)
    {
        int stop = at;
        while (stop < end && stop - at < 3 && char.IsAsciiDigit(flow.Text[stop]))
        {
            stop++;
        }

        return stop;
    }

    // A-1 and a blank, AQ03 and a blank, 序号1 and a blank.
    private static Mark? ReadSpacedCode(Flow flow, int at, int end)
    {
        ReadOnlySpan<char> line = flow.Slice(at, Math.Min(end, at + 10));
        int letters = line.StartsWith("序号") || line.StartsWith("编号") ? 2 : line.IndexOfAnyExceptInRange('a', 'z');
        int from = letters > 0 && letters < line.Length && line[letters] == '-' ? letters + 1 : letters;
        int digits = from > 0 ? line[from..].IndexOfAnyExceptInRange('0', '9') : -1;
        int stop = at + from + digits;
        return letters is > 0 and <= MostLetters && digits is > 0 and <= 3 && flow.HasGapBefore(stop)
            && flow.Text[stop] >= '\u3400'
            ? new Mark(MarkStyle.Coded, at, stop, Number(line.Slice(from, digits)), AtLineStart: true)
            : null;
    }

    // 2D and a blank: the second discipline of an 8D report.
    private static Mark? ReadDiscipline(Flow flow, int at, int end) =>
        end - at > 3 && char.IsAsciiDigit(flow.Text[at]) && flow.Text[at + 1] == 'd' && flow.HasGapBefore(at + 2)
        && flow.Text[at + 2] >= '\u3400'
            ? new Mark(MarkStyle.Coded, at, at + 2, flow.Text[at] - '0', AtLineStart: true)
            : null;

    // ——题记 stands alone; where several lines in a row begin so, it lists.
    private static void DropDashes(List<List<Mark>> lines)
    {
        bool[] dashed = [.. lines.Select(line => line is [{ Style: MarkStyle.Bullet, Value: MarkReader.Dash }, ..])];
        for (int i = 0; i < dashed.Length; i++)
        {
            if (dashed[i] && !(i > 0 && dashed[i - 1]) && !(i + 1 < dashed.Length && dashed[i + 1]))
            {
                lines[i].RemoveAt(0);
            }
        }
    }

    /// <summary>Takes away every mark whose series has no second one in order beside it.</summary>
    public static void DropSingles(List<List<Mark>> lines)
    {
        NameLetters(lines);
        DropDashes(lines);
        foreach (MarkStyle style in (ReadOnlySpan<MarkStyle>)[
            MarkStyle.Stem, MarkStyle.Roman, MarkStyle.Spaced, MarkStyle.Letter, MarkStyle.Coded,
        ])
        {
            List<Mark> series = [.. lines.SelectMany(line => line).Where(mark => mark.Style == style)];
            var alone = new HashSet<int>();
            for (int i = 0; i < series.Count; i++)
            {
                bool follows = i > 0 && series[i - 1].Value + 1 == series[i].Value;
                bool leads = i + 1 < series.Count && series[i].Value + 1 == series[i + 1].Value;
                if (!follows && !leads)
                {
                    alone.Add(series[i].Start);
                }
            }

            // 1 and a blank is no word: where such lists stand, one of a single item is one too.
            if (style is MarkStyle.Spaced or MarkStyle.Coded && alone.Count < series.Count)
            {
                alone.ExceptWith(series.Where(mark => mark.Value == 1).Select(mark => mark.Start));
            }

            if (alone.Count > 0)
            {
                lines.ForEach(line => line.RemoveAll(mark => mark.Style == style && alone.Contains(mark.Start)));
            }
        }
    }

    // i) after h) is the ninth letter, not the first Roman number.
    private static void NameLetters(List<List<Mark>> lines)
    {
        int last = 0;
        foreach (List<Mark> line in lines)
        {
            for (int i = 0; i < line.Count; i++)
            {
                int value = line[i] is { Style: MarkStyle.Roman } mark
                    ? mark.Value switch { 1 => 9, 5 => 22, 10 => 24, _ => 0 }
                    : 0;
                if (value > 0 && value == last + 1)
                {
                    line[i] = line[i] with { Style = MarkStyle.Letter, Value = value };
                }

                last = line[i].Style == MarkStyle.Letter ? line[i].Value : last;
            }
        }
    }

    private static bool Closes(ReadOnlySpan<char> text, int start, int end, bool bracketed) =>
        text[end] == ')' || (!bracketed
            && (text[end] is '、' or '.' || (text[end] == ' ' && RomanSign(text[start]) > 0)));

    private static int ReadValue(ReadOnlySpan<char> text, out MarkStyle style, out int value)
    {
        (style, value) = (MarkStyle.Stem, 0);
        if (text.IsEmpty)
        {
            return 0;
        }

        value = Stems.IndexOf(text[0]) + 1;
        if (value > 0)
        {
            return 1;
        }

        style = MarkStyle.Roman;
        value = RomanSign(text[0]);
        if (value > 0)
        {
            return 1;
        }

        int length = 0;
        while (length < text.Length && length < 5 && char.IsAsciiLetterLower(text[length]))
        {
            length++;
        }

        value = Array.IndexOf(s_romans, text[..length].ToString()) + 1;
        if (value == 0 && length == 1)
        {
            (style, value) = (MarkStyle.Letter, text[0] - 'a' + 1);
        }

        return value > 0 ? length : 0;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static int RomanSign(char c) => RomanSigns.IndexOf(c) is var sign and >= 0 ? (sign % 12) + 1 : 0;
}
