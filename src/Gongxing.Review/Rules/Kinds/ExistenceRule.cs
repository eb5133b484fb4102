using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks where certain words stand: <c>tokens</c>, <c>unless</c> they are part of longer ones, <c>in</c> certain sections.</summary>
internal sealed class ExistenceRule : RuleKind
{
    private readonly int _asked;
    private readonly IReadOnlyList<SectionRole> _in;

    private ExistenceRule(IReadOnlyList<string> tokens, IReadOnlyList<string> unless, IReadOnlyList<SectionRole> sections) =>
        (Tokens, _asked, _in) = ([.. tokens, .. unless], tokens.Count, sections);

    public override IReadOnlyList<string> Tokens { get; }

    public static RuleKind Read(RuleFields fields)
    {
        IReadOnlyList<string> tokens = fields.Tokens("tokens");
        return tokens.Count > 0
            ? new ExistenceRule(tokens, fields.Tokens("unless"), fields.Choices<SectionRole>("in"))
            : throw fields.Mistake("缺少 tokens。");
    }

    public override void Ask(ReviewedText text, Asking asking)
    {
        TextSpan last = default;
        int excused = 0;
        foreach (WordMatch match in text.Matches(this).OrderBy(match => match.Span.Start)
            .ThenBy(match => match.Word < _asked).ThenByDescending(match => match.Span.Length))
        {
            if (match.Word >= _asked)
            {
                excused = Math.Max(excused, match.Span.End);
            }
            else if (match.Span.Start >= last.End && match.Span.End > excused)
            {
                last = match.Span;
                TextSpan raw = text.ToRaw(match.Span);
                if (_in.Count == 0 || (text.SectionAt(raw.Start) is { } section && _in.Contains(section.Role)))
                {
                    asking.OfWords(raw);
                }
            }
        }
    }
}
