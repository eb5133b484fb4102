using System.ComponentModel.DataAnnotations;
using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.Relapses;
using Gongxing.Core.Statements;
using Gongxing.Review.Relapses;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Storage.Relapses;
using Gongxing.Web.Features.Materials;
using Gongxing.Web.Features.Shared;
using Gongxing.Web.Relapses;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Relapses;

/// <summary>往年对照: findings that seem to say again what was said in an earlier year; a person says whether they do.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class IndexModel(
    MaterialStore materials,
    PeopleStore people,
    EarlierSayings earlier,
    RelapseStore relapses,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<RelapsesTexts> texts,
    IStringLocalizer<SharedTexts> shared) : MaterialPage(materials, people, me)
{
    /// <summary>How many decisions there were when the forms were drawn.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>F3</summary>
    [BindProperty]
    public string Finding { get; set; } = "";

    /// <summary>See <see cref="EarlierSaying.Key"/>.</summary>
    [BindProperty]
    public string Earlier { get; set; } = "";

    [BindProperty]
    public RelapseAct Act { get; set; }

    [BindProperty]
    [Display(Name = "Reason")]
    [MaxLength(1000)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Reason { get; set; } = "";

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<RelapseCandidate> Candidates { get; private set; } = [];

    /// <summary>The year the statement is about; null when it does not say, and then nothing can be earlier.</summary>
    public int? Year => Structure?.Statement.Year;

    /// <summary>How many earlier findings there were to hold it against.</summary>
    public int Held { get; private set; }

    public bool MayDecide => RelapseDecision.WhyNotDecide(Material, Person, Roster.Offices) is null;

    public bool MayReopen(LedgerItem item) => item.WhyNot(LedgerAct.Reopen, item.Acting(Person, Roster.Offices)).Count == 0;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await BeginAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        int seen = Seen;
        if (!await BeginAsync(id, ct))
        {
            return NotFound();
        }

        if (!MayDecide)
        {
            return Forbid();
        }

        if (Candidates.FirstOrDefault(one => one.Finding.Id == Finding && one.Earlier.Key == Earlier) is not { } candidate)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            RelapseDecision decision = new RelapseDecision(
                seen + 1, candidate.Place, candidate.Earlier.Place, candidate.Earlier.Item?.Id, Act, Reason.Trim(), Person.Id,
                clock.GetUtcNow()).After(candidate.Decision);
            await relapses.DecideAsync(Material, decision, ct);
        }
        catch (RefusedException refused)
        {
            await BeginAsync(id, ct);
            ModelState.AddModelError("", shared[$"Refusal.{refused.Reason}"]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        this.Notice(texts[$"Done.{Act}"]);
        return Redirect($"{Address}/relapses#{candidate.Anchor}");
    }

    private async Task<bool> BeginAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || Structure is null || Document is null)
        {
            return false;
        }

        IReadOnlyList<RelapseDecision> decisions = await relapses.DecisionsAsync(Material, ct);
        ModelState.Remove(nameof(Seen));
        Seen = decisions.Count;
        if (Year is { } year)
        {
            IReadOnlyList<EarlierSaying> said = await earlier.BeforeAsync(Person, Roster.Offices, Material, year, ct);
            Held = said.Count;
            Candidates = [.. Find(said, decisions)];
        }

        return true;
    }

    private IEnumerable<RelapseCandidate> Find(IReadOnlyList<EarlierSaying> said, IReadOnlyList<RelapseDecision> decisions)
    {
        using var radar = new RelapseRadar([.. said.Select(one => one.Said)]);
        foreach (Finding finding in Structure!.Statement.Findings)
        {
            string text = finding.Span.In(Document!.Text).ToString();
            var place = new FindingPlace(Material.Id, finding.Span);
            foreach (Relapse relapse in radar.Find(new SaidFinding(finding.Title, text)))
            {
                EarlierSaying then = said[relapse.Earlier];
                RelapseDecision? last = decisions.LastOrDefault(one => one.IsAbout(place, then.Place, then.Item?.Id));
                yield return new RelapseCandidate(
                    finding, text, place, then, relapse, last is { Act: RelapseAct.TakeBack } ? null : last);
            }
        }
    }
}
