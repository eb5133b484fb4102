using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>
/// Asks about a finding whose fault is others': a clause that <c>others</c> open and that holds a <c>fault</c>, in a
/// finding without <c>self</c>.
/// </summary>
/// <remarks>
/// Others after a word of <c>unlessAfter</c> are those the writer failed: 对部分同志提醒少. Before one of <c>unlessBefore</c>
/// they are part of the matter: 党员干部教育管理.
/// </remarks>
internal sealed class SubjectRule : RuleKind
{
    // 同时，农场有的班子成员…: so much may stand before the subject.
    private const int Lead = 6;

    private readonly WordMatcher _faults;
    private readonly WordMatcher _self;
    private readonly string[] _unlessAfter;
    private readonly string[] _unlessBefore;

    private SubjectRule(RuleFields fields)
    {
        IReadOnlyList<string> faults = fields.Tokens("faults");
        IReadOnlyList<string> self = fields.Tokens("self");
        IReadOnlyList<string> roles = fields.Tokens("roles");
        Tokens =
        [
            .. fields.Tokens("others")
                .Concat(fields.Tokens("quantifiers").SelectMany(some => roles.Select(role => some + role)))
                .Distinct(StringComparer.Ordinal),
        ];
        if (Tokens.Count == 0 || faults.Count == 0 || self.Count == 0)
        {
            throw fields.Mistake("缺少 others、faults 或 self。");
        }

        (_faults, _self) = (new WordMatcher(faults), new WordMatcher(self));
        _unlessAfter = [.. fields.Tokens("unlessAfter")];
        _unlessBefore = [.. fields.Tokens("unlessBefore")];
    }

    public override IReadOnlyList<string> Tokens { get; }

    public static RuleKind Read(RuleFields fields) => new SubjectRule(fields);

    public override void Ask(ReviewedText text, Asking asking)
    {
        int[] others = [.. text.Matches(this).Where(match => !IsPartOfMore(text.Normalized.AsSpan(match.Span.End)))
            .Select(match => match.Span.Start).Order()];
        if (others.Length == 0)
        {
            return;
        }

        foreach (StatementElement finding in text.Statement.Elements().Where(e => e.Role == ElementRole.Finding))
        {
            TextSpan span = text.FromRaw(finding.Span);
            int first = Array.BinarySearch(others, span.Start);
            first = first < 0 ? ~first : first;
            if (first < others.Length && others[first] < span.End && !_self.IsIn(span.In(text.Normalized))
                && Clause(text.Normalized, others.AsSpan(first), span) is { } clause)
            {
                asking.OfElement(finding, text.ToRaw(clause));
            }
        }
    }

    private TextSpan? Clause(string text, ReadOnlySpan<int> others, TextSpan finding)
    {
        foreach (int at in others)
        {
            if (at >= finding.End)
            {
                return null;
            }

            int end = Sentence(text, at, finding.End);
            if (IsSubject(text, at, finding.Start) && _faults.IsIn(text.AsSpan(at, end - at)))
            {
                return TextSpan.FromBounds(at, end);
            }
        }

        return null;
    }

    private bool IsPartOfMore(ReadOnlySpan<char> after)
    {
        foreach (string word in _unlessBefore)
        {
            if (after.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSubject(string text, int at, int from)
    {
        int start = at;
        while (start > from && at - start <= Lead && !ClauseMarks.All.Contains(text[start - 1]))
        {
            start--;
        }

        return at - start <= Lead && Array.TrueForAll(
            _unlessAfter, word => !text.AsSpan(start, at - start).Contains(word, StringComparison.Ordinal));
    }

    private static int Sentence(string text, int from, int end)
    {
        int at = text.AsSpan(from, end - from).IndexOfAny(ClauseMarks.OfSentences);
        return at < 0 ? end : from + at;
    }
}
