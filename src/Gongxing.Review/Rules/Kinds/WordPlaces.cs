using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>
/// Where the words of a rule stand, but for the excuses its file gives: <c>unless</c>, <c>in</c>, <c>unquoted</c>,
/// <c>unlessNear</c>.
/// </summary>
internal sealed class WordPlaces
{
    private readonly int _asked;
    private readonly int _excuses;
    private readonly IReadOnlyList<SectionRole> _in;
    private readonly bool _unquoted;

    /// <param name="asked">The words, folded.</param>
    public WordPlaces(RuleFields fields, IReadOnlyList<string> asked)
    {
        if (asked.Count == 0)
        {
            throw fields.Mistake("缺少 tokens。");
        }

        IReadOnlyList<string> unless = fields.Tokens("unless");
        Tokens = [.. asked, .. unless, .. fields.Tokens("unlessNear")];
        (_asked, _excuses) = (asked.Count, asked.Count + unless.Count);
        _in = fields.Choices<SectionRole>("in");
        _unquoted = fields.Flag("unquoted", whenAbsent: false);
    }

    public IReadOnlyList<string> Tokens { get; }

    /// <summary>From left to right, the longest of those that begin together, none overlapping.</summary>
    public IEnumerable<WordMatch> In(ReviewedText text, RuleKind kind)
    {
        int end = 0;
        int excused = 0;
        int near = 0;
        WordMatch[] matches = [.. text.Matches(kind).OrderBy(match => match.Span.Start)
            .ThenBy(match => match.Word < _asked).ThenByDescending(match => match.Span.Length)];
        int[] cues = [.. matches.Where(match => match.Word >= _excuses).Select(match => match.Span.Start)];
        foreach (WordMatch match in matches)
        {
            if (match.Word >= _asked)
            {
                excused = match.Word < _excuses ? Math.Max(excused, match.Span.End) : excused;
                continue;
            }

            if (match.Span.Start < end || match.Span.End <= excused)
            {
                continue;
            }

            if (cues.Length > 0)
            {
                TextSpan sentence = text.SentenceAt(match.Span.Start);
                while (near < cues.Length && cues[near] < sentence.Start)
                {
                    near++;
                }

                if (near < cues.Length && cues[near] < sentence.End)
                {
                    continue;
                }
            }

            int raw = text.ToRaw(match.Span).Start;
            if ((_in.Count == 0 || (text.SectionAt(raw) is { } section && _in.Contains(section.Role)))
                && !(_unquoted && text.IsQuoted(raw)))
            {
                end = match.Span.End;
                yield return match;
            }
        }
    }
}
