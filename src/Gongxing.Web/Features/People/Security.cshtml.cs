using System.Globalization;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.People;

/// <summary>安全日志: who signed in or failed to, and who changed what about people and offices; newest first.</summary>
[Authorize(Policy = Policies.Administration)]
public sealed class SecurityModel(
    SecurityStore log,
    PeopleStore people,
    CurrentPerson me,
    IStringLocalizer<PeopleTexts> texts,
    IStringLocalizer<SharedTexts> shared) : PageModel
{
    private Roster _roster = null!;

    [BindProperty(SupportsGet = true)]
    public SecurityAct? Act { get; set; }

    /// <summary>Only what this person did, or what was done about them.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    /// <summary>Number of the last entry of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public IReadOnlyList<SecurityEntry> Entries { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        int size = Pager.SizeOf(Size);
        IReadOnlyList<SecurityEntry> found = await log.ListAsync(
            me.Organisation, After, size + 1, Act, Person is { } about ? new PersonId(about) : null, ct);
        Entries = [.. found.Take(size)];
        Pager = new Pager(
            After is null ? null : Request.With(("after", null)),
            found.Count > size ? Request.With(("after", Entries[^1].Number.ToString(CultureInfo.InvariantCulture))) : null,
            size);
        _roster = await Roster.ReadAsync(people, me.Organisation, ct);
    }

    public IEnumerable<(Guid Id, string Name)> People() => _roster.Everybody.Select(one => (one.Id.Value, one.Name));

    public string Name(PersonId? person) => person is { } id ? _roster.Name(id) : "";

    /// <summary>A detail as it was stored, with the fields, offices and roles in it called as elsewhere.</summary>
    public string Words(string detail) => string.Join("; ", detail.Split("; ").Select(Part));

    private string Part(string part) =>
        part.Split(": ", 2) is not [var field, var change] ? part
        : Enum.TryParse(change, out Roles added) ? $"{field}: {Names(added)}"
        : change.Split(" → ") is [var from, var to] && IsField(field)
            ? $"{texts[$"Security.Field.{field}"]}: {Value(field, from)} → {Value(field, to)}"
        : part;

    private static bool IsField(string field) => field is "name" or "office" or "post" or "roles" or "active";

    private string Value(string field, string value) => field switch
    {
        "office" when Guid.TryParseExact(value, "N", out Guid id) => _roster.Name(new OfficeId(id)),
        "roles" when Enum.TryParse(value, out Roles roles) => Names(roles),
        "active" => texts[value == bool.TrueString ? "Active" : "Inactive"],
        _ => value,
    };

    private string Names(Roles roles) => string.Join(
        ", ", Policies.EveryRole.Where(role => roles.HasFlag(role)).Select(role => shared[$"Roles.{role}"].Value));
}
