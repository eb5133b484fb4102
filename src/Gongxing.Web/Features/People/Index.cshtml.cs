using Gongxing.Core.People;
using Gongxing.Storage.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.People;

/// <summary>人员: everybody who signs in here.</summary>
[Authorize(Policy = Policies.Administration)]
public sealed class IndexModel(PeopleStore people, CurrentPerson me) : PageModel
{
    private Dictionary<OfficeId, string> _offices = [];

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Roles? Role { get; set; }

    public IReadOnlyList<Person> Shown { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>Nobody is there yet but the administrator, who cannot do the work.</summary>
    public bool IsAlone => Total == 1;

    public string OfficeOf(Person person) => _offices.GetValueOrDefault(person.Office, "");

    public async Task OnGetAsync(CancellationToken ct)
    {
        _offices = (await people.OfficesAsync(me.Organisation, ct)).ToDictionary(office => office.Id, office => office.Name);
        IReadOnlyList<Person> all = await people.PeopleAsync(me.Organisation, ct);
        Total = all.Count;
        Shown =
        [
            .. all.Where(person => Role is not { } role || person.Is(role))
                .Where(person => Q is null || Fields(person).Any(field => field.Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase)))
                .OrderByDescending(person => person.IsActive),
        ];
    }

    private string[] Fields(Person person) => [person.Name, person.SignInName, person.Post, OfficeOf(person)];
}
