using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Rounds;

/// <summary>再问: whoever commented is not content with the answer.</summary>
[Authorize(Policy = Policies.Reviewing)]
public sealed class SecondQuestionModel(RoundDesk desk) : SubmissionActPage(desk)
{
    public override SubmissionAct Act => SubmissionAct.AskAgain;

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public override int? Commented => Number;

    [BindProperty]
    [Display(Name = "Field.Reason")]
    [MaxLength(2000)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Note { get; set; } = "";

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => DoAsync(
        id, (round, submission) => submission.AskAgain(round, Number, Note, Person, Roster.Offices, Desk.Now), ct);
}
