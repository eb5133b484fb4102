using Gongxing.Core.Ledger;
using Gongxing.Core.People;

namespace Gongxing.Storage.Ledger;

/// <summary>An item as a list shows it.</summary>
public sealed class LedgerLine
{
    public LedgerItemId Id { get; init; }
    public int Year { get; init; }
    public int Serial { get; init; }
    public string Title { get; init; } = "";

    /// <summary>Empty when it stands under none.</summary>
    public string Aspect { get; init; } = "";
    public LedgerState State { get; init; }
    public ClosingLevel Level { get; init; }
    public OfficeId Office { get; init; }
    public string OfficeName { get; init; } = "";
    public PersonId? Owner { get; init; }
    public string OwnerName { get; init; } = "";
    public string LeadName { get; init; } = "";
    public string VerifierName { get; init; } = "";
    public DateOnly? Due { get; init; }

    /// <summary>Measures that count: all but the cancelled.</summary>
    public int Measures { get; init; }
    public int Verified { get; init; }

    /// <summary>Measures that wait for a verifier.</summary>
    public int ToVerify { get; init; }
    public int Extensions { get; init; }
    public int Reopenings { get; init; }
    public bool IsAccepted { get; init; }
    public DateTimeOffset ProgressedAt { get; init; }
    public DateTimeOffset ChangedAt { get; init; }

    public string Number => LedgerItem.NumberOf(Year, Serial);

    public bool IsOpen => State is not (LedgerState.Closed or LedgerState.Voided);

    public bool IsOverdue(DateOnly today) => IsOpen && Due < today;

    public bool IsDueSoon(DateOnly today) => IsOpen && Due >= today && Due <= today.AddDays(LedgerDeadlines.SoonDays);

    /// <summary>Where it stands in a list, for the page after or before it.</summary>
    public LedgerPlace Place => new(Due, Year, Serial);
}
