using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;

namespace Gongxing.Storage.Ledger;

/// <summary>
/// Which items a list shows; null or empty leaves a question open. It comes from and goes into a query string.
/// </summary>
public sealed record LedgerFilter
{
    public LedgerState? State { get; init; }
    public LedgerTiming? Timing { get; init; }
    public OfficeId? Office { get; init; }
    public PersonId? Owner { get; init; }
    public string? Aspect { get; init; }
    public int? Year { get; init; }

    /// <summary>The material the finding stands in.</summary>
    public MaterialId? Material { get; init; }
    public DateOnly? DueFrom { get; init; }
    public DateOnly? DueTo { get; init; }

    /// <summary>Words to be found in the item, or a number like 2023-0007.</summary>
    public string? Words { get; init; }

    public LedgerSort Sort { get; init; }
}

/// <summary>What follows from the date and today; never stored.</summary>
public enum LedgerTiming
{
    /// <summary>在办: neither closed nor voided.</summary>
    Open,

    /// <summary>已逾期</summary>
    Overdue,

    /// <summary>临期</summary>
    DueSoon,

    /// <summary>停滞</summary>
    Stalled,
}

public enum LedgerSort
{
    Due,
    Number,
}
