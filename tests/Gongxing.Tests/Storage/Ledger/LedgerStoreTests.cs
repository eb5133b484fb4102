using System.Data.Common;
using Dapper;
using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.Materials;
using Gongxing.Text;

namespace Gongxing.Tests.Storage.Ledger;

public abstract class LedgerStoreTests(TestServer server) : LedgerTests(server)
{
    [Fact]
    public async Task An_item_is_found_as_it_was_left()
    {
        LedgerItem item = await ProposedAsync();
        item.Confirm(Clerk, "与原文一致", Clock.GetUtcNow());
        item.Note(Owner with { Roles = Roles.Owner }, "“知道了”\n𠮷\t😀", Clock.GetUtcNow());
        await Ledger.AppendAsync(item, "");

        LedgerItem found = (await Ledger.FindAsync(Organisation, item.Id))!;

        Assert.Equal(LedgerState.Confirmed, found.State);
        Assert.Equal(item.Entries.Select(Look), found.Entries.Select(Look));
        Assert.Equal("2023-0001", found.Number);
        Assert.Null(await Ledger.FindAsync(OrganisationId.New(), item.Id));

        static object Look(LedgerEntry entry) =>
            (entry.Number, entry.Act, entry.By, entry.At, entry.Note, LedgerJson.Write(entry.Detail));
    }

    [Fact]
    public async Task Many_are_proposed_all_or_none_and_numbered_within_their_year()
    {
        Proposal[] good = [Proposal("一"), Proposal("二") with { Year = 2024 }, Proposal("三")];
        Proposal[] bad = [Proposal("四"), Proposal(" ")];

        IReadOnlyList<LedgerItemId> made = await Ledger.ProposeManyAsync(good, true, Clerk, "f", Clock.GetUtcNow());
        await Assert.ThrowsAsync<RefusedException>(
            () => Ledger.ProposeManyAsync(bad, true, Clerk, "g", Clock.GetUtcNow()));

        LedgerItem[] items =
            await Task.WhenAll(made.Select(async id => (await Ledger.FindAsync(Organisation, id))!));
        Assert.Equal(["2023-0001", "2024-0001", "2023-0002"], items.Select(item => item.Number));
        Assert.All(items, item => Assert.Equal(LedgerState.Confirmed, item.State));
        Assert.Equal(6, await CountAsync("select count(*) from ledger_entry"));
    }

    [Fact]
    public async Task A_form_that_is_sent_again_does_nothing_again()
    {
        IReadOnlyList<LedgerItemId> first = await Ledger.ProposeManyAsync(
            [Proposal("一"), Proposal("二")], false, Clerk, "f", Clock.GetUtcNow());
        IReadOnlyList<LedgerItemId> again = await Ledger.ProposeManyAsync(
            [Proposal("一"), Proposal("二")], false, Clerk, "f", Clock.GetUtcNow());

        LedgerItem item = (await Ledger.FindAsync(Organisation, first[0]))!;
        item.Note(Clerk, "已电话联系", Clock.GetUtcNow());
        LedgerItem same = (await Ledger.FindAsync(Organisation, first[0]))!;
        same.Note(Clerk, "已电话联系", Clock.GetUtcNow());

        Assert.Equal(first, again);
        Assert.True(await Ledger.AppendAsync(item, "n"));
        Assert.False(await Ledger.AppendAsync(same, "n"));
        Assert.False(await Ledger.WasSentAsync(Organisation, "forged\0"));
        Assert.True(await Ledger.WasSentAsync(Organisation, "n"));
        Assert.False(await Ledger.WasSentAsync(Organisation, "other"));
        Assert.Equal(3, await CountAsync("select count(*) from ledger_entry"));
    }

    [Fact]
    public async Task A_finding_of_a_material_goes_into_the_ledger_once_until_its_item_is_voided()
    {
        MaterialId material = await AddMaterialAsync();
        Proposal proposal = Proposal("一") with { Source = new MaterialSource(material, 1, "F1", new TextSpan(10, 20)) };
        LedgerItemId id = Assert.Single(await Ledger.ProposeManyAsync([proposal], false, Clerk, "", Clock.GetUtcNow()));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Ledger.ProposeManyAsync(
            [proposal with { Source = new MaterialSource(material, 2, "F2", new TextSpan(29, 5)) }], false, Clerk, "",
                Clock.GetUtcNow()));

        Assert.Equal(Refusal.SomebodyWasFirst, refused.Reason);
        Assert.Equal([new TextSpan(10, 20)], await Ledger.KnownFindingsAsync(Organisation, material));

        LedgerItem item = (await Ledger.FindAsync(Organisation, id))!;
        item.RequestVoid(Clerk, "取错了", Clock.GetUtcNow());
        item.Void(Verifier, "属实", Clock.GetUtcNow());
        await Ledger.AppendAsync(item, "");
        Assert.Empty(await Ledger.KnownFindingsAsync(Organisation, material));
    }

    [Fact]
    public async Task Of_two_people_acting_on_the_same_state_the_second_is_refused_and_can_be_told_what_happened()
    {
        LedgerItem item = await ProposedAsync();
        LedgerItem seenByOther = (await Ledger.FindAsync(Organisation, item.Id))!;
        int seen = seenByOther.Entries.Count;
        item.Confirm(Clerk, "", Clock.GetUtcNow());
        seenByOther.Confirm(Everybody[7], "", Clock.GetUtcNow());

        await Ledger.AppendAsync(item, "");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Ledger.AppendAsync(seenByOther, ""));

        Assert.Equal(Refusal.SomebodyWasFirst, refused.Reason);
        LedgerEntry happened = Assert.Single((await Ledger.FindAsync(Organisation, item.Id))!.Since(seen));
        Assert.Equal((LedgerAct.Confirm, Clerk.Name), (happened.Act, happened.By.Name));
    }

    [Fact]
    public async Task Of_fifty_racing_pairs_exactly_one_of_each_wins()
    {
        IReadOnlyList<LedgerItemId> ids = await Ledger.ProposeManyAsync(
            [.. Enumerable.Range(0, 50).Select(i => Proposal($"问题{i}"))], false, Clerk, "", Clock.GetUtcNow());

        bool[][] won = await Task.WhenAll(
            ids.Select(id => Task.WhenAll(ConfirmAsync(id, Clerk), ConfirmAsync(id, Everybody[7]))));

        Assert.All(won, pair => Assert.Single(pair, wins => wins));
        Assert.Equal(100, await CountAsync("select count(*) from ledger_entry"));
        Assert.Equal(100, await CountAsync("select sequence from ledger_head"));

        async Task<bool> ConfirmAsync(LedgerItemId id, Person by)
        {
            LedgerItem item = (await Ledger.FindAsync(Organisation, id))!;
            if (item.WhyNot(LedgerAct.Confirm, by).Count > 0)
            {
                return false;
            }

            item.Confirm(by, "", Clock.GetUtcNow());
            try
            {
                return await Ledger.AppendAsync(item, "");
            }
            catch (RefusedException e) when (e.Reason is Refusal.SomebodyWasFirst)
            {
                return false;
            }
        }
    }

    // Another entry of the organisation with the same form.
    private const string ColumnsOfAnother =
        "organisation, item, number + 1, sequence + 1, act, actor, actor_name, at, note, form, detail, previous, hash";

    [Fact]
    public async Task The_history_cannot_be_changed_removed_or_replaced()
    {
        LedgerItem proposed = await ProposedAsync();
        proposed.Confirm(Clerk, "", Clock.GetUtcNow());
        await Ledger.AppendAsync(proposed, "form-1");
        List<string> changes =
        [
            "update ledger_entry set note = 'x'",
            "delete from ledger_entry",
            Server == TestServer.Sqlite
                ? "insert or replace into ledger_entry select * from ledger_entry"
                : "truncate ledger_entry",
            Server == TestServer.Sqlite
                ? $"insert or replace into ledger_entry select {ColumnsOfAnother} from ledger_entry where form <> ''"
                : "delete from ledger_entry where form <> ''",
        ];

        foreach (string change in changes)
        {
            await Assert.ThrowsAnyAsync<DbException>(
                () => Database.WriteAsync(
                    (connection, transaction) => connection.ExecuteAsync(change, transaction: transaction)));
        }

        Assert.Equal(2, await CountAsync("select count(*) from ledger_entry where note = ''"));
    }

    [Fact]
    public async Task The_rows_for_lists_are_what_the_history_gives()
    {
        await RandomItemsAsync(25, seed: 1);
        string[] before = await RowsAsync();

        Assert.Equal(25, await Ledger.RebuildAsync(Organisation));

        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task Two_organisations_know_nothing_of_each_other()
    {
        LedgerItem mine = await ProposedAsync();
        OrganisationId other = OrganisationId.New();
        await Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            """
            insert into organisation (id, name, settings, made_at) values (@other, '乙', '', @at);
            insert into data_version (organisation, version) values (@other, 0);
            """,
            new { other, at = Clock.GetUtcNow() },
            transaction));

        LedgerItemId theirs = Assert.Single(
            await Ledger.ProposeManyAsync(
                [Proposal("一")], false, Clerk with { Organisation = other }, "f", Clock.GetUtcNow()));

        Assert.Equal("2023-0001", (await Ledger.FindAsync(other, theirs))!.Number);
        Assert.Null(await Ledger.FindAsync(other, mine.Id));
        Assert.False(await Ledger.WasSentAsync(Organisation, "f/000000"));
        Assert.Equal(1, await CountAsync($"select sequence from ledger_head where organisation = '{other}'"));
    }

    private async Task<MaterialId> AddMaterialAsync()
    {
        Person uploader = await AddPersonAsync("上传人", Roles.Clerk);
        var id = MaterialId.New();
        await new MaterialStore(Database).AddAsync(new Material
        {
            Organisation = Organisation,
            Id = id,
            Office = uploader.Office,
            Uploader = uploader.Id,
            FileName = "材料.docx",
            Sha256 = new string('a', 64),
            Size = 1,
            MediaType = "text/plain",
            UploadedAt = Clock.GetUtcNow(),
            Series = id,
        });
        return id;
    }

    private async Task<long> CountAsync(string sql)
    {
        await using DbConnection connection = await Database.OpenAsync();
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    private async Task<string[]> RowsAsync()
    {
        await using DbConnection connection = await Database.OpenAsync();
        List<string> rows = [];
        foreach (string sql in new[]
        {
            "select * from ledger_item order by id",
            "select * from ledger_part order by item, person",
            "select * from search_text order by subject",
        })
        {
            rows.AddRange(
                (await connection.QueryAsync(sql)).Select(row => string.Join('|', (IDictionary<string, object>)row)));
        }

        return [.. rows];
    }
}

public sealed class SqliteLedgerStoreTests() : LedgerStoreTests(TestServer.Sqlite);

public sealed class PostgresLedgerStoreTests() : LedgerStoreTests(TestServer.Postgres);
