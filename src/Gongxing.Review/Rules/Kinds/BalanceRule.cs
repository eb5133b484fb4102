using System.Globalization;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks of an aspect under which nothing was found, and of one that takes most of the room.</summary>
internal sealed class BalanceRule : RuleKind
{
    // In a few lines one sentence more is no lack of balance.
    private const int LeastRoom = 240;

    private readonly bool _empty;
    private readonly int _fewest;
    private readonly double _most;

    private BalanceRule(bool empty, int fewest, double most) => (_empty, _fewest, _most) = (empty, fewest, most);

    public override IReadOnlyList<string> Values => ["percent"];

    /// <summary>
    /// <c>empty</c>: asks of aspects without a finding; else of one that has more than <c>most</c> of the room of
    /// <c>fewest</c> or more.
    /// </summary>
    public static RuleKind Read(RuleFields fields) => new BalanceRule(
        fields.Flag("empty", whenAbsent: false), (int)fields.Number("fewest", 4), fields.Number("most", 0.45));

    public override void Ask(ReviewedText text, Asking asking)
    {
        IReadOnlyList<Aspect> aspects = text.Statement.Aspects;
        if (_empty)
        {
            AskOfEmpty(text, asking);
            return;
        }

        double all = aspects.Sum(aspect => (double)Room(aspect));
        if (aspects.Count < _fewest || all < LeastRoom || text.Statement.Parts.Count > 1)
        {
            return;
        }

        foreach (Aspect aspect in aspects.Where(aspect => Room(aspect) > all * _most))
        {
            string percent = Math.Round(Room(aspect) / all * 100).ToString(CultureInfo.InvariantCulture);
            asking.OfWords(HeadingOf(aspect), null, null, ("percent", new(percent, percent)));
        }
    }

    private static void AskOfEmpty(ReviewedText text, Asking asking)
    {
        IReadOnlyList<Finding> findings = text.Statement.Findings;
        int next = 0;
        bool any = false;
        var empty = new List<Aspect>();
        foreach (Aspect aspect in text.Statement.Aspects.OrderBy(aspect => aspect.Span.Start))
        {
            while (next < findings.Count && findings[next].Span.Start < aspect.Span.Start)
            {
                next++;
            }

            bool has = next < findings.Count && findings[next].Span.Start < aspect.Span.End;
            any |= has;
            if (!has)
            {
                empty.Add(aspect);
            }
        }

        foreach (Aspect aspect in any ? empty : [])
        {
            asking.OfWords(HeadingOf(aspect));
        }
    }

    private static int Room(Aspect aspect) => aspect.Span.Length - aspect.Heading.Length;

    private static TextSpan HeadingOf(Aspect aspect) =>
        new(aspect.Span.Start, Math.Min(aspect.Span.Length, aspect.Heading.Length));
}
