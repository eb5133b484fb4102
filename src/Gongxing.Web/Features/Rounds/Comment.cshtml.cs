using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Rounds;

/// <summary>修改批注: a reviewer words a comment anew or withdraws it, as long as it is not handed back.</summary>
[Authorize(Policy = Policies.Reviewing)]
public sealed class CommentModel(RoundDesk desk) : SubmissionActPage(desk)
{
    public override SubmissionAct Act => SubmissionAct.EditComment;

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public override int? Commented => Number;

    [BindProperty]
    [Display(Name = "Field.Comment")]
    [MaxLength(2000)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Text { get; set; } = "";

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => DoAsync(
        id, (round, submission) => submission.EditComment(round, Number, Text, Person, Roster.Offices, Desk.Now), ct);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct) => DoAsync(
        id,
        SubmissionAct.WithdrawComment,
        (round, submission) => submission.WithdrawComment(round, Number, Person, Roster.Offices, Desk.Now),
        ct);

    protected override void Prepare() => Text = Comment!.Text;
}
