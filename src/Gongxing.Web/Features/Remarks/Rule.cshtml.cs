using System.ComponentModel.DataAnnotations;
using Gongxing.Core;
using Gongxing.Core.Remarks;
using Gongxing.Review.Rules;
using Gongxing.Storage.People;
using Gongxing.Storage.Remarks;
using Gongxing.Web.Features.Shared;
using Gongxing.Web.Jobs;
using Gongxing.Web.Review;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Remarks;

/// <summary>一条规则: what it asks and why, where it hits and misses, and the form that silences, lowers or restores it.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class RuleModel(
    RuleStore rules,
    PeopleStore people,
    ReviewJob job,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<RemarksTexts> texts,
    IStringLocalizer<SharedTexts> shared) : PageModel
{
    public Rule Rule { get; private set; } = null!;

    public Roster Roster { get; private set; } = null!;

    /// <summary>What is set for everybody; null for nothing ever.</summary>
    public RuleSetting? ForAll { get; private set; }

    /// <summary>What the person has set for themself; null for nothing ever.</summary>
    public RuleSetting? ForMe { get; private set; }

    public bool MaySetForAll => RuleSetting.WhyNotSetForAll(me.Person, Roster.Offices) is null;

    /// <summary>Whether the form is about everybody.</summary>
    [BindProperty]
    [Display(Name = "Setting.Everybody")]
    public bool Everybody { get; set; }

    [BindProperty]
    public RuleAct Act { get; set; }

    /// <summary>The level to lower the rule to; null to silence it.</summary>
    [BindProperty]
    [Display(Name = "Setting.Level")]
    public RemarkLevel? Level { get; set; }

    [BindProperty]
    [Display(Name = "Setting.Reason")]
    [MaxLength(500)]
    public string? Reason { get; set; }

    public IEnumerable<SelectListItem> Levels() => Enum.GetValues<RemarkLevel>()
        .Where(level => level > Rule.Level)
        .Select(level => new SelectListItem(texts["Setting.LowerTo", RemarkWords.Level(level)], $"{level}"))
        .Prepend(new SelectListItem(texts["Setting.Silence"], ""));

    public async Task<IActionResult> OnGetAsync(string rule, string? check, CancellationToken ct) =>
        await LoadAsync(rule, check, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string rule, string? check, CancellationToken ct)
    {
        if (!await LoadAsync(rule, check, ct))
        {
            return NotFound();
        }

        if (Everybody)
        {
            RefusedException.ThrowIf(RuleSetting.WhyNotSetForAll(me.Person, Roster.Offices));
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        RuleAct act = Act == RuleAct.Restore ? Act : Level is null ? RuleAct.Silence : RuleAct.Lower;
        try
        {
            RuleSetting next = RuleSetting.After(
                Everybody ? ForAll : ForMe,
                Rule.Key,
                Rule.Level,
                Everybody ? null : me.Id,
                act,
                Level,
                Reason ?? "",
                me.Id,
                clock.GetUtcNow());
            await rules.SetAsync(me.Organisation, next, ct);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError(refused.Reason == Refusal.ReasonMissing ? nameof(Reason) : "", shared[$"Refusal.{refused.Reason}"]);
            return Page();
        }

        job.Wake();
        this.Notice(texts[act == RuleAct.Restore ? "Setting.Restored" : "Setting.Done"]);
        return Redirect(RulesModel.Address(Rule));
    }

    private async Task<bool> LoadAsync(string rule, string? check, CancellationToken ct)
    {
        string key = check is null ? rule : $"{rule}/{check}";
        if (RuleBook.BuiltIn.Rules.FirstOrDefault(one => one.Key == key) is not { } found)
        {
            return false;
        }

        Rule = found;
        Roster = await Roster.ReadAsync(people, me.Organisation, ct);
        IReadOnlyList<RuleSetting> settings = await rules.SettingsAsync(me.Organisation, me.Id, ct);
        ForAll = settings.FirstOrDefault(one => one.Rule == key && one.For is null);
        ForMe = settings.FirstOrDefault(one => one.Rule == key && one.For is not null);
        return true;
    }
}
