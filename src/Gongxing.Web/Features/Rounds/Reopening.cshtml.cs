using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Rounds;

/// <summary>重新打开: work in the round goes on, with the reviewers it had.</summary>
[Authorize(Policy = Policies.Arranging)]
public sealed class ReopeningModel(RoundDesk desk) : RoundActPage(desk)
{
    public override RoundAct Act => RoundAct.Reopen;

    [BindProperty]
    [Display(Name = "Field.Note")]
    [MaxLength(1000)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Note { get; set; } = "";

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, round => round.Reopen(Person, Roster.Offices, Note, Desk.Now), ct);
}
