using System.ComponentModel.DataAnnotations;
using Gongxing.Core;
using Gongxing.Core.Duplicates;
using Gongxing.Storage.Duplicates;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Similar;

/// <summary>撤回: a wording counts again; that it was once common stays on record.</summary>
[Authorize(Policy = Policies.Wording)]
public sealed class WithdrawalModel(
    WordingStore wordings,
    PeopleStore people,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<SimilarTexts> texts,
    IStringLocalizer<SharedTexts> shared) : PageModel
{
    [BindProperty]
    [Display(Name = "Field.Reason")]
    [MaxLength(500)]
    public string? Reason { get; set; }

    public WordingEntry Wording { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct) => await BeginAsync(key, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken ct)
    {
        if (await BeginAsync(key, ct) is { } answer)
        {
            return answer;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            var entry = WordingEntry.After(Wording, WordingAct.Withdraw, Wording.Words, Reason ?? "", me.Id, clock.GetUtcNow());
            await wordings.AddAsync(me.Organisation, entry, ct);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError(refused.Reason == Refusal.ReasonMissing ? nameof(Reason) : "", shared[$"Refusal.{refused.Reason}"]);
            return Page();
        }

        this.Notice(texts["Withdraw.Done"]);
        return Redirect("/common-wording");
    }

    private async Task<IActionResult?> BeginAsync(string key, CancellationToken ct)
    {
        if (await wordings.NewestAsync(me.Organisation, key, ct) is not { Act: WordingAct.Allow } newest)
        {
            return NotFound();
        }

        Wording = newest;
        Roster roster = await Roster.ReadAsync(people, me.Organisation, ct);
        return newest.WhyNotWithdraw(me.Person, roster.Offices) is null ? null : Forbid();
    }
}
