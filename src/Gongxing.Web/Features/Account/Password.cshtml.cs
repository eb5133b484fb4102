using System.ComponentModel.DataAnnotations;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Account;

/// <summary>修改密码: asks the present one again, and signs out all other devices.</summary>
[Authorize(Policy = Policies.Account)]
[LimitWrongAnswers]
public sealed class PasswordModel(
    CurrentPerson me,
    Installation installation,
    SignInStore store,
    Passwords passwords,
    IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    [Display(Name = "Password.Now")]
    [MaxLength(PasswordRules.Longest)]
    public string Now { get; set; } = "";

    [BindProperty]
    [Display(Name = "Password.New")]
    public string New { get; set; } = "";

    [BindProperty]
    [Display(Name = "Password.Again")]
    [Compare(nameof(New), ErrorMessage = "Password.Differ")]
    public string Again { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Organisation organisation = (await installation.OrganisationAsync(ct))!;
        SignIn signIn = (await store.FindAsync(me.Organisation, me.Id, ct))!;
        if (!await passwords.IsAsync(signIn.PasswordHash, Now, ct))
        {
            ModelState.AddModelError(nameof(Now), texts["Password.Wrong"]);
        }
        else if (PasswordRules.WhyNot(New, me.Person.SignInName, me.Person.Name, organisation.Name) is { } reason)
        {
            ModelState.AddModelError(nameof(New), texts[reason]);
        }
        else if (New == Now)
        {
            ModelState.AddModelError(nameof(New), texts["Password.Same"]);
        }
        else
        {
            string hash = await passwords.HashAsync(New, ct);
            await store.SetPasswordAsync(me.Person, hash, me.Id, keep: SessionCookie.Read(Request), ct);
            this.Notice(texts["Password.Changed"]);
            return Redirect("/account");
        }

        return Page();
    }
}
