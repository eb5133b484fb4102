using System.Buffers;
using System.Globalization;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>
/// Asks about numbers of items that skip or repeat one: 一、三、 or 2. 2.; each form of number is a level of its own.
/// </summary>
internal sealed class OrderRule : RuleKind
{
    // What is greater is a year or an amount.
    private const int Most = 99;

    private const string Numerals = "一二三四五六七八九十百";

    private static readonly string[] s_labels = ["问题", "隐患", "事项", "任务"];

    private static readonly SearchValues<char> s_openings =
        SearchValues.Create([.. Numerals, .. "第（(", .. Enumerable.Range('①', 20).Select(c => (char)c)]);

    public override IReadOnlyList<string> Values => ["previous", "expected"];

    public static RuleKind Read(RuleFields fields) => new OrderRule();

    public override void Ask(ReviewedText text, Asking asking)
    {
        HashSet<int> cells = [.. text.Document.Paragraphs.Where(p => p.Cell is not null).Select(p => p.Span.Start)];
        var levels = new List<Level>();
        string raw = text.Raw;
        for (int line = 0; line < raw.Length;)
        {
            int end = raw.IndexOf('\n', line);
            end = end < 0 ? raw.Length : end;
            if (!cells.Contains(line))
            {
                ReadLine(raw, line, end, levels, asking);
            }

            line = end + 1;
        }
    }

    private static void ReadLine(string raw, int start, int end, List<Level> levels, Asking asking)
    {
        int at = start;
        while (at < end && char.IsWhiteSpace(raw[at]))
        {
            at++;
        }

        if (AtLineStart(raw, at, end) is { } first)
        {
            Take(first, levels, asking);
            at = first.Span.End;
        }

        // 一是 … 二是 …, （1）…；（2）…, wherever a clause begins.
        while (at < end && raw.AsSpan(at, end - at).IndexOfAny(s_openings) is var step and >= 0)
        {
            at += step;
            char c = raw[at];
            bool begins = at == start || ClauseMarks.All.Contains(raw[at - 1]) || char.IsWhiteSpace(raw[at - 1]);
            Mark? mark = c is '（' or '(' or (>= '①' and <= '⑳') ? Inline(raw, at, end, begins)
                : !begins ? null
                : c == '第' ? Counted(raw, at, end)
                : Spoken(raw, at, end);
            if (mark is { } taken)
            {
                Take(taken, levels, asking);
            }

            at = mark?.Span.End ?? at + 1;
        }
    }

    private static void Take(Mark mark, List<Level> levels, Asking asking)
    {
        int known = levels.FindLastIndex(level => level.Form == mark.Form);
        if (known < 0)
        {
            // 二是 where no 一是 was said: below a heading, so it is no text whose beginning was cut off.
            if (mark is { Number: 2, Form.Dress: '是' } && levels.Count > 0)
            {
                string first = $"{Written(1, mark.Form)}是";
                asking.OfWords(
                    mark.Span, null, null,
                    ("previous", new(levels[^1].Text, levels[^1].Text)), ("expected", new(first, first)));
            }

            levels.Add(new Level(mark.Form, mark.Number, mark.Number, mark.Text));
            return;
        }

        // Numbers of the same script in another dress count on: 一、 二． 三、
        int inner = known + 1 < levels.Count
            ? levels.Skip(known + 1).Where(level => level.Form.Script == mark.Form.Script)
                .Select(level => level.Last).DefaultIfEmpty().Max()
            : 0;
        levels.RemoveRange(known + 1, levels.Count - known - 1);
        Level last = levels[known];
        bool follows = mark.Number == 1 || mark.Number == last.Last + 1 || mark.Number == last.Place + 1
            || mark.Number == inner + 1;
        int place = mark.Number == 1 ? 1 : follows ? mark.Number : last.Place + 1;
        levels[known] = new Level(mark.Form, mark.Number, place, mark.Text);
        if (!follows)
        {
            string written = Written(last.Last + 1, mark.Form);
            string expected = mark.Text.Replace(mark.Numeral, written, StringComparison.Ordinal);
            asking.OfWords(
                mark.Span, null, null, ("previous", new(last.Text, last.Text)), ("expected", new(expected, expected)));
        }
    }

    private static Mark? AtLineStart(string raw, int at, int end)
    {
        if (Labelled(raw, at, end) is { } label)
        {
            return label;
        }

        bool isBracketed = at < end && raw[at] is '（' or '(';
        int from = isBracketed ? at + 1 : at;
        int to = from;
        while (to < end && to - from < 4 && (char.IsAsciiDigit(raw[to]) || Numerals.Contains(raw[to])))
        {
            to++;
        }

        if (to == from || to == end || Value(raw.AsSpan(from, to - from)) is not { } number)
        {
            return null;
        }

        char script = char.IsAsciiDigit(raw[from]) ? '1' : '一';
        string numeral = raw[from..to];
        if (isBracketed)
        {
            return raw[to] is '）' or ')' && number <= Most
                ? new Mark(new Form(script, '（'), number, numeral, raw[at..(to + 1)], TextSpan.FromBounds(at, to + 1))
                : null;
        }

        bool isMark = raw[to] is '、' or '．' || (raw[to] is '.' && !(to + 1 < end && char.IsAsciiDigit(raw[to + 1])));
        return isMark && (script == '一' || number <= Most)
            ? new Mark(
                new Form(script, raw[to] == '、' ? '、' : '.'), number, numeral, raw[at..(to + 1)],
                TextSpan.FromBounds(at, to + 1))
            : Spoken(raw, at, end);
    }

    // 问题1： 隐患2：
    private static Mark? Labelled(string raw, int at, int end)
    {
        foreach (string label in s_labels)
        {
            int from = at + label.Length;
            int to = from;
            while (to < end && to - from < 2 && char.IsAsciiDigit(raw[to]))
            {
                to++;
            }

            if (to > from && to < end && raw[to] is '：' or ':'
                && raw.AsSpan(at).StartsWith(label, StringComparison.Ordinal)
                && Value(raw.AsSpan(from, to - from)) is { } number)
            {
                return new Mark(
                    new Form('1', label[0]), number, raw[from..to], raw[at..to], TextSpan.FromBounds(at, to));
            }
        }

        return null;
    }

    private static Mark? Spoken(string raw, int at, int end)
    {
        int to = at;
        while (to < end && to - at < 3 && Numerals.Contains(raw[to]))
        {
            to++;
        }

        return to > at && to < end && raw[to] is '是' or '要' && !IsSaying(raw, at, to, end)
            && Value(raw.AsSpan(at, to - at)) is { } number
            ? new Mark(new Form('一', raw[to]), number, raw[at..to], raw[at..(to + 1)], TextSpan.FromBounds(at, to + 1))
            : null;
    }

    // 一是一、二是二; but not 一是一些会没有开.
    private static bool IsSaying(string raw, int at, int to, int end)
    {
        int again = to + 1 + to - at;
        return again <= end && raw.AsSpan(at, to - at).SequenceEqual(raw.AsSpan(to + 1, to - at))
            && (again == end || !char.IsLetterOrDigit(raw[again])
                || (again + 1 < end && Numerals.Contains(raw[again]) && raw[again + 1] == raw[to]));
    }

    // 第一，… 第二，…; not 第一、第二泵站.
    private static Mark? Counted(string raw, int at, int end)
    {
        int to = at + 1;
        while (to < end && to - at < 4 && Numerals.Contains(raw[to]))
        {
            to++;
        }

        return to < end && raw[to] is '，' or '：' or ':' && Value(raw.AsSpan(at + 1, to - at - 1)) is { } number
            ? new Mark(new Form('一', '第'), number, raw[(at + 1)..to], raw[at..to], TextSpan.FromBounds(at, to))
            : null;
    }

    // （1） and ① inside a line; not 见（2）, so that any but the first must begin a clause.
    private static Mark? Inline(string raw, int at, int end, bool begins)
    {
        if (raw[at] is >= '①' and <= '⑳')
        {
            int circled = raw[at] - '①' + 1;
            return begins || circled == 1
                ? new Mark(new Form('①', '①'), circled, raw[at..(at + 1)], raw[at..(at + 1)], new TextSpan(at, 1))
                : null;
        }

        return AtLineStart(raw, at, end) is { Form.Script: '1' } mark && (begins || mark.Number == 1) ? mark : null;
    }

    private static int? Value(ReadOnlySpan<char> numeral) =>
        int.TryParse(numeral, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : ChineseNumeral.TryParse(numeral, out int spoken) ? spoken : null;

    private static string Written(int number, Form form) =>
        form.Script == '①' ? $"{(char)('①' + Math.Min(number, 20) - 1)}"
        : form.Script == '1' ? number.ToString(CultureInfo.InvariantCulture) : ChineseNumeral.Format(number);

    /// <param name="Dress">What stands around or after the number.</param>
    private readonly record struct Form(char Script, char Dress);

    private readonly record struct Mark(Form Form, int Number, string Numeral, string Text, TextSpan Span);

    /// <param name="Place">What the number should have been: after 1, 2, 2 may come 3 or 4.</param>
    private readonly record struct Level(Form Form, int Last, int Place, string Text);
}
