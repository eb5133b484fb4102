using System.ComponentModel.DataAnnotations;
using Gongxing.Core.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Account;

/// <summary>登录: name and password.</summary>
[AllowAnonymous]
[LimitWrongAnswers]
public sealed class SignInModel(
    Installation installation,
    SignInFlow flow,
    LocalDates dates,
    IStringLocalizer<AccountTexts> texts) : PageModel
{
    public string Organisation { get; private set; } = "";

    [BindProperty]
    [Display(Name = "SignInName")]
    [MaxLength(64)]
    public string Name { get; set; } = "";

    [BindProperty]
    [Display(Name = "Password")]
    [MaxLength(PasswordRules.Longest)]
    public string Password { get; set; } = "";

    /// <summary>Where the visitor wanted to go.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty(SupportsGet = true)]
    public SessionExpiry? Expired { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Redirect("/first-run");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return Redirect("/first-run");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        PasswordCheck check = await flow.CheckAsync(HttpContext, Name, Password, ct);
        if (check.SignIn is { } signIn)
        {
            return await flow.GoOnAsync(HttpContext, signIn, codeGiven: false, Back ?? "/", ct);
        }

        ModelState.AddModelError("", check.LockedUntil is { } until ? texts["SignIn.Locked", dates.Time(until)] : texts["SignIn.Wrong"]);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Organisation? organisation = await installation.OrganisationAsync(ct);
        Organisation = organisation?.Name ?? "";
        return organisation is not null;
    }
}
