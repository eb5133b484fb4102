namespace Gongxing.Core.Ledger;

/// <summary>What can be done to a ledger item. The names are stored: add, never rename.</summary>
public enum LedgerAct
{
    Propose,
    Confirm,
    Plan,

    /// <summary>签收: the owner takes the item on; from then on the criteria are locked.</summary>
    Accept,
    AddMeasure,
    CancelMeasure,
    AmendCriterion,

    /// <summary>报完成: a measure is reported as done.</summary>
    Report,
    AddEvidence,
    WithdrawEvidence,
    ReturnMeasure,
    VerifyMeasure,
    RequestClosure,
    ReturnClosure,
    Close,
    Reopen,
    RequestExtension,
    Extend,
    DeclineExtension,
    Handover,
    RequestVoid,
    DeclineVoid,
    Void,
    Note,
}
