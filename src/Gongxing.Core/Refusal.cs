namespace Gongxing.Core;

/// <summary>An act the rules do not allow. The web shows the reasons beside the form; anywhere else it is a bug.</summary>
public sealed class RefusedException(params IReadOnlyList<Refusal> reasons)
    : InvalidOperationException($"Refused: {string.Join(", ", reasons)}.")
{
    /// <summary>Every reason, the weightiest first; never empty.</summary>
    public IReadOnlyList<Refusal> Reasons => reasons;

    public Refusal Reason => reasons[0];

    public static void ThrowIf(Refusal? reason)
    {
        if (reason is { } why)
        {
            throw new RefusedException(why);
        }
    }

    public static void ThrowIfAny(IReadOnlyList<Refusal> reasons)
    {
        if (reasons.Count > 0)
        {
            throw new RefusedException(reasons);
        }
    }
}

/// <summary>Why the rules do not let an act happen, or what still stands in the way. The web has a sentence for each.</summary>
public enum Refusal
{
    SomebodyWasFirst,
    NotYourRole,
    NotVisible,

    AdministratorSeesNoContent,
    LastAdministrator,
    SignInNameTaken,
    NoSuchOffice,
    OfficeUnderItself,

    /// <summary>Something that stays rests on it: a ledger item on its material.</summary>
    InUse,

    /// <summary>The item has moved on, or is not yet so far.</summary>
    NotInThisState,

    /// <summary>No measure, criterion or evidence of that number.</summary>
    NoSuchPart,

    /// <summary>There is no decision about the remark that could be taken back.</summary>
    NothingDecided,

    /// <summary>A rule is only ever lowered.</summary>
    LevelNotLower,

    /// <summary>What somebody wrote is for others to judge.</summary>
    OwnWords,

    // Four eyes: why somebody is not independent.
    YouAreTheSubject,
    YouAnswerForTheWork,
    YouReportedIt,
    YouHandedInTheEvidence,
    YouChangedTheCriterion,
    YouRequestedIt,

    /// <summary>Level A: whoever closes has verified none of the measures.</summary>
    YouVerifiedIt,

    // What a form lacks.
    ReasonMissing,
    TextMissing,
    TitleMissing,
    YearMissing,
    OfficeMissing,
    OwnerMissing,
    DueMissing,
    MeasureMissing,
    MeasureWithoutText,
    MeasureDueAfterItem,
    CriterionMissing,
    VerifierNotIndependent,
    EvidenceIncomplete,
    EvidenceMissing,
    EvidenceNotInForce,
    CriterionWithoutResult,
    CriterionNotMet,
    NothingChecked,
    CheckNoteMissing,
    DueNotLater,
    OwnerUnchanged,

    // What stands in the way of an act.
    AlreadyAccepted,
    MeasureNotOpen,
    MeasureNotVerifiable,

    /// <summary>Somebody verified it, and that still holds.</summary>
    AlreadyVerified,
    NothingRequested,
    AlreadyRequested,

    /// <summary>A material that was read is not removed like one that could not be.</summary>
    WasRead,

    // What blocks closing.
    NotConfirmed,
    NotPlanned,
    NotAccepted,
    MeasureNotReported,
    MeasureReturned,
    MeasureNotVerified,
    VerificationStale,
    VoidPending,
    ClosureNotRequested,
    ClosurePending,

    // Of revision rounds.
    RoundClosed,
    DuePassed,
    AlreadyInRound,
    DraftNotRead,

    /// <summary>A newer draft was sent for review while the form stood open.</summary>
    DraftSuperseded,
    NoNewDraft,
    NoReviewer,
    ReviewerIsAuthor,
    AlreadyAssigned,
    NotAssigned,
    AlreadyHandedBack,
    NothingToRevise,
    WordsMissing,
    NoSuchComment,
    NotYourComment,
    NotAnswered,
}
