using Gongxing.Core.Statements;
using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks when an aspect opens with merit that takes a good part of it (先肯定成绩).</summary>
internal sealed class PraiseRule : RuleKind
{
    private const int ShortestAspect = 60;

    private readonly WordSet _merit;
    private readonly WordSet _turn;
    private readonly double _from;

    private PraiseRule(WordSet merit, WordSet turn, double from) => (_merit, _turn, _from) = (merit, turn, from);

    /// <summary>
    /// <c>merit</c>, <c>turn</c>: words of merit, and those that end it; <c>from</c>: the share of the aspect it may have.
    /// </summary>
    public static RuleKind Read(RuleFields fields) => new PraiseRule(
        new WordSet(fields.Tokens("merit")), new WordSet(fields.Tokens("turn")), fields.Number("from", 0.25));

    public override void Ask(ReviewedText text, Asking asking)
    {
        foreach (Aspect aspect in text.Statement.Aspects)
        {
            TextSpan merit = Merit(text, aspect);
            int length = aspect.Span.Length - aspect.Heading.Length;
            if (length >= ShortestAspect && merit.Length >= length * _from)
            {
                asking.OfWords(merit);
            }
        }
    }

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

            if (!_merit.IsIn(words) || _turn.IsIn(words))
            {
                break;
            }

            start = start < 0 ? sentence.Start + sentence.Length - words.Length : start;
            end = sentence.End;
        }

        return start < 0 ? default : text.ToRaw(TextSpan.FromBounds(start, end)).Trim(text.Raw);
    }
}
