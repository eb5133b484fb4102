using System.ComponentModel.DataAnnotations;
using Gongxing.Core;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Account;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.FirstRun;

/// <summary>初次使用: names the organisation and makes its first administrator. There only while there is no organisation.</summary>
[AllowAnonymous]
[LimitWrongAnswers]
public sealed class IndexModel(
    Installation installation,
    PeopleStore people,
    Passwords passwords,
    SignInFlow flow,
    FirstRunCode code,
    IStringLocalizer<FirstRunTexts> texts,
    IStringLocalizer<AccountTexts> accountTexts) : PageModel
{
    public bool CodeIsNeeded => code.IsNeeded(HttpContext);

    /// <summary>The code of the console; filled in by the address that the console prints.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "Code")]
    public string? Code { get; set; }

    [BindProperty]
    [Display(Name = "Organisation")]
    [MaxLength(100)]
    public string Organisation { get; set; } = "";

    [BindProperty]
    [Display(Name = "Name")]
    [MaxLength(50)]
    public string Name { get; set; } = "";

    [BindProperty]
    [Display(Name = "SignInName")]
    [MaxLength(64)]
    public string SignInName { get; set; } = "";

    [BindProperty]
    [Display(Name = "Password")]
    public string Password { get; set; } = "";

    [BindProperty]
    [Display(Name = "Again")]
    [Compare(nameof(Password), ErrorMessage = "Differ")]
    public string Again { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        ModelState.Clear();
        return await installation.OrganisationAsync(ct) is null ? Page() : Redirect("/");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await installation.OrganisationAsync(ct) is not null)
        {
            throw new RefusedException(Refusal.SomebodyWasFirst);
        }

        if (CodeIsNeeded && !code.IsRight(Code))
        {
            ModelState.AddModelError(nameof(Code), texts["Code.Wrong"]);
        }

        if (ModelState.GetFieldValidationState(nameof(Password)) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid
            && PasswordRules.WhyNot(Password, Organisation, Name, SignInName) is { } reason)
        {
            ModelState.AddModelError(nameof(Password), accountTexts[reason]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        string hash = await passwords.HashAsync(Password, ct);
        Person administrator = await people.FoundAsync(Organisation.Trim(), SignInName, Name.Trim(), hash, ct);
        await flow.EnterAsync(HttpContext, administrator, ct);
        this.Notice(texts["Done"]);
        return Redirect("/people");
    }
}
