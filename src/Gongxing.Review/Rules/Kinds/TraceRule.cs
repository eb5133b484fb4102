using Gongxing.Core.Statements;
using Gongxing.Review.Rules.Facts;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks of a finding that no cause, or no measure, comes near.</summary>
/// <remarks>
/// What no link leads from is not yet without an answer: the answer may be in other words. So it is asked only where no
/// rare words and no themes are shared; or where the finding tells no fact, what its title is about is known, and
/// nothing among the others is about that. An answer that nothing else claims and that stands where this one's would is
/// taken for it.
/// </remarks>
internal sealed class TraceRule : RuleKind
{
    private readonly ElementRole _to;
    private readonly double _words;
    private readonly double _themes;
    private readonly double _sure;
    private readonly double _general;
    private readonly bool _always;

    private TraceRule(ElementRole to, double words, double themes, double sure, double general, bool always) =>
        (_to, _words, _themes, _sure, _general, _always) = (to, words, themes, sure, general, always);

    /// <summary>
    /// <c>to</c>: cause or measure; <c>words</c>, <c>themes</c>: from what share on it is near; <c>general</c>: the
    /// same share of words for findings that tell no fact; <c>sure</c>: from what confidence on a link is enough;
    /// <c>told</c>: asks of findings that tell facts too.
    /// </summary>
    public static RuleKind Read(RuleFields fields) => new TraceRule(
        fields.Choice("to", ElementRole.Measure),
        fields.Number("words", 0.3),
        fields.Number("themes", 0.3),
        fields.Number("sure", 0.6),
        fields.Number("general", 0.5),
        fields.Flag("told", whenAbsent: true));

    public override void Ask(ReviewedText text, Asking asking)
    {
        StatementFacts facts = text.Facts;
        IReadOnlyList<ElementText> targets = _to == ElementRole.Cause ? facts.Causes : facts.Measures;
        if (targets.Count == 0 || facts.Findings.Count == 0)
        {
            return;
        }

        Dictionary<string, double> links = facts.SurestLinks(_to);
        bool[] unclaimed = facts.HaveUnclaimed(_to);
        TraceCover? cover = null;
        for (int i = 0; i < facts.Findings.Count; i++)
        {
            ElementText finding = facts.Findings[i];
            if (unclaimed[i] || links.GetValueOrDefault(finding.Element.Id) > _sure || !facts.HasAny(targets, finding))
            {
                continue;
            }

            cover ??= new TraceCover(facts.Findings, targets);
            if (cover.IsBounded && IsOpen(facts, cover, i))
            {
                asking.OfElement(finding.Element);
            }
        }
    }

    private bool IsOpen(StatementFacts facts, TraceCover cover, int finding)
    {
        (double words, double themes) = cover.Of(finding);
        bool thought = Phrases.TellsThought(facts.Findings[finding].Words);
        bool general = facts.Instances[finding].Strong == 0;
        bool apart = words < _words && themes < _themes && (_always || (general && !thought));

        // A motive that is told and that no cause takes up is as open as none.
        bool unexplained = _to == ElementRole.Measure || !thought || cover.IsMotiveOpen(finding);
        return apart || (general && unexplained && words < _general
            && cover.IsThemeKnown(finding) && !cover.IsThemeTaken(finding));
    }
}
