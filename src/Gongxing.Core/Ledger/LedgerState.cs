namespace Gongxing.Core.Ledger;

/// <summary>
/// Where a ledger item stands. Overdue, due soon and stalled are no states: they follow from the date.
/// </summary>
public enum LedgerState
{
    /// <summary>待确认</summary>
    Proposed,

    /// <summary>已确认</summary>
    Confirmed,

    /// <summary>已定措施, not yet accepted by the owner.</summary>
    Planned,

    /// <summary>整改中</summary>
    InProgress,

    /// <summary>申请销号</summary>
    ClosureRequested,

    /// <summary>退回: closing was refused, and at least one measure has to be done again.</summary>
    Returned,

    /// <summary>已销号</summary>
    Closed,

    /// <summary>重新挂号, not yet accepted by the owner.</summary>
    Reopened,

    /// <summary>撤销</summary>
    Voided,
}

/// <summary>Where one measure of an item stands.</summary>
public enum MeasureState
{
    /// <summary>未启动</summary>
    NotStarted,

    /// <summary>进行中</summary>
    InProgress,

    /// <summary>报完成</summary>
    Reported,

    /// <summary>退回</summary>
    Returned,

    /// <summary>已核验</summary>
    Verified,

    /// <summary>终止, approved by an independent person.</summary>
    Cancelled,
}
