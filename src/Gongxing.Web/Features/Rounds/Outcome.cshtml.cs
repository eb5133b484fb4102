using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongxing.Web.Features.Rounds;

/// <summary>交回: a reviewer accepts the draft, returns it for revision, or asks for another one, by a date.</summary>
[Authorize(Policy = Policies.Reviewing)]
public sealed class OutcomeModel(RoundDesk desk) : SubmissionActPage(desk)
{
    private const int UsualDays = 5;

    public override SubmissionAct Act => SubmissionAct.HandBack;

    [BindProperty]
    [Display(Name = "Field.Outcome")]
    [Required]
    public Outcome? Outcome { get; set; }

    [BindProperty]
    [Display(Name = "Field.DueBack")]
    public DateOnly? Due { get; set; }

    [BindProperty]
    [Display(Name = "Field.OutcomeNote")]
    [MaxLength(2000)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Note { get; set; } = "";

    /// <summary>What the author's side sees with this act, and not before.</summary>
    public int Waiting => Submission.CommentsFor(Person.Id).Count(comment => !comment.IsHandedBack);

    public IEnumerable<SelectListItem> Outcomes => Enum.GetValues<Outcome>()
        .Select(outcome => new SelectListItem(Desk.Texts[$"Outcome.{outcome}"], $"{outcome}"))
        .Prepend(new SelectListItem("", ""));

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => DoAsync(
        id,
        (round, submission) => submission.HandBack(
            round, Outcome!.Value, Due, Note, Desk.Today, Person, Roster.Offices, Desk.Now),
        ct);

    protected override void Prepare() => Due = Desk.Today.AddDays(UsualDays);
}
