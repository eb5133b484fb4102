using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Rounds;

/// <summary>调整: the round gets another title or date.</summary>
[Authorize(Policy = Policies.Arranging)]
public sealed class AmendmentModel(RoundDesk desk) : RoundActPage(desk)
{
    public override RoundAct Act => RoundAct.Amend;

    [BindProperty]
    [Display(Name = "Field.Title")]
    [Required, MaxLength(100)]
    public string? RoundTitle { get; set; }

    [BindProperty]
    [Display(Name = "Field.Due")]
    [Required]
    public DateOnly? Due { get; set; }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => DoAsync(
        id, round => round.Amend(Person, Roster.Offices, RoundTitle!, Due!.Value, Desk.Today, "", Desk.Now), ct);

    protected override void Prepare() => (RoundTitle, Due) = (Round.Title, Round.Terms.Due);
}
