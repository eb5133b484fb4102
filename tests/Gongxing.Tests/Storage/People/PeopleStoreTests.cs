using Gongxing.Core;
using Gongxing.Core.People;
using Gongxing.Storage.People;

namespace Gongxing.Tests.Storage.People;

public abstract class PeopleStoreTests(TestServer server) : FoundedStoreTests(server)
{
    [Fact]
    public async Task An_installation_is_founded_once_and_its_founder_administers_it()
    {
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(
            () => People.FoundAsync("另一个", "other", "后来者", "hash"));

        Assert.Equal(Refusal.SomebodyWasFirst, refused.Reason);
        Assert.Equal(new Organisation(Organisation, "县委办"), await People.OrganisationAsync());
        Assert.Equal([Administrator], await People.PeopleAsync(Organisation));
        Assert.True(Administrator.Is(Roles.Administrator));
        Assert.Equal("县委办", Assert.Single(await People.OfficesAsync(Organisation)).Name);
    }

    [Fact]
    public async Task A_person_is_found_as_added_and_in_no_other_organisation()
    {
        Person added = await AddPersonAsync("王敏", Roles.Clerk | Roles.Owner);

        Assert.Equal(added, await People.FindAsync(Organisation, added.Id));
        Assert.Null(await People.FindAsync(OrganisationId.New(), added.Id));
    }

    [Fact]
    public async Task A_sign_in_name_is_taken_in_any_case_and_width()
    {
        await AddPersonAsync("wang", Roles.Clerk);

        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => AddPersonAsync("ＷＡＮＧ", Roles.Clerk));

        Assert.Equal(Refusal.SignInNameTaken, refused.Reason);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        Person second = await AddPersonAsync("第二", Roles.Administrator);

        await People.ChangeAsync(Administrator with { IsActive = false }, second.Id);
        RefusedException disabled = await Assert.ThrowsAsync<RefusedException>(
            () => People.ChangeAsync(second with { IsActive = false }, second.Id));
        RefusedException changed = await Assert.ThrowsAsync<RefusedException>(
            () => People.ChangeAsync(second with { Roles = Roles.Clerk }, second.Id));

        Assert.Equal((Refusal.LastAdministrator, Refusal.LastAdministrator), (disabled.Reason, changed.Reason));
        Assert.Equal(second, await People.FindAsync(Organisation, second.Id));
    }

    [Fact]
    public async Task Two_administrators_who_disable_each_other_at_once_do_not_both_go()
    {
        Person second = await AddPersonAsync("第二", Roles.Administrator);

        Task[] both =
        [
            People.ChangeAsync(Administrator with { IsActive = false }, second.Id),
            People.ChangeAsync(second with { IsActive = false }, Administrator.Id),
        ];
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => Task.WhenAll(both));

        Assert.Equal(Refusal.LastAdministrator, refused.Reason);
        Assert.Single(await People.PeopleAsync(Organisation), person => person.IsActive);
    }

    [Fact]
    public async Task Who_loses_a_role_or_is_disabled_is_signed_out_at_once()
    {
        var sessions = new SessionStore(Database, Clock);
        Person moved = await AddPersonAsync("甲", Roles.Verifier);
        Person renamed = await AddPersonAsync("乙", Roles.Verifier);
        string token = await sessions.StartAsync(moved, "");
        string other = await sessions.StartAsync(renamed, "");

        await People.ChangeAsync(moved with { Roles = Roles.Owner }, Administrator.Id);
        await People.ChangeAsync(renamed with { Name = "丙" }, Administrator.Id);

        Assert.Null(await sessions.FindAsync(Organisation, token, TimeSpan.FromMinutes(15)));
        Assert.Equal("丙", (await sessions.FindAsync(Organisation, other, TimeSpan.FromMinutes(15)))?.Person.Name);
    }

    [Fact]
    public async Task A_change_of_post_closes_the_one_before()
    {
        Person person = await AddPersonAsync("王敏", Roles.Clerk);
        Office bureau = await AddOfficeAsync("民政局");

        Clock.Advance(TimeSpan.FromDays(30));
        await People.ChangeAsync(person with { Office = bureau.Id, Post = "局长" }, Administrator.Id);
        await People.ChangeAsync(person with { Office = bureau.Id, Post = "局长", Name = "王民" }, Administrator.Id);

        var start = DateOnly.FromDateTime(Clock.GetUtcNow().DateTime).AddDays(-30);
        Assert.Equal(
            [new Post(bureau.Id, "局长", start.AddDays(30), null), new Post(person.Office, "干部", start, start.AddDays(30))],
            await People.PostsAsync(Organisation, person.Id));
    }

    [Fact]
    public async Task Offices_are_moved_but_never_under_themselves()
    {
        Office town = await AddOfficeAsync("镇");
        Office village = await AddOfficeAsync("村", town.Id);

        await People.ChangeOfficeAsync(village with { Name = "新村", Parent = Administrator.Office }, Administrator.Id);
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(
            () => People.ChangeOfficeAsync(town with { Parent = town.Id }, Administrator.Id));

        Assert.Equal(Refusal.OfficeUnderItself, refused.Reason);
        var tree = new OfficeTree(await People.OfficesAsync(Organisation));
        Assert.Equal(village with { Name = "新村", Parent = Administrator.Office }, tree[village.Id]);
        Assert.Equal(town, tree[town.Id]);
    }

    [Fact]
    public async Task What_is_done_about_people_stands_in_the_security_log_newest_first()
    {
        Person person = await AddPersonAsync("王敏", Roles.Clerk);
        await People.ChangeAsync(person with { Roles = Roles.Clerk | Roles.Verifier }, Administrator.Id);

        IReadOnlyList<SecurityEntry> log = await new SecurityStore(Database, Clock).ListAsync(Organisation, null, 2);
        IReadOnlyList<SecurityEntry> rest = await new SecurityStore(Database, Clock).ListAsync(Organisation, log[^1].Number, 2);

        Assert.Equal([SecurityAct.PersonChanged, SecurityAct.PersonAdded], log.Select(entry => entry.Act));
        Assert.Equal("roles: Clerk → Clerk, Verifier", log[0].Detail);
        Assert.Equal((Administrator.Id, person.Id), (log[0].Actor, log[0].Subject));
        Assert.Equal(SecurityAct.Founded, Assert.Single(rest).Act);
    }
}

public sealed class SqlitePeopleStoreTests() : PeopleStoreTests(TestServer.Sqlite);

public sealed class PostgresPeopleStoreTests() : PeopleStoreTests(TestServer.Postgres);
