namespace Gongxing.Storage.Ledger;

/// <summary>What waits for one person (今天有 N 件事等您办), each list by date with the overdue first.</summary>
/// <param name="ToDo">Items they own or help with that are to be accepted or worked on.</param>
/// <param name="ToKeep">Items of their offices to be confirmed or planned.</param>
/// <param name="ToVerify">Items with a reported measure that they are independent of.</param>
/// <param name="ToClose">Items whose closure is requested and that they may close.</param>
/// <param name="ToApprove">Items with an extension or a voiding asked for that they may answer.</param>
/// <param name="Upcoming">Open items they have a part in that fall due in the next days.</param>
public sealed record Workbench(
    WorkbenchList ToDo,
    WorkbenchList ToKeep,
    WorkbenchList ToVerify,
    WorkbenchList ToClose,
    WorkbenchList ToApprove,
    WorkbenchList Upcoming,
    LedgerFigures Figures)
{
    /// <summary>The N of today: all lists but what is only coming up.</summary>
    public long Waiting => ToDo.Count + ToKeep.Count + ToVerify.Count + ToClose.Count + ToApprove.Count;
}

/// <param name="Lines">The first few.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record WorkbenchList(IReadOnlyList<LedgerLine> Lines, long Count);

/// <summary>The four numbers over what a person may see: 在办, 临期, 逾期, 已销号.</summary>
public sealed record LedgerFigures(long Open, long DueSoon, long Overdue, long Closed);
