using Gongxing.Core;
using Gongxing.Core.Rounds;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Rounds;

/// <summary>A page for one act on a statement in a round: it asks the guard, acts, and goes back to the statement.</summary>
public abstract class SubmissionActPage(RoundDesk desk) : SubmissionPage(desk)
{
    /// <summary>How many entries there were when the form was drawn: who acts on what others changed is told.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>Key of the form as it was drawn: sent twice, it acts once.</summary>
    [BindProperty]
    public string Form { get; set; } = "";

    public abstract SubmissionAct Act { get; }

    /// <summary>The comment that is acted on; null for an act on the whole.</summary>
    public virtual int? Commented => null;

    public ReviewerComment? Comment => Commented is { } number ? Submission.Comment(number) : null;

    public IReadOnlyList<Refusal> WhyNot => WhyNotDo(Act);

    /// <summary>What others did while the form stood open.</summary>
    public IReadOnlyList<SubmissionEntry> Since { get; private set; } = [];

    /// <summary>Where an act that was done leads.</summary>
    protected virtual string Next => SubmissionUrl;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        ViewData["Title"] = Desk.Texts[$"Act.{Act}"].Value;

    public virtual async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await BeginAsync(id, ct))
        {
            return NotFound();
        }

        (Seen, Form) = (Submission.Entries.Count, $"{Guid.CreateVersion7():N}");
        Prepare();
        return Page();
    }

    public IReadOnlyList<Refusal> WhyNotDo(SubmissionAct act) => Commented is { } number
        ? Submission.WhyNot(act, number, Person, Round, Roster.Offices)
        : WhyNotAct(act);

    /// <summary>Fills the form in with what is known already.</summary>
    protected virtual void Prepare()
    {
    }

    /// <summary>Loads what the form is about.</summary>
    /// <returns>False when it is not there, or not for this person to know.</returns>
    protected virtual async Task<bool> BeginAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct)
        && (Commented is not { } number || Submission.CommentsFor(Person.Id).Any(comment => comment.Number == number));

    protected Task<IActionResult> DoAsync(Guid id, Action<RevisionRound, Submission> act, CancellationToken ct) =>
        DoAsync(id, Act, act, ct);

    /// <summary>Does the act and stores it, or shows the form again with every reason why not; nothing typed is lost.</summary>
    protected async Task<IActionResult> DoAsync(
        Guid id, SubmissionAct done, Action<RevisionRound, Submission> act, CancellationToken ct)
    {
        if (!await BeginAsync(id, ct))
        {
            return NotFound();
        }

        if (WhyNotDo(done).Contains(Refusal.NotYourRole))
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await Desk.Store.ActAsync(
                Person.Organisation,
                Submission.Id,
                Form,
                (round, submission) =>
                {
                    RefusedException.ThrowIf(submission.IsStale(Seen, done, Commented) ? Refusal.SomebodyWasFirst : null);
                    act(round, submission);
                },
                ct);
        }
        catch (RefusedException refused)
        {
            return await BeginAsync(id, ct) ? Refused(refused.Reasons) : NotFound();
        }

        this.Notice(Desk.Texts[$"Done.{done}"]);
        return Redirect(Next);
    }

    private PageResult Refused(IReadOnlyList<Refusal> reasons)
    {
        // The field keeps what was posted unless it is taken away, and the next try is on what is shown now.
        Since = Submission.Since(Seen);
        ModelState.Remove(nameof(Seen));
        Seen = Submission.Entries.Count;
        foreach (Refusal reason in reasons)
        {
            ModelState.AddModelError("", Desk.Shared[$"Refusal.{reason}"]);
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
