using System.ComponentModel.DataAnnotations;
using Gongxing.Storage.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Account;

/// <summary>The last step of the first sign-in: a password of one's own in place of the one that was handed out.</summary>
[AllowAnonymous]
public sealed class NewPasswordModel(
    SignInTickets tickets,
    SignInFlow flow,
    SignInStore store,
    Passwords passwords,
    Installation installation,
    IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    [Display(Name = "Password.New")]
    public string Password { get; set; } = "";

    [BindProperty]
    [Display(Name = "Password.Again")]
    [Compare(nameof(Password), ErrorMessage = "Password.Differ")]
    public string Again { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await tickets.FindAsync(HttpContext, SignInStep.NewPassword, ct) is null ? Redirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await tickets.FindAsync(HttpContext, SignInStep.NewPassword, ct) is not (SignIn signIn, string back))
        {
            return Redirect("/sign-in");
        }

        string organisation = (await installation.OrganisationAsync(ct))!.Name;
        if (PasswordRules.WhyNot(Password, signIn.Person.SignInName, signIn.Person.Name, organisation) is { } reason && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(Password), texts[reason]);
        }
        else if (ModelState.IsValid && await passwords.IsAsync(signIn.PasswordHash, Password, ct))
        {
            ModelState.AddModelError(nameof(Password), texts["Password.Same"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await store.SetPasswordAsync(signIn.Person, await passwords.HashAsync(Password, ct), signIn.Person.Id, keep: null, ct);
        await flow.EnterAsync(HttpContext, signIn.Person, ct);
        return LocalRedirect(Shared.LocalUrl.Or(back, "/"));
    }
}
