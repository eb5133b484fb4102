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
/// about that. An answer that nothing else claims and that stands where this one's would is taken for it. A link that
/// rests on the slogan of a title is none, if the finding tells no fact to hold it against.
/// <para>
/// Where a paper answers one by one, an answer that is wanting stands out and is asked about at its place. Where it
/// answers by themes, a reader is less sure of each: then one question names those that seem open.
/// </para>
/// </remarks>
internal sealed class TraceRule : RuleKind
{
    private const int MostNamed = 3;
    private const int MostForOne = 2;

    private readonly ElementRole _of;
    private readonly ElementRole _to;
    private readonly double _words;
    private readonly double _themes;
    private readonly double _sure;
    private readonly double _general;
    private readonly double _each;
    private readonly int _fewest;
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
        _unless = fields.Tokens("unless") is { Count: > 0 } unless ? new WordSet(unless) : null;
    }

    public override IReadOnlyList<string> Values => _fewest > 0 ? ["count"] : [];

    /// <summary>
    /// <c>of</c>: finding, cause or measure; <c>to</c>: what should be there for it; <c>words</c>, <c>themes</c>: from
    /// what share on something is near; <c>general</c>: the same share of words where the title's theme is known and
    /// not taken up; <c>sure</c>: from what confidence on a link to a slogan's title is enough; <c>each</c>: from what
    /// share of answers on a paper answers one by one; <c>fewest</c>: one question for all, from so many on, where it
    /// does not; <c>unless</c>: words of a title by which nothing is asked.
    /// </summary>
    public static RuleKind Read(RuleFields fields) => new TraceRule(fields);

    public override void Ask(ReviewedText text, Asking asking)
    {
        StatementFacts facts = text.Facts;
        IReadOnlyList<ElementText> asked = facts.Of(_of);
        IReadOnlyList<ElementText> targets = facts.Of(_to);
        bool byThemes = targets.Count < asked.Count * _each;

        // With so few findings, some were not understood: what they lead to looks loose and is not.
        bool isHalfRead = _of != ElementRole.Finding && asked.Count > targets.Count * MostForOne;
        if (targets.Count == 0 || asked.Count == 0 || byThemes != _fewest > 0 || isHalfRead)
        {
            return;
        }

        List<ElementText> open = Open(facts, asked, targets);
        if (_fewest == 0)
        {
            open.ForEach(element => asking.OfElement(element.Element));
        }
        else if (open.Count >= _fewest && text.Statement.Parts.Count <= 1)
        {
            AskTogether(text, asking, open);
        }
    }

    private List<ElementText> Open(
        StatementFacts facts, IReadOnlyList<ElementText> asked, IReadOnlyList<ElementText> targets)
    {
        LinkStrength[] links = facts.Linked(_of, _to);
        bool[] unclaimed = facts.HaveUnclaimed(_of, _to);
        TraceCover? cover = null;
        var open = new List<ElementText>();
        for (int i = 0; i < asked.Count; i++)
        {
            ElementText element = asked[i];
            if (!unclaimed[i] && !links[i].IsByMore && links[i].Confidence <= _sure && facts.HasAny(targets, element)
                && _unless?.IsIn(element.Heading) != true)
            {
                cover ??= new TraceCover(asked, targets);
                if (cover.IsBounded && IsOpen(facts, cover, i, isLinked: links[i].Confidence > 0))
                {
                    open.Add(element);
                }
            }
        }

        return open;
    }

    private bool IsOpen(StatementFacts facts, TraceCover cover, int i, bool isLinked)
    {
        (double words, double themes) = cover.Of(i);
        bool apart = words < _words && themes < _themes;
        if (_of != ElementRole.Finding)
        {
            return apart && cover.IsAboutSomething(i);
        }

        // Who tells a motive has told a cause, unless no cause takes it up.
        ElementText finding = facts.Findings[i];
        if (_to == ElementRole.Cause && Phrases.TellsThought(finding.Words) && !cover.IsMotiveOpen(i))
        {
            return false;
        }

        bool untaken = words < _general && cover.IsThemeKnown(i) && !cover.IsThemeTaken(i);
        return isLinked ? untaken && facts.Instances[i].Strong == 0 : apart || untaken;
    }

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
