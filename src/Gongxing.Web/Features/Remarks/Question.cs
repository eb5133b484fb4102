using Gongxing.Core.Remarks;
using Gongxing.Text;

namespace Gongxing.Web.Features.Remarks;

/// <summary>A remark as the page shows it: its number in the text, and what was decided about it.</summary>
/// <param name="IsFirst">One of those to answer first (先改这几处).</param>
/// <param name="Reworded">
/// What was decided on the draft before, where the same was asked and the words have been changed since. It decides nothing.
/// </param>
public sealed record Question(int Number, DecidedRemark Decided, bool IsFirst, RemarkDecision? Reworded = null)
{
    /// <summary>Numbers of the other questions at the same place, where this one leads them.</summary>
    public IReadOnlyList<int> Also { get; init; } = [];

    public Remark Remark => Decided.Remark;

    public TextSpan Span => Decided.Remark.Span;

    public RemarkState State => Decided.State;

    /// <summary>C14 of C14 and C24 of C24/brackets: what is filtered by.</summary>
    public string Rule => Decided.Remark.Rule;

    /// <summary>The class of its mark and note: how it is put, and that it is dealt with.</summary>
    public string Look => $"{Remark.Level.ToString().ToLowerInvariant()}{(State == RemarkState.Open ? "" : " handled")}";
}
