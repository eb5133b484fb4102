using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks about a finding whose fault is others': a clause that <c>others</c> open and that holds a <c>fault</c>, in a finding without <c>self</c>.</summary>
/// <remarks>Others after a word of <c>unlessAfter</c> are those the writer failed: 对部分同志提醒少.</remarks>
internal sealed class SubjectRule : RuleKind
{
    // 同时，农场有的班子成员…: so much may stand before the subject.
    private const int Lead = 6;

    private readonly int _faults;
    private readonly int _self;
    private readonly string[] _unlessAfter;

    private SubjectRule(RuleFields fields)
    {
        IReadOnlyList<string> others = fields.Tokens("others");
        IReadOnlyList<string> faults = fields.Tokens("faults");
        IReadOnlyList<string> self = fields.Tokens("self");
        if (others.Count == 0 || faults.Count == 0 || self.Count == 0)
        {
            throw fields.Mistake("缺少 others、faults 或 self。");
        }

        Tokens = [.. others, .. faults, .. self];
        (_faults, _self) = (others.Count, others.Count + faults.Count);
        _unlessAfter = [.. fields.Tokens("unlessAfter")];
    }

    public override IReadOnlyList<string> Tokens { get; }

    public static RuleKind Read(RuleFields fields) => new SubjectRule(fields);

    public override void Ask(ReviewedText text, Asking asking)
    {
        WordMatch[] matches = [.. text.Matches(this).OrderBy(match => match.Span.Start)];
        int next = 0;
        foreach (StatementElement finding in text.Statement.Elements().Where(e => e.Role == ElementRole.Finding))
        {
            TextSpan span = text.FromRaw(finding.Span);
            while (next < matches.Length && matches[next].Span.Start < span.Start)
            {
                next++;
            }

            int first = next;
            while (next < matches.Length && matches[next].Span.Start < span.End)
            {
                next++;
            }

            if (Others(text.Normalized, matches.AsSpan(first, next - first), span) is { } clause)
            {
                asking.OfElement(finding, text.ToRaw(clause));
            }
        }
    }

    private TextSpan? Others(string text, ReadOnlySpan<WordMatch> matches, TextSpan finding)
    {
        TextSpan? found = null;
        foreach (WordMatch match in matches)
        {
            if (match.Word >= _self)
            {
                return null;
            }

            if (match.Word < _faults && found is null && IsSubject(text, match.Span.Start, finding.Start))
            {
                int end = Sentence(text, match.Span.End, finding.End);
                foreach (WordMatch fault in matches)
                {
                    found ??= fault.Word >= _faults && fault.Word < _self && fault.Span.Start >= match.Span.End && fault.Span.End <= end
                        ? TextSpan.FromBounds(match.Span.Start, end)
                        : null;
                }
            }
        }

        return found;
    }

    private bool IsSubject(string text, int at, int from)
    {
        int start = at;
        while (start > from && at - start <= Lead && !ClauseMarks.All.Contains(text[start - 1]))
        {
            start--;
        }

        return at - start <= Lead && Array.TrueForAll(_unlessAfter, word => !text.AsSpan(start, at - start).Contains(word, StringComparison.Ordinal));
    }

    private static int Sentence(string text, int from, int end)
    {
        int at = text.AsSpan(from, end - from).IndexOfAny(ClauseMarks.OfSentences);
        return at < 0 ? end : from + at;
    }
}
