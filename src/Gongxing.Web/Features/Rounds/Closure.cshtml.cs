using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Rounds;

/// <summary>结束: nothing more happens in the round, and its reviewers no longer see what they were assigned.</summary>
[Authorize(Policy = Policies.Arranging)]
public sealed class ClosureModel(RoundDesk desk) : RoundActPage(desk)
{
    public override RoundAct Act => RoundAct.Close;

    [BindProperty]
    [Display(Name = "Field.Note")]
    [MaxLength(1000)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Note { get; set; } = "";

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, round => round.Close(Person, Roster.Offices, Note, Desk.Now), ct);
}
