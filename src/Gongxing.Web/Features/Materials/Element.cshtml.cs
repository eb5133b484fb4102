using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Statements;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Text;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Materials;

/// <summary>校正一条: one finding, cause or measure, and what a person can put right about it.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class ElementModel(
    MaterialStore materials,
    PeopleStore people,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<MaterialsTexts> texts,
    IStringLocalizer<SharedTexts> shared) : CorrectionPage(materials, people, me, clock, texts, shared)
{
    /// <summary>F1, K1, M1, as in the revision that was seen.</summary>
    [BindProperty(Name = "element", SupportsGet = true)]
    public string ElementId { get; set; } = "";

    [BindProperty]
    [Display(Name = "Element.Title")]
    [MaxLength(200)]
    public string? Title { get; set; }

    /// <summary>Null takes the element out.</summary>
    [BindProperty]
    [Display(Name = "Element.Role")]
    public ElementRole? Role { get; set; }

    [BindProperty]
    [Display(Name = "Element.Aspect")]
    public string? Aspect { get; set; }

    /// <summary>Where in the text the second part begins.</summary>
    [BindProperty]
    public int At { get; set; }

    /// <summary>The element at the other end of a link.</summary>
    [BindProperty]
    [Display(Name = "Element.Other")]
    public string? Other { get; set; }

    public StatementElement Element => Statement.Element(ElementId)!;

    public Finding? Finding => Statement.Findings.FirstOrDefault(finding => finding.Id == ElementId);

    public string Words => Element.Span.In(Read.Text).Trim().ToString();

    /// <summary>The sentences before which the element can be cut.</summary>
    public IReadOnlyList<TextSpan> Cuts => [.. CutsOf(Read.Text, Element.Span)];

    public StatementElement? Next => Statement.NextOf(ElementId);

    /// <summary>What it could be linked with and is not.</summary>
    public IEnumerable<StatementElement> Linkable =>
        Statement.Elements().Where(other => other.Role != Element.Role
            && Statement.LinksOf(ElementId).All(link => link.Other != other.Id));

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await BeginAsync(id, ct) is { } answer)
        {
            return answer;
        }

        (Title, Role, Aspect) = (Element.Title, Element.Role, Finding?.Aspect);
        return Page();
    }

    public Task<IActionResult> OnPostTitleAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, $"Title\t{ElementId}", () => Statement.Retitle(ElementId, Title ?? ""), ct);

    public Task<IActionResult> OnPostRoleAsync(Guid id, CancellationToken ct) =>
        DoAsync(
            id,
            Role is { } role ? $"Role\t{ElementId}\t{role}" : $"Remove\t{ElementId}",
            () => Statement.ChangeRole(Read, ElementId, Role),
            ct);

    public Task<IActionResult> OnPostAspectAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, $"Aspect\t{ElementId}", () => Statement.MoveUnder(ElementId, Aspect), ct);

    public Task<IActionResult> OnPostSplitAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, $"Split\t{ElementId}", () => Statement.Split(Read, ElementId, At), ct);

    public Task<IActionResult> OnPostMergeAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, $"Merge\t{ElementId}", () => Statement.MergeWithNext(Read, ElementId), ct);

    public Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, $"Link\t{ElementId}\t{Other}", () => Statement.Link(ElementId, Other ?? ""), ct);

    public Task<IActionResult> OnPostUnlinkAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, $"Unlink\t{ElementId}\t{Other}", () => Statement.Unlink(ElementId, Other ?? ""), ct);

    protected override bool HasPlace() => Statement.Element(ElementId) is not null;

    private Task<IActionResult> DoAsync(Guid id, string change, Func<Statement> correct, CancellationToken ct) =>
        CorrectAsync(id, () => change, () => Element.Span, correct, ct);

    private static List<TextSpan> CutsOf(string text, TextSpan span)
    {
        var cuts = new List<TextSpan>();
        foreach (TextSpan sentence in Sentences.In(text, span))
        {
            if (sentence.Start > span.Start && !sentence.Trim(text).IsEmpty)
            {
                cuts.Add(sentence.Trim(text));
            }
        }

        return cuts;
    }
}
