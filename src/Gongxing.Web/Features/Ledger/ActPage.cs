using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Storage.Ledger;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Ledger;

/// <summary>A page for one act on a ledger item: it asks the guard, acts, and goes back to the item.</summary>
public abstract class ActPage(
    LedgerStore ledger,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<LedgerTexts> texts,
    IStringLocalizer<SharedTexts> shared) : ItemPage(ledger, me, clock)
{
    /// <summary>How many entries the item had when the form was drawn: who acts on an older state is told what happened since.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public abstract LedgerAct Act { get; }

    /// <summary>Why the form cannot be used by this person now; none when it can.</summary>
    public virtual IReadOnlyList<Refusal> WhyNot => Item.WhyNot(Act, Person);

    /// <summary>What others did while the form stood open.</summary>
    public IReadOnlyList<LedgerEntry> Since { get; private set; } = [];

    protected IStringLocalizer<LedgerTexts> Texts => texts;

    /// <summary>Draws the form for the item as it stands.</summary>
    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Seen = Item.Entries.Count;
        Prepare();
        return Page();
    }

    /// <summary>Fills the form in with what the item already says.</summary>
    protected virtual void Prepare()
    {
    }

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
            await Ledger.AppendAsync(Item, entry, ct);
        }
        catch (RefusedException refused)
        {
            return await LoadAsync(id, ct) ? Refused([.. refused.Reasons]) : NotFound();
        }

        this.Notice(texts[$"Done.{entry.Act}", Item.Number]);
        return Redirect(ItemUrl);
    }

    private PageResult Refused(params Refusal[] reasons)
    {
        if (reasons.Contains(Refusal.SomebodyWasFirst))
        {
            Since = Item.Since(Seen);

            // The field keeps what was posted unless it is taken away, and the next try is on what is shown now.
            ModelState.Remove(nameof(Seen));
            Seen = Item.Entries.Count;
        }

        foreach (Refusal reason in reasons)
        {
            ModelState.AddModelError("", shared[$"Refusal.{reason}"]);
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
