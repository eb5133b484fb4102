using Gongxing.Core.Ledger;

namespace Gongxing.Web.Relapses;

/// <summary>Another year's finding that somebody confirmed to be the same problem as an item's.</summary>
/// <param name="IsLater">It was said after the item's; else before.</param>
/// <param name="Url">Where the two stand beside each other, or the earlier item.</param>
/// <param name="Item">Its own item; null when it has none, or none that the reader may see.</param>
/// <param name="By">Name of whoever confirmed it.</param>
public sealed record RelapseLink(
    bool IsLater, int Year, string Title, string Url, LedgerItem? Item, string By, DateTimeOffset At);
