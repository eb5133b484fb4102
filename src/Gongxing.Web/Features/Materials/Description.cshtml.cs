using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Statements;
using Gongxing.Review.Structure;
using Gongxing.Review.Templates;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Materials;

/// <summary>What kind of statement it is, of which year; and reading it anew by another template.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class DescriptionModel(
    MaterialStore materials,
    PeopleStore people,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<MaterialsTexts> texts,
    IStringLocalizer<SharedTexts> shared) : CorrectionPage(materials, people, me, clock, texts, shared)
{
    [BindProperty]
    [Display(Name = "Kind")]
    public StatementKind Kind { get; set; }

    [BindProperty]
    [Display(Name = "Year")]
    [Range(1949, 2999)]
    public int? Year { get; set; }

    /// <summary>Null to recognise one.</summary>
    [BindProperty]
    [Display(Name = "Template")]
    public string? Template { get; set; }

    public static IEnumerable<SelectListItem> Templates(string none) =>
        TemplatePacks.All.Select(pack => new SelectListItem(pack.Name, pack.Id)).Prepend(new SelectListItem(none, ""));

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await BeginAsync(id, ct) is { } answer)
        {
            return answer;
        }

        (Kind, Year, Template) = (Statement.Kind, Statement.Year, Statement.Template);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        !ModelState.IsValid
            ? await BeginAsync(id, ct) ?? Page()
            : await CorrectAsync(id, () => "Describe", () => default, Describe, ct);

    public Task<IActionResult> OnPostReadAsync(Guid id, CancellationToken ct) => CorrectAsync(
        id, () => "Read", () => default, () => StatementReader.Read(Read, TemplatePacks.Find(Template)?.Id), ct);

    private Statement Describe() =>
        Kind == Statement.Kind && Year == Statement.Year ? Statement : Statement with { Kind = Kind, Year = Year };
}
