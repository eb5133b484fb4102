using System.Data.Common;
using Dapper;
using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Relapses;
using Gongxing.Core.Statements;
using Gongxing.Storage.Relapses;
using Gongxing.Tests.Storage.Materials;
using Gongxing.Text;

namespace Gongxing.Tests.Storage.Relapses;

public abstract class RelapseStoreTests(TestServer server) : MaterialTests(server)
{
    private RelapseStore Relapses => new(Database);

    [Fact]
    public async Task Decisions_come_back_as_they_went_in_in_their_order_and_from_no_other_material()
    {
        Material then = await AddReadAsync();
        Material now = await AddReadAsync();
        RelapseDecision refused = Decision(now, 1, RelapseAct.Refuse) with
        {
            Then = new FindingPlace(then.Id, new TextSpan(3, 9)),
            Reason = "不是\0一回事",
        };
        RelapseDecision confirmed = Decision(now, 2, RelapseAct.Confirm) with { Item = LedgerItemId.New() };
        await Relapses.DecideAsync(now, refused);
        await Relapses.DecideAsync(now, confirmed);

        Assert.Equal([refused with { Reason = "不是\uFFFD一回事" }, confirmed], await Relapses.DecisionsAsync(now));
        Assert.Empty(await Relapses.DecisionsAsync(then));
        Assert.Empty(await Relapses.DecisionsAsync(now with { Organisation = OrganisationId.New() }));
    }

    [Fact]
    public async Task Of_two_decisions_about_what_both_saw_the_second_is_refused()
    {
        Material now = await AddReadAsync();

        Task[] decisions =
            [.. Enumerable.Range(0, 4).Select(_ => Relapses.DecideAsync(now, Decision(now, 1, RelapseAct.Confirm)))];
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => Task.WhenAll(decisions));

        Assert.Equal(Refusal.SomebodyWasFirst, refused.Reason);
        Assert.Single(await Relapses.DecisionsAsync(now));
    }

    [Fact]
    public async Task A_decision_is_never_changed_and_goes_with_its_material()
    {
        Material now = await AddReadAsync();
        await Relapses.DecideAsync(now, Decision(now, 1, RelapseAct.Confirm));

        await Assert.ThrowsAnyAsync<DbException>(() => Database.WriteAsync(
            Organisation,
            (connection, transaction) => connection.ExecuteAsync(
                "update relapse_decision set act = 'Refuse'", transaction: transaction)));

        await Materials.RemoveAsync(now, Clock.GetUtcNow());
        Assert.Empty(await Relapses.DecisionsAsync(now));
    }

    [Fact]
    public async Task Beside_a_material_stand_the_newest_drafts_of_the_person_first_and_none_the_reader_may_not_see()
    {
        Person author = await AddPersonAsync("撰写人", Roles.Author);
        Person colleague = await AddPersonAsync("同事", Roles.Author);
        Material office = await AddReadAsync();
        Material own = await AddOfAsync(author);
        Material theirs = await AddOfAsync(colleague);
        Material now = await AddOfAsync(author);
        await Materials.AddAsync(NewMaterial(Clerk));

        Assert.Equal([own.Id, theirs.Id, office.Id], (await Materials.BesideAsync(Clerk, now, 9)).Select(one => one.Id));
        Assert.Equal([own.Id], (await Materials.BesideAsync(author, now, 9)).Select(one => one.Id));
        Assert.Equal([own.Id], (await Materials.BesideAsync(Clerk, now, 1)).Select(one => one.Id));
    }

    private Task<Material> AddOfAsync(Person subject) =>
        AddReadAsync(NewMaterial(Clerk, subject: subject.Id), Document.FromText(Text), NewStatement());

    private RelapseDecision Decision(Material now, int number, RelapseAct act) => new(
        number, new FindingPlace(now.Id, new TextSpan(7, 8)), null, null, act, "", Clerk.Id, Clock.GetUtcNow());
}

public sealed class SqliteRelapseStoreTests() : RelapseStoreTests(TestServer.Sqlite);

public sealed class PostgresRelapseStoreTests() : RelapseStoreTests(TestServer.Postgres);
