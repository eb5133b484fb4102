using Gongxing.Core;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Statements;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Text;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Materials;

/// <summary>A page on which the structure of a material is corrected: it corrects the revision it was drawn from, or says who was first.</summary>
public abstract class CorrectionPage(
    MaterialStore materials,
    PeopleStore people,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<MaterialsTexts> texts,
    IStringLocalizer<SharedTexts> shared) : MaterialPage(materials, people, me)
{
    /// <summary>Number of the revision the person saw; 0 for the one in force.</summary>
    [BindProperty(SupportsGet = true)]
    public int Seen { get; set; }

    /// <summary>What others corrected after that, newest first; the forms are of no use then.</summary>
    public IReadOnlyList<(int Number, PersonId? By, DateTimeOffset At, string Change)> Since { get; private set; } = [];

    protected Statement Statement => Structure!.Statement;

    protected Document Read => Document!;

    /// <summary>Draws the forms, unless what they would be about is gone.</summary>
    public virtual async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await BeginAsync(id, ct) is { } answer ? answer : Page();

    /// <returns>What to answer instead of correcting; null to go on.</returns>
    protected async Task<IActionResult?> BeginAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || Structure is null)
        {
            return NotFound();
        }

        if (!MayChange)
        {
            return Forbid();
        }

        Seen = Seen == 0 ? Structure.Number : Seen;
        if (Seen != Structure.Number)
        {
            Since = [.. (await Materials.RevisionsAsync(Material, ct)).Where(revision => revision.Number > Seen)];
            Response.StatusCode = HttpMethods.IsGet(Request.Method) ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
            return Page();
        }

        return HasPlace() ? null : NotFound();
    }

    /// <summary>Whether what the page is about is part of the structure in force.</summary>
    protected virtual bool HasPlace() => true;

    /// <summary>Stores what <paramref name="correct"/> makes of the structure, and goes back to the place in the material.</summary>
    /// <param name="change">What was done, for the list of corrections: a word and what it was done to, with tabs between.</param>
    protected async Task<IActionResult> CorrectAsync(
        Guid id, Func<string> change, Func<TextSpan> place, Func<Statement> correct, CancellationToken ct)
    {
        if (await BeginAsync(id, ct) is { } answer)
        {
            return answer;
        }

        TextSpan around = place();
        Statement corrected;
        try
        {
            corrected = correct();
            if (!ReferenceEquals(corrected, Statement))
            {
                var revision = new StructureRevision(Seen + 1, corrected, Person.Id, clock.GetUtcNow(), change());
                await Materials.ReviseAsync(Material, revision, ct);
            }
        }
        catch (RefusedException refused) when (refused.Reason == Refusal.SomebodyWasFirst)
        {
            return await BeginAsync(id, ct) ?? Page();
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("", refused.Reason == Refusal.NoSuchPart ? texts["Refused"] : shared[$"Refusal.{refused.Reason}"]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        this.Notice(texts[ReferenceEquals(corrected, Statement) ? "Corrected.Nothing" : "Corrected"]);
        string? element = corrected.Elements().FirstOrDefault(one => one.Span.Overlaps(around))?.Id;
        return Redirect($"{Address}#{(element is null ? "structure" : $"o-{element}")}");
    }
}
