using Gongxing.Core.Ledger;

namespace Gongxing.Core.Rounds;

/// <summary>What was done to a round: by whom, when, and in their words. Numbered from 1 within the round.</summary>
/// <param name="At">UTC, whole milliseconds.</param>
/// <param name="Detail">What the act carries besides; null for an act that carries nothing.</param>
public sealed record RoundEntry(
    int Number, RoundAct Act, NamedPerson By, DateTimeOffset At, string Note, RoundDetail? Detail);

/// <summary>What was done to a statement in a round. Numbered from 1 within the submission.</summary>
/// <param name="At">UTC, whole milliseconds.</param>
/// <param name="Detail">What the act carries besides; null for an act that carries nothing.</param>
public sealed record SubmissionEntry(
    int Number, SubmissionAct Act, NamedPerson By, DateTimeOffset At, string Note, RoundDetail? Detail);
