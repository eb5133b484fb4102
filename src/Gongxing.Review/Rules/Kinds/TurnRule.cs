using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>
/// Asks about praise that turns: a sentence of <c>praise</c> without a <c>fault</c>, and then one of <c>turns</c>.
/// </summary>
/// <remarks><c>in</c> says in which sections; <c>unless</c> holds longer words that hide a shorter one: 不但.</remarks>
internal sealed class TurnRule : RuleKind
{
    // A turn that far from where its sentence begins turns something else.
    private const int Reach = 160;

    private readonly int _turns;
    private readonly int _praise;
    private readonly int _unless;
    private readonly WordMatcher _words;
    private readonly IReadOnlyList<SectionRole> _in;

    private TurnRule(RuleFields fields)
    {
        IReadOnlyList<string> praise = fields.Tokens("praise");
        IReadOnlyList<string> turns = fields.Tokens("turns");
        IReadOnlyList<string> faults = fields.Tokens("faults");
        IReadOnlyList<string> unless = fields.Tokens("unless");
        if (praise.Count == 0 || turns.Count == 0)
        {
            throw fields.Mistake("缺少 praise 或 turns。");
        }

        // The pass over the text looks for turns only; what stands before one is read then.
        Tokens = [.. turns, .. unless];
        _turns = turns.Count;
        _words = new WordMatcher([.. praise, .. faults.Concat(turns).Except(praise), .. unless]);
        _praise = praise.Count;
        _unless = _words.Words.Count - unless.Count;
        _in = fields.Choices<SectionRole>("in");
    }

    public override IReadOnlyList<string> Tokens { get; }

    public static RuleKind Read(RuleFields fields) => new TurnRule(fields);

    public override void Ask(ReviewedText text, Asking asking)
    {
        int end = 0;
        foreach (WordMatch match in text.Matches(this).OrderBy(match => match.Span.Start)
            .ThenByDescending(match => match.Span.Length))
        {
            if (match.Span.Start < end)
            {
                continue;
            }

            end = match.Span.End;
            if (match.Word < _turns && Praise(text, match.Span.Start) is int from and >= 0)
            {
                Turn(text, asking, from, match.Span);
            }
        }
    }

    // Where the praise begins that a word turns: its sentence, or the one before on its line. -1 where there is none.
    private int Praise(ReviewedText text, int turn)
    {
        TextSpan sentence = text.SentenceAt(turn);
        int from = sentence.Start;
        if (sentence.Trim(text.Normalized).Start == turn)
        {
            if (from == 0 || text.LineAt(turn).Start >= from)
            {
                return -1;
            }

            from = text.SentenceAt(from - 1).Start;
        }

        bool praised = false;
        foreach (WordMatch word in _words.Longest(text.Normalized.AsSpan(from, turn - from)))
        {
            if (word.Word >= _praise && word.Word < _unless)
            {
                return -1;
            }

            praised |= word.Word < _praise && !text.IsFormulation(word.Span.Shift(from));
        }

        return praised ? from : -1;
    }

    private void Turn(ReviewedText text, Asking asking, int from, TextSpan turn)
    {
        if (turn.Start - from > Reach)
        {
            return;
        }

        TextSpan raw = text.ToRaw(TextSpan.FromBounds(from, turn.End));
        bool isIn = _in.Count == 0 || (text.SectionAt(raw.Start) is { } section && _in.Contains(section.Role));
        if (isIn && !text.IsQuoted(text.ToRaw(turn).Start))
        {
            asking.OfWords(raw);
        }
    }
}
