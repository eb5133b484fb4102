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

namespace Gongxing.Web.Features.People;

/// <summary>添加人员: somebody new, with a password that is shown once and changed at the first sign-in.</summary>
[Authorize(Policy = Policies.Administration)]
public sealed class NewModel(
    PeopleStore people,
    Passwords passwords,
    CurrentPerson me,
    IStringLocalizer<SharedTexts> shared,
    IStringLocalizer<PeopleTexts> texts) : PageModel
{
    public IReadOnlyList<Office> Offices { get; private set; } = [];

    [BindProperty]
    public PersonForm Form { get; set; } = new();

    [BindProperty]
    [Display(Name = "SignInName")]
    [MaxLength(64)]
    public string SignInName { get; set; } = "";

    /// <summary>Shown on the answer to the form and never again.</summary>
    public string? InitialPassword { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Offices = await people.OfficesAsync(me.Organisation, ct);

    public async Task OnPostAsync(CancellationToken ct)
    {
        Offices = await people.OfficesAsync(me.Organisation, ct);
        if (Offices.All(office => office.Id.Value != Form.Office))
        {
            ModelState.AddModelError("Form.Office", shared[$"Refusal.{Refusal.NoSuchOffice}"]);
        }

        if (Form.Roles.Count == 0)
        {
            ModelState.AddModelError("Form.Roles", texts["Roles.None"]);
        }

        if (ModelState.IsValid)
        {
            await AddAsync(ct);
        }
    }

    private async Task AddAsync(CancellationToken ct)
    {
        string password = ReadableCode.New(3);
        Person added = Form.Apply(new Person(
            me.Organisation, PersonId.New(), SignInName, "", default, "", Roles.None, IsActive: true));
        try
        {
            await people.AddAsync(added, await passwords.HashAsync(password, ct), mustChangePassword: true, me.Id, ct);
            InitialPassword = password;
        }
        catch (RefusedException refused)
        {
            string field = refused.Reason == Refusal.SignInNameTaken ? nameof(SignInName) : "Form.Roles";
            ModelState.AddModelError(field, shared[$"Refusal.{refused.Reason}"]);
        }
    }
}
