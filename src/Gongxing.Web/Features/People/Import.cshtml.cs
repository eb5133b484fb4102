using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Account;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.People;

/// <summary>批量添加: a pasted table is shown line by line with what is wrong, and then what is right is added.</summary>
[Authorize(Policy = Policies.Administration)]
public sealed class ImportModel(
    PeopleStore people,
    Passwords passwords,
    CurrentPerson me,
    IStringLocalizer<SharedTexts> shared,
    IStringLocalizer<PeopleTexts> texts) : PageModel
{
    // Each password takes a fifth of a second to hash: a hundred are twenty seconds.
    private const int Most = 100;

    [BindProperty]
    [Display(Name = "Import.Table")]
    public string Table { get; set; } = "";

    public IReadOnlyList<ImportRow> Rows { get; private set; } = [];

    /// <summary>Shown on the answer and never again.</summary>
    public List<(Person Person, string Password)> Added { get; } = [];

    public bool CanAdd => Rows.Any(row => row.Wrong is null);

    public string RoleNames => string.Join(' ', Policies.EveryRole.Select(role => shared[$"Roles.{role}"].Value));

    public async Task OnPostAsync(bool add, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return;
        }

        Rows = ImportRow.Read(
            Table,
            me.Organisation,
            await people.OfficesAsync(me.Organisation, ct),
            await people.PeopleAsync(me.Organisation, ct),
            NamesOfRoles());
        if (Rows.Count > Most)
        {
            ModelState.AddModelError(nameof(Table), texts["Import.TooMany", Most]);
            Rows = [];
        }

        foreach (Person person in Rows.Where(_ => add).Select(row => row.Person).OfType<Person>())
        {
            string password = ReadableCode.New(3);
            await people.AddAsync(person, await passwords.HashAsync(password, ct), mustChangePassword: true, me.Id, ct);
            Added.Add((person, password));
        }
    }

    // Both languages: the table may come from somebody who reads the other one.
    private Dictionary<string, Roles> NamesOfRoles()
    {
        var names = new Dictionary<string, Roles>(StringComparer.OrdinalIgnoreCase);
        CultureInfo reader = CultureInfo.CurrentUICulture;
        foreach (CultureInfo language in Display.Languages)
        {
            CultureInfo.CurrentUICulture = language;
            Array.ForEach(Policies.EveryRole, role => names[shared[$"Roles.{role}"]] = role);
        }

        CultureInfo.CurrentUICulture = reader;
        return names;
    }
}
