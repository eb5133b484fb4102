using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Rounds;

/// <summary>说明处理情况: the author's side says what was done about a comment.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class AnswerModel(RoundDesk desk) : SubmissionActPage(desk)
{
    public override SubmissionAct Act => SubmissionAct.Answer;

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public override int? Commented => Number;

    /// <summary>Sent from the list of everything that is asked: back to it afterwards.</summary>
    [BindProperty]
    public bool IsFromList { get; set; }

    protected override string Next => IsFromList ? "/asked" : SubmissionUrl;

    [BindProperty]
    [Display(Name = "Field.Answer")]
    [MaxLength(2000)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Note { get; set; } = "";

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => DoAsync(
        id, (round, submission) => submission.Answer(round, Number, Note, Person, Roster.Offices, Desk.Now), ct);
}
