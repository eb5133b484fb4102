using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.Relapses;
using Gongxing.Review.Relapses;

namespace Gongxing.Web.Relapses;

/// <summary>A finding of an earlier year that the reader may see: where it stands, and what became of it.</summary>
/// <param name="Material">Null when it stands in the ledger only, or in a material the reader may not see.</param>
/// <param name="Item">Null when it is not in the ledger, or in an item the reader may not see.</param>
/// <param name="IsOwn">It is the same person's.</param>
public sealed record EarlierSaying(
    int Year, string Title, string Text, Material? Material, FindingPlace? Place, LedgerItem? Item, bool IsOwn)
{
    /// <summary>Tells it from all others in a form: by its item, or else by its place.</summary>
    public string Key => Item is not null ? $"{Item.Id}" : $"{Place!.Material}-{Place.Span.Start}";

    public SaidFinding Said => new(Title, Text, IsOwn);
}
