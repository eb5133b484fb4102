using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.Ledger;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Ledger;

/// <summary>A page about one ledger item that the person may see.</summary>
public abstract class ItemPage(LedgerStore ledger, CurrentPerson me, TimeProvider clock) : PageModel
{
    public LedgerItem Item { get; private set; } = null!;

    public Person Person => me.Person;

    protected LedgerStore Ledger => ledger;

    protected DateTimeOffset Now => clock.GetUtcNow();

    public string ItemUrl => $"/ledger/{Item.Id}";

    /// <returns>False when there is no such item, or none for this person: they are told the same.</returns>
    protected async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await ledger.FindAsync(me.Person, new LedgerItemId(id), ct) is not { } item)
        {
            return false;
        }

        Item = item;
        return true;
    }

    public virtual async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct) ? Page() : NotFound();
}
