using System.ComponentModel.DataAnnotations;
using Gongxing.Storage.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Account;

/// <summary>The second step of signing in: the code from the phone, or a recovery code.</summary>
[AllowAnonymous]
[LimitWrongAnswers]
public sealed class SignInCodeModel(
    SignInTickets tickets,
    SignInFlow flow,
    SecondFactor factor,
    SignInStore store,
    LocalDates dates,
    TimeProvider clock,
    IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    [Display(Name = "Code")]
    [MaxLength(40)]
    public string Code { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await tickets.FindAsync(HttpContext, SignInStep.Code, ct) is null ? Redirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await tickets.FindAsync(HttpContext, SignInStep.Code, ct) is not (SignIn signIn, string back))
        {
            return Redirect("/sign-in");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        DateTimeOffset? lockedUntil = signIn.Lockout.IsLocked(clock.GetUtcNow()) ? signIn.Lockout.LockedUntil : null;
        if (lockedUntil is null)
        {
            if (await factor.AcceptsAsync(signIn, Code, ct))
            {
                return await flow.GoOnAsync(HttpContext, signIn, codeGiven: true, back, ct);
            }

            lockedUntil = (await store.FailAsync(signIn.Person, Device.Place(HttpContext), ct)).LockedUntil;
        }

        ModelState.AddModelError(nameof(Code), lockedUntil is { } until ? texts["SignIn.Locked", dates.Time(until)] : texts["Code.Wrong"]);
        return Page();
    }
}
