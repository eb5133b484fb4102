using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Materials;
using Gongxing.Core.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Rounds;

/// <summary>再送审: the newest draft takes the place of the one the reviewers have.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class DraftModel(RoundDesk desk) : SubmissionActPage(desk)
{
    public override SubmissionAct Act => SubmissionAct.Submit;

    [BindProperty]
    [Display(Name = "Field.SubmitNote")]
    [MaxLength(2000)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Note { get; set; } = "";

    /// <summary>The newest draft; the one under review where there is no newer.</summary>
    public Material Newest { get; private set; } = null!;

    /// <summary>How many comments nobody has answered yet: sending it is not forbidden, but nobody should overlook them.</summary>
    public int Open => Submission.CommentsFor(Person.Id).Count(comment => comment.IsOpen);

    public bool IsNewer => Newest.Draft > Submission.Draft.Number;

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => DoAsync(
        id, (round, submission) => submission.Submit(round, Newest, Note, Person, Roster.Offices, Desk.Now), ct);

    protected override async Task<bool> BeginAsync(Guid id, CancellationToken ct)
    {
        if (!await base.BeginAsync(id, ct))
        {
            return false;
        }

        Newest = (await Desk.Materials.DraftsAsync(Material, ct))
            .Where(draft => draft.WhyNotRead(Person, Roster.Offices) is null).MaxBy(draft => draft.Draft)!;
        return true;
    }
}
