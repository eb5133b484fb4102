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

/// <summary>One person: what an administrator may change about them.</summary>
[Authorize(Policy = Policies.Administration)]
public sealed class EditModel(
    PeopleStore people,
    SignInStore signIns,
    Passwords passwords,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<SharedTexts> shared,
    IStringLocalizer<PeopleTexts> texts) : PageModel
{
    public Person Person { get; private set; } = null!;

    public SignIn Access { get; private set; } = null!;

    public IReadOnlyList<Office> Offices { get; private set; } = [];

    public IReadOnlyList<Post> Posts { get; private set; } = [];

    public bool IsLocked => Access.Lockout.IsLocked(clock.GetUtcNow());

    [BindProperty]
    public PersonForm Form { get; set; } = new();

    /// <summary>Shown on the answer to the reset and never again.</summary>
    public string? InitialPassword { get; private set; }

    public string OfficeName(OfficeId id) => Offices.FirstOrDefault(office => office.Id == id)?.Name ?? "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Form = PersonForm.Of(Person);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (Offices.All(office => office.Id.Value != Form.Office))
        {
            ModelState.AddModelError("Form.Office", shared[$"Refusal.{Refusal.NoSuchOffice}"]);
        }

        if (Form.Roles.Count == 0)
        {
            ModelState.AddModelError("Form.Roles", texts["Roles.None"]);
        }

        return ModelState.IsValid ? await ChangeAsync(Form.Apply(Person), texts["Saved"], ct) : Page();
    }

    public async Task<IActionResult> OnPostActiveAsync(Guid id, bool active, CancellationToken ct) =>
        await LoadForActAsync(id, ct)
            ? await ChangeAsync(Person with { IsActive = active }, texts[active ? "Activated" : "Deactivated"], ct)
            : NotFound();

    public async Task<IActionResult> OnPostPasswordAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadForActAsync(id, ct))
        {
            return NotFound();
        }

        string password = ReadableCode.New(3);
        await signIns.SetPasswordAsync(Person, await passwords.HashAsync(password, ct), me.Id, keep: null, ct);
        InitialPassword = password;
        return Page();
    }

    public async Task<IActionResult> OnPostUnlockAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadForActAsync(id, ct))
        {
            return NotFound();
        }

        await signIns.UnlockAsync(Person, me.Id, ct);
        return Back(texts["Unlocked"]);
    }

    public async Task<IActionResult> OnPostFactorAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadForActAsync(id, ct))
        {
            return NotFound();
        }

        await signIns.SetTotpAsync(Person, null, 0, [], me.Id, ct);
        return Back(texts["Factor.Removed"]);
    }

    private async Task<IActionResult> ChangeAsync(Person changed, string done, CancellationToken ct)
    {
        try
        {
            await people.ChangeAsync(changed, me.Id, ct);
            return Back(done);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("Form.Roles", shared[$"Refusal.{refused.Reason}"]);
            return Page();
        }
    }

    private RedirectResult Back(string done)
    {
        this.Notice(done);
        return Redirect($"/people/{Person.Id}");
    }

    // The small forms send no field of the large one, which then shows what is kept.
    private async Task<bool> LoadForActAsync(Guid id, CancellationToken ct)
    {
        bool found = await LoadAsync(id, ct);
        ModelState.Clear();
        Form = found ? PersonForm.Of(Person) : Form;
        return found;
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await signIns.FindAsync(me.Organisation, new PersonId(id), ct) is not { } signIn)
        {
            return false;
        }

        (Access, Person) = (signIn, signIn.Person);
        Offices = await people.OfficesAsync(me.Organisation, ct);
        Posts = await people.PostsAsync(me.Organisation, Person.Id, ct);
        return true;
    }
}
