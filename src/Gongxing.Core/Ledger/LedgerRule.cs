using Gongxing.Core.People;

namespace Gongxing.Core.Ledger;

/// <summary>Who may do an act, and in which states of the item: any of the roles or any of the parts will do.</summary>
/// <param name="IsIndependent">Whoever has a hand in the matter is shut out (办核分离), whatever their role.</param>
public sealed record LedgerRule(IReadOnlyList<LedgerState> When, Roles Roles, Part Parts, bool IsIndependent)
{
    private const Roles Keepers = Roles.Clerk | Roles.Head;
    private const Roles Checkers = Roles.Verifier | Roles.Head;
    private const Roles Everybody = Roles.Clerk | Roles.Author | Roles.Owner | Roles.Verifier | Roles.Head;

    private const Part Participants =
        Part.Subject | Part.Owner | Part.Helper | Part.Lead | Part.PastDoer | Part.Reporter | Part.Uploader
        | Part.Verifier;

    private static readonly LedgerState[] Working = [LedgerState.InProgress, LedgerState.Returned];
    private static readonly LedgerState[] Assigned = [LedgerState.Planned, .. Working, LedgerState.Reopened];
    private static readonly LedgerState[] Open =
        [LedgerState.Proposed, LedgerState.Confirmed, .. Assigned, LedgerState.ClosureRequested];

    /// <summary>The whole table. Proposing is not in it: it has no item yet.</summary>
    public static IReadOnlyDictionary<LedgerAct, LedgerRule> All { get; } = new Dictionary<LedgerAct, LedgerRule>
    {
        [LedgerAct.Confirm] = By(Keepers, Part.Subject, LedgerState.Proposed),
        [LedgerAct.Plan] = By(Keepers, Part.Lead, LedgerState.Confirmed, LedgerState.Planned),
        [LedgerAct.Accept] = By(Roles.None, Part.Owner, Assigned),
        [LedgerAct.AddMeasure] = By(Keepers, Part.Lead | Part.Owner, [.. Working, LedgerState.Reopened]),
        [LedgerAct.CancelMeasure] = Independently(Checkers, [.. Working, LedgerState.Reopened]),
        [LedgerAct.AmendCriterion] = By(Keepers, Part.Lead, Assigned),
        [LedgerAct.Report] = By(Roles.None, Part.Owner | Part.Helper, Working),
        [LedgerAct.AddEvidence] = By(Roles.Clerk, Part.Owner | Part.Helper | Part.Lead, Working),
        [LedgerAct.WithdrawEvidence] = By(Roles.None, Part.Owner | Part.Helper | Part.Lead | Part.Uploader, Working),
        [LedgerAct.ReturnMeasure] = Independently(Checkers, Working),
        [LedgerAct.VerifyMeasure] = Independently(Checkers, Working),
        [LedgerAct.RequestClosure] = By(Roles.None, Part.Owner | Part.Lead, Working),
        [LedgerAct.ReturnClosure] = Independently(Checkers, LedgerState.ClosureRequested),
        [LedgerAct.Close] = Independently(Checkers, LedgerState.ClosureRequested),
        [LedgerAct.Reopen] = Independently(Checkers, LedgerState.Closed),
        [LedgerAct.RequestExtension] = By(Roles.None, Part.Owner | Part.Helper | Part.Lead, Assigned),
        [LedgerAct.Extend] = By(Roles.Head, Part.Lead, Assigned),
        [LedgerAct.DeclineExtension] = By(Roles.Head, Part.Lead, Assigned),
        [LedgerAct.Handover] = By(Keepers, Part.Lead, Assigned),
        [LedgerAct.RequestVoid] = By(Keepers | Roles.Verifier, Part.Subject | Part.Owner | Part.Lead, Open),
        [LedgerAct.DeclineVoid] = Independently(Checkers, Open),
        [LedgerAct.Void] = Independently(Checkers, Open),
        [LedgerAct.Note] = By(Everybody, Participants, Enum.GetValues<LedgerState>()),
    };

    private static LedgerRule By(Roles roles, Part parts, params LedgerState[] when) => new(when, roles, parts, false);

    private static LedgerRule Independently(Roles roles, params LedgerState[] when) =>
        new(when, roles, Part.None, true);
}
