using System.ComponentModel.DataAnnotations;
using Gongxing.Core;
using Gongxing.Core.Duplicates;
using Gongxing.Core.People;
using Gongxing.Storage.Duplicates;
using Gongxing.Storage.People;
using Gongxing.Text;
using Gongxing.Text.Similarity;
using Gongxing.Web.Duplicates;
using Gongxing.Web.Features.Materials;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Similar;

/// <summary>标为常用表述: a passage that stands in other materials too counts no longer, for a reason that everybody can look up.</summary>
[Authorize(Policy = Policies.Wording)]
public sealed class AllowanceModel(
    SimilarDesk desk,
    WordingStore wordings,
    PeopleStore people,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<SimilarTexts> texts,
    IStringLocalizer<SharedTexts> shared) : MaterialPage(desk.Materials, people, me)
{
    [BindProperty(SupportsGet = true)]
    public int Start { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Length { get; set; }

    [BindProperty]
    [Display(Name = "Field.Reason")]
    [MaxLength(500)]
    public string? Reason { get; set; }

    public string Words { get; private set; } = "";

    public Refusal? WhyNot => WordingEntry.WhyNotAllow(Material, Person, Roster.Offices);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await BeginAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await BeginAsync(id, ct) is { } answer)
        {
            return answer;
        }

        RefusedException.ThrowIf(WhyNot);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            WordingEntry? last = await wordings.NewestAsync(Person.Organisation, WordingEntry.KeyOf(Words), ct);
            var entry = WordingEntry.After(last, WordingAct.Allow, Words, Reason ?? "", Person.Id, clock.GetUtcNow());
            await wordings.AddAsync(Person.Organisation, entry, ct);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError(refused.Reason == Refusal.ReasonMissing ? nameof(Reason) : "", shared[$"Refusal.{refused.Reason}"]);
            return Page();
        }

        this.Notice(texts["Allow.Done"]);
        return Redirect($"{Address}/similar");
    }

    // Only what is shared can be common: nobody takes a statement out of the search whole, or words that are not in it.
    private async Task<IActionResult?> BeginAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || Document is null || Structure is null
            || Start < 0 || Length <= 0 || Length > Document.Text.Length - Start)
        {
            return NotFound();
        }

        if (WhyNot is not null)
        {
            return Forbid();
        }

        var span = new TextSpan(Start, Length);
        if (await desk.FindAsync(new ReadMaterial(Material, Document, Structure.Statement), ct) is not { } found
            || !Shared(found).Any(one => one.Contains(span)))
        {
            return NotFound();
        }

        Words = span.In(Document.Text).Trim().ToString();
        return null;
    }

    private static IReadOnlyList<TextSpan> Shared(FoundTexts found) => SpanUnion.Of(
        found.Matches.SelectMany(match => match.Passages).Select(passage => passage.A)
            .Concat(found.Circulating.Select(circulating => circulating.Span)));
}
