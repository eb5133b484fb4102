using System.Buffers;
using System.Globalization;

namespace Gongxing.Review.Structure;

/// <summary>Finds the numbers and labels that open items, at the start of a line and inside it.</summary>
internal sealed class MarkScanner(Flow flow)
{
    private const string Strong = "。;:!?\")|";
    private const string NoContent = "。;:!?),、";
    private const string Soft = "。;:!?\"),、";

    // 统一是, 同一是: the numeral belongs to the word before it.
    private const string BindsNumeral = "统同唯单专万第之其某每任";

    private const int LongestHeading = 40;
    private const int LongestItem = 600;

    // Inside a line nothing else begins a mark, so nothing else is looked at.
    private static readonly SearchValues<char> s_openers =
        SearchValues.Create(MarkReader.Openers + ArrowMarks.Openers + Lexicon.Labels.Starts);

    private int _content = -1;
    private readonly int[] _last = new int[(int)MarkStyle.Label + 1];

    /// <summary>True when a line begins with a mark.</summary>
    public static bool Opens(ReadOnlySpan<char> line) =>
        MarkReader.ReadNumber(line, 0, atLineStart: true) is not null
            || LabelReader.Read(line, 0, true) is not null;

    public List<Mark> Scan(FlowLine line)
    {
        _content = -1;
        var marks = new List<Mark>();
        ReadOnlySpan<char> text = flow.Text.AsSpan(0, line.End);
        int at = line.Start;
        while (at < line.End)
        {
            int opener = at == line.Start ? 0 : text[at..].IndexOfAny(s_openers);
            if (opener < 0)
            {
                break;
            }

            at += opener;
            Mark? mark = Read(text, line, at);
            if (mark is null)
            {
                at++;
                continue;
            }

            _last[(int)mark.Style] = mark.Value;
            ForgetDeeper(mark.Style);
            marks.Add(mark);
            at = mark.ContentStart;
            _content = mark.Style is MarkStyle.Legal or MarkStyle.Han or MarkStyle.HanInBrackets ? at : -1;
            if (mark.Style != MarkStyle.Label && at < line.End && LabelReader.Read(text, at, true) is { } label)
            {
                // 2D 问题描述： is a heading of its own.
                if (mark.Style != MarkStyle.Coded || label.ContentStart < line.End)
                {
                    marks.Add(label with { AtLineStart = mark.AtLineStart });
                }

                at = label.ContentStart;
            }
        }

        return marks;
    }

    private void ForgetDeeper(MarkStyle style)
    {
        if (style < MarkStyle.Bullet && !SerialMarks.IsSerial(style))
        {
            Array.Clear(_last, (int)style + 1, _last.Length - (int)style - 1);
        }
    }

    private Mark? Read(ReadOnlySpan<char> text, FlowLine line, int at)
    {
        bool lineStart = at == line.Start;
        char before = lineStart ? '\n' : text[at - 1];
        bool bounded = lineStart || Strong.Contains(before)
            || (before == ' ' && at > 1 && text[at - 2] == '|') || flow.HasGapBefore(at);
        if (LabelReader.Read(text, at, bounded || before is ',' or '、' or '—') is { } label)
        {
            return label with { AtLineStart = lineStart };
        }

        if (lineStart && LabelReader.ReadSpaced(flow, at, line.End) is { } spaced)
        {
            return spaced;
        }

        if (ArrowMarks.Read(text, at, lineStart) is { } arrow)
        {
            return arrow;
        }

        if (!MarkReader.CanOpen(text[at]))
        {
            return null;
        }

        if (MarkReader.ReadNumber(text, at, lineStart) is not { } mark)
        {
            return lineStart ? ReadBeforeDigit(text, at) ?? SerialMarks.ReadSpaced(flow, at, line.End) : null;
        }

        if (mark.Value == MarkReader.Next)
        {
            int next = _last[(int)mark.Style] + 1;
            if (next == 1)
            {
                return null;
            }

            mark = mark with { Value = next };
        }

        if (mark.Style == MarkStyle.TwoPart && at + text[at..].IndexOf('.') is var dot
            && (flow.IsWide(dot) || IsListed(mark)))
        {
            // 2．2名焊工 is the second item and speaks of two welders.
            mark = new Mark(MarkStyle.Arabic, at, dot + 1, _last[(int)MarkStyle.Arabic] + 1, lineStart);
        }

        return lineStart || Accepts(text, mark, before, bounded) ? mark : null;
    }

    // 一、存在的问题1.学习不够: the heading above ran into the first item. A heading with a comma in it is one
    // where the second item follows.
    private bool IsHeaded(ReadOnlySpan<char> text, int at)
    {
        if (_content < 0 || at - _content is <= 2 or > LongestHeading || text[_content..at].IndexOfAny("。;:") >= 0)
        {
            return false;
        }

        ReadOnlySpan<char> after = text[(at + 1)..Math.Min(text.Length, at + LongestItem)];
        int second = text[_content..at].Contains(',') ? after.IndexOf($"。2{after[0]}") : 0;
        return second >= 0;
    }

    // 2.6月底前完成: the number goes on from the one before, so the point ends it.
    private Mark? ReadBeforeDigit(ReadOnlySpan<char> text, int at)
    {
        int next = _last[(int)MarkStyle.Arabic] + 1;
        string number = string.Create(CultureInfo.InvariantCulture, $"{next}.");
        return next > 1 && text[at..].StartsWith(number)
            ? new Mark(MarkStyle.Arabic, at, at + number.Length, next, AtLineStart: true)
            : null;
    }

    // 1. stood before, 1.1 never did.
    private bool IsListed(Mark mark) => mark.Value > 1 && _last[(int)MarkStyle.Arabic] > 0
        && _last[(int)MarkStyle.TwoPart] == 0;

    private bool Accepts(ReadOnlySpan<char> text, Mark mark, char before, bool bounded)
    {
        char after = mark.ContentStart < text.Length ? text[mark.ContentStart] : '\n';
        if (after == '\n' || NoContent.Contains(after))
        {
            return false;
        }

        int last = _last[(int)mark.Style];
        bool follows = mark.Value == last + 1;
        return mark.Style switch
        {
            MarkStyle.Is when text[mark.ContentStart - 1] is ',' or '曰'
                && !text[mark.Start..mark.ContentStart].Contains('是')
                && !text[mark.Start..mark.ContentStart].Contains('来') =>
                bounded && (follows || mark.Value == 1),
            // 任务一来，就停摆: as soon as it comes.
            MarkStyle.Is or MarkStyle.Must => Soft.Contains(before)
                || (follows && !BindsNumeral.Contains(before) && !text[mark.Start..mark.ContentStart].Contains('来')),
            MarkStyle.Ordinal => (Strong.Contains(before) || (before is ',' or '?' && text[mark.Start] == '主'))
                && (mark.Value == 1 || last > 0),
            MarkStyle.Legal or MarkStyle.Han or MarkStyle.Letter => bounded && (follows || mark.Value == 1),
            MarkStyle.HanInBrackets => follows && !"第见条项款表件".Contains(before),
            MarkStyle.Arabic => (bounded || (mark.Value == 1 && IsHeaded(text, mark.Start)))
                && (follows || mark.Value == 1)
                && (!char.IsAsciiDigit(after) || MarkReader.NamesTime(text, mark.ContentStart)),
            MarkStyle.ArabicInBrackets => follows || mark.Value == 1,
            MarkStyle.Circled => true,
            _ => false,
        };
    }
}
