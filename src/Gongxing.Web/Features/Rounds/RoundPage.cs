using Gongxing.Core;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;
using Gongxing.Storage.Rounds;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Rounds;

/// <summary>A page about one revision round that the person arranges or has a statement in.</summary>
public abstract class RoundPage(RoundDesk desk) : PageModel
{
    public RevisionRound Round { get; private set; } = null!;

    public Roster Roster { get; private set; } = null!;

    /// <summary>The statements in it that the person may know of, by office and name.</summary>
    public IReadOnlyList<SubmissionLine> Lines { get; private set; } = [];

    public bool MayArrange => Round.WhyNotArrange(Person, Roster.Offices) is null;

    public string RoundUrl => $"/rounds/{Round.Id}";

    public Person Person => desk.Person;

    protected RoundDesk Desk => desk;

    /// <returns>False when there is no such round, or none for this person: they are told the same.</returns>
    protected async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await desk.Store.FindAsync(Person.Organisation, new RoundId(id), ct) is not { } round)
        {
            return false;
        }

        (Round, Roster) = (round, await desk.RosterAsync(ct));
        Lines = await desk.Lists.LinesAsync(Person, round.Id, ct);
        return MayArrange || Lines.Count > 0;
    }
}

/// <summary>A page for one act on a round: it asks the guard, acts, and goes back to the round.</summary>
public abstract class RoundActPage(RoundDesk desk) : RoundPage(desk)
{
    /// <summary>How many entries the round had when the form was drawn.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>Key of the form as it was drawn: sent twice, it acts once.</summary>
    [BindProperty]
    public string Form { get; set; } = "";

    public abstract RoundAct Act { get; }

    public virtual IReadOnlyList<Refusal> WhyNot => Round.WhyNot(Act, Person, Roster.Offices);

    public IReadOnlyList<RoundEntry> Since { get; private set; } = [];

    public virtual async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (!MayArrange)
        {
            return Forbid();
        }

        (Seen, Form) = (Round.Entries.Count, $"{Guid.CreateVersion7():N}");
        Prepare();
        return Page();
    }

    /// <summary>Fills the form in with what the round already says.</summary>
    protected virtual void Prepare()
    {
    }

    /// <summary>Does the act and stores it, or shows the form again with every reason why not; nothing typed is lost.</summary>
    protected async Task<IActionResult> DoAsync(Guid id, Action<RevisionRound> act, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (!MayArrange)
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await Desk.Store.ActAsync(Person.Organisation, Round.Id, Seen, Form, act, ct);
        }
        catch (RefusedException refused)
        {
            return await LoadAsync(id, ct) ? Refused(refused.Reasons) : NotFound();
        }

        this.Notice(Desk.Texts[$"Done.Round.{Act}"]);
        return Redirect(RoundUrl);
    }

    protected IActionResult Refused(IReadOnlyList<Refusal> reasons)
    {
        if (reasons.Contains(Refusal.SomebodyWasFirst))
        {
            Since = [.. Round.Entries.Skip(Seen)];
            ModelState.Remove(nameof(Seen));
            Seen = Round.Entries.Count;
        }

        foreach (Refusal reason in reasons)
        {
            ModelState.AddModelError("", Desk.Shared[$"Refusal.{reason}"]);
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
