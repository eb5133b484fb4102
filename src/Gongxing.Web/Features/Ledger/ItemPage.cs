using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Ledger;

/// <summary>A page about one ledger item that the person may see.</summary>
public abstract class ItemPage(LedgerDesk desk) : PageModel
{
    public LedgerItem Item { get; private set; } = null!;

    /// <summary>Who looks at it, with the roles that hold for this item.</summary>
    public Person Person { get; private set; } = null!;

    public string ItemUrl => $"/ledger/{Item.Id}";

    protected LedgerDesk Desk => desk;

    protected async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await desk.FindAsync(id, ct) is not { } found)
        {
            return false;
        }

        (Item, Person) = found;
        return true;
    }

    public virtual async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct) ? Page() : NotFound();
}
