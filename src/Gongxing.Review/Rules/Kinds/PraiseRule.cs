using Gongxing.Core.Statements;
using Gongxing.Review.Rules.Facts;
using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks when an aspect opens with merit that takes a good part of it (先肯定成绩).</summary>
internal sealed class PraiseRule : RuleKind
{
    private const int ShortestAspect = 60;

    // A half sentence of merit before the turn is no praise.
    private const int ShortestBeforeTurn = 20;

    private readonly WordSet _merit;
    private readonly HidingSet _turn;
    private readonly double _from;

    private PraiseRule(WordSet merit, HidingSet turn, double from) => (_merit, _turn, _from) = (merit, turn, from);

    /// <summary>
    /// <c>merit</c>, <c>turn</c>: words of merit, and those that end it, but not inside those of <c>unless</c>;
    /// <c>from</c>: the share of the aspect merit may have.
    /// </summary>
    public static RuleKind Read(RuleFields fields) => new PraiseRule(
        new WordSet(fields.Tokens("merit")),
        new HidingSet(fields.Tokens("turn"), fields.Tokens("unless")),
        fields.Number("from", 0.25));

    public override void Ask(ReviewedText text, Asking asking)
    {
        foreach (Aspect aspect in text.Statement.Aspects)
        {
            TextSpan merit = Merit(text, aspect);
            int length = aspect.Span.Length - aspect.Heading.Length;
            if (length >= ShortestAspect && Own(text, merit) >= length * _from)
            {
                asking.OfWords(merit);
            }
        }
    }

    // What everybody has to profess is not praise of oneself.
    private static int Own(ReviewedText text, TextSpan merit) =>
        merit.Length - text.FromRaw(merit).In(text.Masked).Count(Formulations.Mask);

    // The sentences after the heading that praise and find no fault.
    private TextSpan Merit(ReviewedText text, Aspect aspect)
    {
        int start = -1;
        int end = 0;
        int heading = aspect.Span.Start + aspect.Heading.Length;
        if (heading >= aspect.Span.End)
        {
            return default;
        }

        TextSpan body = text.FromRaw(TextSpan.FromBounds(heading, aspect.Span.End));
        foreach (TextSpan sentence in Sentences.In(text.Masked, body))
        {
            ReadOnlySpan<char> words = sentence.In(text.Masked).TrimStart("。:;,,\n 方面");
            if (words.Length < 4)
            {
                continue;
            }

            // 作为一名党员，我始终…，但仍存在不足：一是…: up to the clause that turns.
            int first = sentence.End - words.Length;
            int turn = _turn.First(words) is { IsEmpty: false } at ? at.Start : words.Length;
            int praised = turn == words.Length ? turn : words[..turn].LastIndexOfAny(ClauseMarks.All) + 1;
            if (!_merit.IsIn(words[..praised]) || (praised < words.Length && praised < ShortestBeforeTurn))
            {
                break;
            }

            start = start < 0 ? first : start;
            end = first + praised;
            if (praised < words.Length)
            {
                break;
            }
        }

        return start < 0 ? default : text.ToRaw(TextSpan.FromBounds(start, end)).Trim(text.Raw);
    }
}
