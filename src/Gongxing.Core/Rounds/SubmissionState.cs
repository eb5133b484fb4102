namespace Gongxing.Core.Rounds;

/// <summary>Where a statement in a round stands. Days over are no state: they follow from the date.</summary>
public enum SubmissionState
{
    /// <summary>待分派: no reviewer yet.</summary>
    Unassigned,

    /// <summary>审读中: a reviewer has yet to hand the draft back.</summary>
    InReview,

    /// <summary>退回修改</summary>
    ToRevise,

    /// <summary>重写</summary>
    ToRewrite,

    /// <summary>已同意: by every reviewer.</summary>
    Accepted,

    /// <summary>已移出</summary>
    Removed,
}
