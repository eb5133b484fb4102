using System.Globalization;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Review.Rules.Facts;
using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>
/// Asks of a finding that no cause, or no measure, comes near; and of a cause or a measure that no finding comes near.
/// </summary>
/// <remarks>
/// What no link leads from is not yet without an answer: the answer may be in other words. So it is asked only where
/// no rare words and no themes are shared; or where what its title is about is known, and nothing among the others is
/// about that. An answer that nothing else claims and that stands where this one's would is taken for it, unless there
/// are few answers and the finding tells no fact. Nor is a link an answer to such a finding, if what its title is about
/// is not what ties them.
/// <para>
/// Where a paper answers one by one, an answer that is wanting stands out and is asked about at its place. Where it
/// answers by themes, a reader is less sure of each: then one question names those that seem open.
/// </para>
/// </remarks>
internal sealed class TraceRule : RuleKind
{
    private const int MostNamed = 3;
    private const int MostForOne = 2;
    private const double FewAnswers = 0.5;

    private readonly ElementRole _of;
    private readonly ElementRole _to;
    private readonly double _words;
    private readonly double _themes;
    private readonly double _sure;
    private readonly double _general;
    private readonly double _each;
    private readonly int _fewest;
    private readonly bool _isTogether;
    private readonly WordSet? _unless;

    private TraceRule(RuleFields fields)
    {
        _of = fields.Choice("of", ElementRole.Finding);
        _to = fields.Choice("to", ElementRole.Measure);
        if (_of == _to)
        {
            throw fields.Mistake("of 和 to 不能相同。", "to");
        }

        _words = fields.Number("words", 0.3);
        _themes = fields.Number("themes", 0.3);
        _sure = fields.Number("sure", 0);
        _general = fields.Number("general", 0);
        _each = fields.Number("each", 0);
        _fewest = (int)fields.Number("fewest", 0);
        _isTogether = fields.Flag("together", false);
        _unless = fields.Tokens("unless") is { Count: > 0 } unless ? new WordSet(unless) : null;
    }

    public override IReadOnlyList<string> Values => _isTogether ? ["count"] : [];

    /// <summary>
    /// <c>of</c>: finding, cause or measure; <c>to</c>: what should be there for it; <c>words</c>, <c>themes</c>: from
    /// what share on something is near; <c>general</c>: the same share of words where the title's theme is known and
    /// not taken up; <c>sure</c>: from what confidence on a link to a slogan's title is enough; <c>each</c>: from what
    /// share of answers on a paper answers one by one; <c>fewest</c>: one question for all, from so many on, where it
    /// does not; <c>together</c>: whether this is that one question; <c>unless</c>: words of a title by which nothing
    /// is asked.
    /// </summary>
    public static RuleKind Read(RuleFields fields) => new TraceRule(fields);

    public override void Ask(ReviewedText text, Asking asking)
    {
        StatementFacts facts = text.Facts;
        IReadOnlyList<ElementText> asked = facts.Of(_of);
        IReadOnlyList<ElementText> targets = facts.Of(_to);

        // With so few findings, some were not understood: what they lead to looks loose and is not.
        bool isHalfRead = _of != ElementRole.Finding && asked.Count > targets.Count * MostForOne;
        if (targets.Count == 0 || asked.Count == 0 || isHalfRead)
        {
            return;
        }

        List<int> open = Open(facts, asked, targets);
        bool byThemes = targets.Count < asked.Count * _each;
        bool isOfAll = byThemes && open.Count >= _fewest && text.Statement.Parts.Count <= 1;
        if (_isTogether && isOfAll)
        {
            AskTogether(text, asking, [.. open.Select(i => asked[i])]);
        }
        else if (!_isTogether && !isOfAll)
        {
            // Among themes, what tells a fact may be answered by any of them, in words of its own.
            foreach (int i in open.Where(i => !byThemes || TellsNoFact(facts, i)))
            {
                asking.OfElement(asked[i].Element);
            }
        }
    }

    private List<int> Open(
        StatementFacts facts, IReadOnlyList<ElementText> asked, IReadOnlyList<ElementText> targets)
    {
        LinkStrength[] links = facts.Linked(_of, _to);
        bool[] unclaimed = facts.HaveUnclaimed(_of, _to);
        bool areFew = targets.Count < asked.Count * FewAnswers;
        TraceCover? cover = null;
        var open = new List<int>();
        for (int i = 0; i < asked.Count; i++)
        {
            if (links[i].Confidence <= _sure && facts.HasAny(targets, asked[i])
                && _unless?.IsIn(asked[i].Heading) != true)
            {
                cover ??= new TraceCover(asked, targets);
                if (cover.IsBounded && IsOpen(facts, cover, i, links[i], unclaimed[i], areFew))
                {
                    open.Add(i);
                }
            }
        }

        return open;
    }

    private bool IsOpen(
        StatementFacts facts, TraceCover cover, int i, LinkStrength link, bool mayBeUnclaimed, bool areFew)
    {
        (double words, double themes) = cover.Of(i);
        bool apart = words < _words && themes < _themes;
        bool isLinked = link.Confidence > 0;
        if (_of != ElementRole.Finding)
        {
            return apart && !isLinked && !mayBeUnclaimed && cover.IsAboutSomething(i);
        }

        // Who tells a motive has told a cause, unless no cause takes it up.
        if (_to == ElementRole.Cause && Phrases.TellsThought(facts.Findings[i].Words) && !cover.IsMotiveOpen(i))
        {
            return false;
        }

        if (mayBeUnclaimed)
        {
            return apart && !isLinked && areFew && TellsNoFact(facts, i);
        }

        // A measure may be tied by its prose, in a few words; a cause by a theme that is not the title's is not.
        bool isByWords = isLinked && link.IsByMore && (_to == ElementRole.Measure || themes == 0);
        bool untaken = words < (isByWords ? _words : _general) && cover.IsThemeKnown(i) && !cover.IsThemeTaken(i);
        return isLinked ? untaken && TellsNoFact(facts, i) : apart || untaken;
    }

    private static bool TellsNoFact(StatementFacts facts, int i) => facts.Instances[i].Strong == 0;

    private void AskTogether(ReviewedText text, Asking asking, List<ElementText> open)
    {
        SectionRole role = _to == ElementRole.Cause ? SectionRole.Causes : SectionRole.Measures;
        Section? section = text.Statement.Sections.FirstOrDefault(section => section.Role == role);
        TextSpan? at = section is null ? null : new TextSpan(
            section.Span.Start, Math.Min(section.Span.Length, section.Heading?.Length ?? section.Span.Length));
        List<TextSpan> places = [.. open.Select(element => asking.TitleOf(element.Element))];
        IEnumerable<string> named = open.Take(MostNamed).Select(element => element.Element.Title);
        string count = open.Count.ToString(CultureInfo.InvariantCulture);
        asking.OfStatement(string.Join("”“", named), at, places, ("count", new LocalizedText(count, count)));
    }
}
