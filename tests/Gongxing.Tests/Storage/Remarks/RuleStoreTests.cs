using System.Data.Common;
using Dapper;
using Gongxing.Core;
using Gongxing.Core.People;
using Gongxing.Core.Remarks;
using Gongxing.Storage.Remarks;

namespace Gongxing.Tests.Storage.Remarks;

public abstract class RuleStoreTests(TestServer server) : FoundedStoreTests(server)
{
    private RuleStore Rules => new(Database);

    [Fact]
    public async Task The_newest_setting_of_a_rule_is_in_force_for_everybody_and_a_personal_one_for_its_person()
    {
        Person clerk = await AddPersonAsync("经办", Roles.Clerk);
        Person author = await AddPersonAsync("撰写", Roles.Author);
        RuleSetting silenced = Setting("C05", null, RuleAct.Silence, null, null);
        RuleSetting restored = Setting("C05", silenced, RuleAct.Restore, null, null);
        RuleSetting lowered = Setting("C14", null, RuleAct.Lower, RemarkLevel.Info, author.Id);
        await Rules.SetAsync(Organisation, silenced);
        await Rules.SetAsync(Organisation, restored);
        await Rules.SetAsync(Organisation, lowered);

        Assert.Equal([restored], await Rules.SettingsAsync(Organisation, null));
        Assert.Equal([restored], await Rules.SettingsAsync(Organisation, clerk.Id));
        Assert.Equal([restored, lowered], await Rules.SettingsAsync(Organisation, author.Id));
        Assert.Empty(await Rules.SettingsAsync(OrganisationId.New(), author.Id));
    }

    [Fact]
    public async Task Of_two_settings_after_the_same_one_the_second_is_refused_and_none_is_ever_changed()
    {
        RuleSetting silenced = Setting("C05", null, RuleAct.Silence, null, null);
        await Rules.SetAsync(Organisation, silenced);

        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => Rules.SetAsync(Organisation, silenced));
        Assert.Equal(Refusal.SomebodyWasFirst, refused.Reason);
        await Assert.ThrowsAnyAsync<DbException>(() => Database.WriteAsync(
            Organisation,
            (connection, transaction) => connection.ExecuteAsync("delete from rule_setting", null, transaction)));
        Assert.Equal([silenced], await Rules.SettingsAsync(Organisation, null));
    }

    private RuleSetting Setting(string rule, RuleSetting? last, RuleAct act, RemarkLevel? to, PersonId? person) =>
        RuleSetting.After(last, rule, RemarkLevel.Ask, person, act, to, "本单位不适用", Administrator.Id, Clock.GetUtcNow());
}

public sealed class SqliteRuleStoreTests() : RuleStoreTests(TestServer.Sqlite);

public sealed class PostgresRuleStoreTests() : RuleStoreTests(TestServer.Postgres);
