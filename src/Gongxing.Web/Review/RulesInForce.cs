using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Review.Rules;
using Gongxing.Storage.People;
using Gongxing.Storage.Remarks;
using Gongxing.Text;

namespace Gongxing.Web.Review;

/// <summary>The rules as somebody is asked by them: built in, under what the organisation set, under what the person set.</summary>
/// <param name="Offices">Those of the organisation: a text that gives itself out for another than its own is asked about.</param>
/// <param name="Version">
/// Tells this set of rules, the offices they know, and the program behind them from any other: 32 hexadecimal digits.
/// </param>
public sealed record RulesInForce(RuleBook Book, OfficeTree Offices, string Version)
{
    /// <summary>What is known of whose text a material is.</summary>
    public ReviewContext ContextOf(Material material)
    {
        bool IsOwn(Office office) =>
            Offices.IsWithin(office.Id, material.Office) || Offices.IsWithin(material.Office, office.Id);
        ILookup<bool, string> names = Offices.Offices.ToLookup(IsOwn, office => office.Name);
        return new ReviewContext { OwnNames = [.. names[true]], OtherNames = [.. names[false]] };
    }
}

/// <summary>Puts the rules in force together, and keeps them: the words of a book are made ready once.</summary>
public sealed class ReviewRules(RuleStore rules, PeopleStore people)
{
    // Those of everybody, and of the people who lately looked at a review and have settings of their own.
    private const int MostKept = 50;

    // The rules and what they rest on: a new build of any of them may ask otherwise.
    private static readonly string _program = string.Concat(
        new[] { typeof(RuleBook), typeof(Statement), typeof(TextSpan) }.Select(type => $"{type.Module.ModuleVersionId:N}"));

    private readonly ConcurrentDictionary<string, RulesInForce> _kept = new(StringComparer.Ordinal);

    /// <param name="person">Null for those that hold for everybody.</param>
    public async Task<RulesInForce> OfAsync(OrganisationId organisation, PersonId? person, CancellationToken ct = default)
    {
        IReadOnlyList<RuleSetting> settings = await rules.SettingsAsync(organisation, person, ct);
        IReadOnlyList<Office> offices = await people.OfficesAsync(organisation, ct);
        string version = VersionOf(settings, offices);
        if (_kept.TryGetValue(version, out RulesInForce? known))
        {
            return known;
        }

        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        RuleBook book = Under(RuleBook.BuiltIn, settings.Where(one => one.For is null), "organisation");
        book = Under(book, settings.Where(one => one.For is not null), "person");
        return _kept[version] = new RulesInForce(book, new OfficeTree(offices), version);
    }

    /// <summary>The newest setting of each rule for everybody, then for the person.</summary>
    public Task<IReadOnlyList<RuleSetting>> SettingsAsync(OrganisationId organisation, PersonId? person, CancellationToken ct = default) =>
        rules.SettingsAsync(organisation, person, ct);

    /// <summary>What somebody has silenced for themself, by id and check.</summary>
    public async Task<IReadOnlySet<string>> SilencedAsync(Person person, CancellationToken ct = default) =>
        (await rules.SettingsAsync(person.Organisation, person.Id, ct))
            .Where(one => one is { For: not null, Act: RuleAct.Silence }).Select(one => one.Rule).ToHashSet(StringComparer.Ordinal);

    private static RuleBook Under(RuleBook book, IEnumerable<RuleSetting> settings, string layer)
    {
        // A rule that is gone from the program, or weighs less by now, needs no setting any more.
        RuleChange[] changes =
        [
            .. from setting in settings
               where setting.Act != RuleAct.Restore
               let rule = book.Rules.FirstOrDefault(rule => rule.Key == setting.Rule)
               where rule is not null && (setting.Act == RuleAct.Silence || setting.Level > rule.Level)
               select new RuleChange(setting.Rule, setting.Act == RuleAct.Silence ? null : setting.Level, setting.Reason, 1, 1),
        ];
        return changes.Length == 0 ? book : book.With(new RuleLayer { Name = layer, FileName = layer, Changes = changes });
    }

    private static string VersionOf(IEnumerable<RuleSetting> settings, IEnumerable<Office> offices)
    {
        var key = new StringBuilder(_program);
        foreach (RuleSetting setting in settings.Where(one => one.Act != RuleAct.Restore))
        {
            key.Append('\n').Append(setting.For).Append('\t').Append(setting.Rule).Append('\t').Append(setting.Number);
        }

        foreach (Office office in offices)
        {
            key.Append('\n').Append(office.Id).Append('\t').Append(office.Parent).Append('\t').Append(office.Name);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())).AsSpan(0, 16));
    }
}
