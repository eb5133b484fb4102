using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks about praise that turns: a sentence of <c>praise</c> without a <c>fault</c>, and then one of <c>turns</c>.</summary>
/// <remarks><c>in</c> says in which sections; <c>unless</c> holds longer words that hide a shorter one: 不但.</remarks>
internal sealed class TurnRule : RuleKind
{
    // A turn that far from where its sentence begins turns something else.
    private const int Reach = 160;

    private readonly int _turns;
    private readonly int _faults;
    private readonly int _unless;
    private readonly IReadOnlyList<SectionRole> _in;

    private TurnRule(RuleFields fields)
    {
        IReadOnlyList<string> praise = fields.Tokens("praise");
        IReadOnlyList<string> turns = fields.Tokens("turns");
        IReadOnlyList<string> faults = fields.Tokens("faults");
        if (praise.Count == 0 || turns.Count == 0)
        {
            throw fields.Mistake("缺少 praise 或 turns。");
        }

        Tokens = [.. praise, .. turns, .. faults, .. fields.Tokens("unless")];
        _turns = praise.Count;
        _faults = _turns + turns.Count;
        _unless = _faults + faults.Count;
        _in = fields.Choices<SectionRole>("in");
    }

    public override IReadOnlyList<string> Tokens { get; }

    public static RuleKind Read(RuleFields fields) => new TurnRule(fields);

    public override void Ask(ReviewedText text, Asking asking)
    {
        // From left to right, with what was seen since the sentence began.
        TextSpan sentence = default;
        int praise = -1;
        bool isFault = false;
        int praisedBefore = -1;
        int hidden = 0;
        foreach (WordMatch match in text.Matches(this).OrderBy(match => match.Span.Start)
            .ThenByDescending(match => match.Span.Length))
        {
            if (match.Span.End <= hidden)
            {
                continue;
            }

            if (match.Span.Start >= sentence.End)
            {
                TextSpan next = text.SentenceAt(match.Span.Start);
                bool follows = next.Start == sentence.End && text.LineAt(sentence.Start).Contains(next.Start);
                praisedBefore = follows && !isFault && praise >= 0 ? sentence.Start : -1;
                (sentence, praise, isFault) = (next, -1, false);
            }

            switch (match.Word)
            {
                case var word when word >= _unless:
                    hidden = match.Span.End;
                    break;
                case var word when word >= _faults:
                    isFault = true;
                    break;
                case var word when word >= _turns:
                    bool isFirst = match.Span.Start == Begin(text.Normalized, sentence);
                    int from = isFirst ? praisedBefore : praise >= 0 && !isFault ? sentence.Start : -1;
                    Turn(text, asking, from, match.Span);
                    isFault = true;
                    break;
                default:
                    praise = praise < 0 ? match.Span.Start : praise;
                    break;
            }
        }
    }

    private void Turn(ReviewedText text, Asking asking, int from, TextSpan turn)
    {
        if (from < 0 || turn.Start - from > Reach)
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

    private static int Begin(string text, TextSpan sentence) => sentence.Trim(text).Start;
}
