using Gongxing.Core.Materials;
using Gongxing.Core.Statements;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Materials;

/// <summary>One material: the text as it was written, with what was understood of it marked and listed beside it.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class MaterialModel(
    MaterialStore materials,
    PeopleStore people,
    LedgerListStore lists,
    CurrentPerson me,
    LocalDates dates,
    MaterialWords words)
    : MaterialPage(materials, people, me)
{
    /// <summary>From here on the program says nothing about how sure it is; below, it asks to be checked.</summary>
    public const double Sure = 0.7;

    private const string RefreshAfter = "3";

    /// <summary>The part of a very long text, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Part { get; set; } = 1;

    public MarkedText? Text { get; private set; }

    public bool MayPropose => MayChange && Person.Is(Policies.Admits[Policies.Keeping]);

    public IReadOnlyList<Material> Drafts { get; private set; } = [];

    /// <summary>How many ledger items come from it, of those the person may see.</summary>
    public long Items { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Drafts = [.. (await Materials.DraftsAsync(Material, ct)).Where(draft => draft.WhyNotRead(Person, Roster.Offices) is null)];
        Items = await lists.CountAsync(Person, new LedgerFilter { Material = Material.Id }, dates.Today, ct);
        if (Document is not null && Structure is not null)
        {
            Text = new MarkedText(Document, Structure.Statement);
        }
        else if (Material.State is MaterialState.Waiting or MaterialState.Reading)
        {
            Response.Headers["Refresh"] = RefreshAfter;
        }

        return Page();
    }

    /// <summary>Where an element stands in the text: on this page, or on that of another part.</summary>
    public string Anchor(StatementElement element) => Anchor(element.Span.Start, element.Id);

    /// <summary>问题 3 for F3.</summary>
    public string Label(string id) => words.Label(id);

    public string Anchor(int position, string anchor)
    {
        int part = Text!.PartOf(position);
        return part == Math.Clamp(Part, 1, Text.Parts) ? $"#{anchor}" : $"{Address}?part={part}#{anchor}";
    }
}
