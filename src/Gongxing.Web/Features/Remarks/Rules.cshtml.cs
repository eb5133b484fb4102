using System.Text.RegularExpressions;
using Gongxing.Core.Remarks;
using Gongxing.Review.Rules;
using Gongxing.Storage.Remarks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Remarks;

/// <summary>审阅规则: what is asked, how it is put, and what the organisation or the person has silenced or lowered.</summary>
[Authorize(Policy = Policies.Content)]
public sealed partial class RulesModel(RuleStore rules, CurrentPerson me) : PageModel
{
    /// <summary>In the order of the packs, the checks of one rule together.</summary>
    public IReadOnlyList<Rule> Rules { get; } = [.. RuleBook.BuiltIn.Rules];

    public IReadOnlyList<RuleSetting> Settings { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Settings = await rules.SettingsAsync(me.Organisation, me.Id, ct);

    /// <summary>The settings in force for a rule: that of the organisation, then that of the person.</summary>
    public IEnumerable<RuleSetting> Of(Rule rule) =>
        Settings.Where(one => one.Rule == rule.Key && one.Act != RuleAct.Restore);

    public static string Address(Rule rule) => $"/rules/{rule.Key}";

    /// <summary>The question a rule asks, with a gap where the words of the text will stand.</summary>
    public static string Question(Rule rule) => Value().Replace(rule.Message.ToString(), "……");

    [GeneratedRegex(@"\{[A-Za-z]+\}")]
    private static partial Regex Value();
}
