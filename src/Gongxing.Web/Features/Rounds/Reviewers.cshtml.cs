using System.ComponentModel.DataAnnotations;
using Gongxing.Core;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongxing.Web.Features.Rounds;

/// <summary>分派: who reads the statement, and who no longer does.</summary>
[Authorize(Policy = Policies.Arranging)]
public sealed class ReviewersModel(RoundDesk desk) : SubmissionActPage(desk)
{
    public override SubmissionAct Act => SubmissionAct.Assign;

    [BindProperty]
    [Display(Name = "Field.Reviewer")]
    public Guid? Reviewer { get; set; }

    public IEnumerable<SelectListItem> People => Roster.PeopleWith(SubmissionActs.Reviewers)
        .Where(person => Submission.Reviewers.All(reviewer => $"{reviewer.Person.Id.Value}" != person.Value));

    protected override string Next => $"{SubmissionUrl}/reviewers";

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await BeginAsync(id, ct))
        {
            return NotFound();
        }

        Person? reviewer = Roster.Active(Reviewer);
        if (reviewer is null)
        {
            ModelState.AddModelError(nameof(Reviewer), Desk.Shared[$"Refusal.{Refusal.NoReviewer}"]);
        }

        return await DoAsync(
            id, (round, submission) => submission.Assign(round, reviewer!, Person, Roster.Offices, Desk.Now), ct);
    }

    public Task<IActionResult> OnPostUnassignAsync(Guid id, CancellationToken ct) => DoAsync(
        id,
        SubmissionAct.Unassign,
        (round, submission) => submission.Unassign(
            round, new PersonId(Reviewer ?? Guid.Empty), Person, Roster.Offices, "", Desk.Now),
        ct);

    protected override bool IsForReader() => MayRead || MayArrange;
}
