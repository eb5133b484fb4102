using System.Globalization;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks about a meeting of another year than the statement's: a year before one of <c>meetings</c>.</summary>
/// <remarks>
/// Last year's meeting is often meant, and next year's may be; last year's is asked about only where one of
/// <c>notices</c> says that the statement follows from it, and none of <c>unlessNear</c> that it looks back.
/// </remarks>
internal sealed class MeetingYearRule : RuleKind
{
    // 2023年度主题教育专题民主生活会: so far before the meeting its year stands.
    private const int Reach = 20;

    private readonly int _notices;
    private readonly int _unless;

    private MeetingYearRule(RuleFields fields)
    {
        IReadOnlyList<string> meetings = fields.Tokens("meetings");
        IReadOnlyList<string> notices = fields.Tokens("notices");
        if (meetings.Count == 0)
        {
            throw fields.Mistake("缺少 meetings。");
        }

        Tokens = [.. meetings, .. notices, .. fields.Tokens("unlessNear")];
        (_notices, _unless) = (meetings.Count, meetings.Count + notices.Count);
    }

    public override IReadOnlyList<string> Tokens { get; }

    public override IReadOnlyList<string> Values => ["year"];

    /// <summary>Mandated words though they are, they are what the rule looks for.</summary>
    public override bool SeesFormulations => true;

    public static RuleKind Read(RuleFields fields) => new MeetingYearRule(fields);

    public override void Ask(ReviewedText text, Asking asking)
    {
        if (text.Statement is not { IsStatement: true, Year: { } own })
        {
            return;
        }

        WordMatch[] matches = [.. text.Matches(this).OrderBy(match => match.Span.Start)];
        (string, Core.Remarks.LocalizedText) year = ("year", new($"{own}", $"{own}"));
        for (int i = 0; i < matches.Length; i++)
        {
            if (matches[i].Word < _notices && YearBefore(text.Normalized, matches[i].Span.Start) is var (value, span)
                && (value < own - 1 || value > own + 1 || (value == own - 1 && IsNotice(text, matches, i))))
            {
                asking.OfWords(text.ToRaw(span), null, null, year);
            }
        }
    }

    private bool IsNotice(ReviewedText text, WordMatch[] matches, int meeting)
    {
        TextSpan sentence = text.SentenceAt(matches[meeting].Span.Start);
        bool isNotice = false;
        for (int i = meeting - 1; i >= 0 && matches[i].Span.Start >= sentence.Start; i--)
        {
            isNotice |= matches[i].Word >= _notices && matches[i].Word < _unless;
            if (matches[i].Word >= _unless)
            {
                return false;
            }
        }

        for (int i = meeting + 1; i < matches.Length && matches[i].Span.Start < sentence.End; i++)
        {
            if (matches[i].Word >= _unless)
            {
                return false;
            }

            isNotice |= matches[i].Word >= _notices && IsAsFollows(text.Normalized, matches[i].Span);
        }

        return isNotice;
    }

    // 在…民主生活会上，作如下检查: what comes is this meeting's.
    private static bool IsAsFollows(string text, TextSpan notice) =>
        notice.In(text).Contains("如下", StringComparison.Ordinal);

    private static (int Year, TextSpan Span)? YearBefore(string text, int meeting)
    {
        int start = Math.Max(0, meeting - Reach);
        ReadOnlySpan<char> before = text.AsSpan(start, meeting - start);
        int mark = before.LastIndexOf('年');
        if (mark < 4 || before[mark..].IndexOfAny(ClauseMarks.All) >= 0
            || !int.TryParse(before.Slice(mark - 4, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            || year is < 2000 or > 2099)
        {
            return null;
        }

        int length = 5 + (mark + 1 < before.Length && before[mark + 1] == '度' ? 1 : 0);
        return (year, new TextSpan(start + mark - 4, length));
    }
}
