namespace Gongxing.Core.Ledger;

/// <summary>The day counts behind what is derived from dates; the lists in SQL use the same.</summary>
public static class LedgerDeadlines
{
    public const int SoonDays = 7;
    public const int StalledDays = 30;
    public const int UpcomingDays = 14;
}
