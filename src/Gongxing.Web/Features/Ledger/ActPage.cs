using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Ledger;

/// <summary>A page for one act on a ledger item: it asks the guard, acts, and goes back to the item.</summary>
public abstract class ActPage(LedgerDesk desk) : ItemPage(desk)
{
    /// <summary>How many entries the item had when the form was drawn: who acts on an older state is told what happened since.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>Key of the form as it was drawn: sent twice, it acts once.</summary>
    [BindProperty]
    public string Form { get; set; } = "";

    public abstract LedgerAct Act { get; }

    /// <summary>Why the form cannot be used by this person now; none when it can.</summary>
    public virtual IReadOnlyList<Refusal> WhyNot => Item.WhyNot(Act, Person);

    /// <summary>What others did while the form stood open.</summary>
    public IReadOnlyList<LedgerEntry> Since { get; private set; } = [];

    /// <summary>The page is called by its act; set here, as what a partial sets does not reach the layout.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        ViewData["Title"] = Desk.Texts[$"Act.{Act}"].Value;

    /// <summary>Draws the form for the item as it stands.</summary>
    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        (Seen, Form) = (Item.Entries.Count, $"{Guid.CreateVersion7():N}");
        Prepare();
        return Page();
    }

    /// <summary>Fills the form in with what the item already says.</summary>
    protected virtual void Prepare()
    {
    }

    /// <summary>What the person is told once it is done.</summary>
    protected virtual string Done(LedgerEntry entry) => Desk.Texts[$"Done.{entry.Act}", Item.Number];

    /// <summary>Does the act and stores it, or shows the form again with every reason why not; nothing typed is lost.</summary>
    protected Task<IActionResult> DoAsync(Guid id, Func<LedgerEntry> act, CancellationToken ct) =>
        DoAsync(id, () => Task.FromResult(act()), ct);

    /// <inheritdoc cref="DoAsync(Guid, Func{LedgerEntry}, CancellationToken)"/>
    protected async Task<IActionResult> DoAsync(Guid id, Func<Task<LedgerEntry>> act, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (await Desk.Store.WasSentAsync(Item.Organisation, Form, ct))
        {
            return Redirect(ItemUrl);
        }

        if (Seen != Item.Entries.Count)
        {
            return Refused(Refusal.SomebodyWasFirst);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        LedgerEntry entry;
        try
        {
            entry = await act();
            await Desk.Store.AppendAsync(Item, Form, ct);
        }
        catch (RefusedException refused)
        {
            return await LoadAsync(id, ct) ? Refused([.. refused.Reasons]) : NotFound();
        }

        this.Notice(Done(entry));
        return Redirect(ItemUrl);
    }

    private PageResult Refused(params Refusal[] reasons)
    {
        if (reasons.Contains(Refusal.SomebodyWasFirst))
        {
            // The field keeps what was posted unless it is taken away, and the next try is on what is shown now.
            Since = Item.Since(Seen);
            ModelState.Remove(nameof(Seen));
            Seen = Item.Entries.Count;
        }

        foreach (Refusal reason in reasons)
        {
            ModelState.AddModelError("", Desk.Shared[$"Refusal.{reason}"]);
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
