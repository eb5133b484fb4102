using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Rounds;

/// <summary>移出: a statement was put into the round by mistake; what was done with it stays on record.</summary>
[Authorize(Policy = Policies.Arranging)]
public sealed class RemovalModel(RoundDesk desk) : SubmissionActPage(desk)
{
    public override SubmissionAct Act => SubmissionAct.Remove;

    [BindProperty]
    [Display(Name = "Field.Reason")]
    [MaxLength(1000)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Note { get; set; } = "";

    protected override string Next => $"/rounds/{Round.Id}";

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => DoAsync(
        id, (round, submission) => submission.Remove(round, Note, Person, Roster.Offices, Desk.Now), ct);

    protected override bool IsForReader() => MayRead || MayArrange;
}
