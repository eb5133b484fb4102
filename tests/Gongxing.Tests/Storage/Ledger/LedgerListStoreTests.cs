using System.Data.Common;
using Dapper;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.Search;
using Gongxing.Tests.Core.Ledger;

namespace Gongxing.Tests.Storage.Ledger;

public abstract class LedgerListStoreTests(TestServer server) : LedgerTests(server)
{
    private LedgerListStore Lists => new(Database);

    [Fact]
    public async Task Lists_counts_and_search_show_each_person_just_what_the_domain_lets_them_see()
    {
        IReadOnlyList<LedgerItem> items = await RandomItemsAsync(40, seed: 2);

        foreach (Person reader in Everybody)
        {
            LedgerItemId[] seen =
            [
                .. items.Where(item => item.WhyNotRead(reader, Offices) is null)
                    .Select(item => item.Id).OrderBy(id => id.Value),
            ];

            LedgerPage page = await Lists.ListAsync(reader, new LedgerFilter(), Cast.Today, size: 100);
            var found = await new SearchStore(Database).FindAsync(reader, "聊家常", SearchKind.Item, null, 100);

            Assert.Equal(seen, page.Lines.Select(line => line.Id).OrderBy(id => id.Value));
            Assert.Equal(seen.Length, page.Count);
            Assert.Equal(seen.Select(id => $"{id}").Order(StringComparer.Ordinal),
                found.Select(hit => hit.Subject).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_filter_finds_just_what_it_says()
    {
        IReadOnlyList<LedgerItem> items = await RandomItemsAsync(40, seed: 3);
        Person reader = Everybody[7];
        DateOnly today = Cast.Due.AddDays(20);
        (LedgerFilter Filter, Func<LedgerItem, bool> Fits)[] filters =
        [
            (new() { State = LedgerState.InProgress }, item => item.State is LedgerState.InProgress),
            (new() { Timing = LedgerTiming.Open }, item => item.IsOpen),
            (new() { Timing = LedgerTiming.Overdue }, item => item.IsOverdue(today)),
            (new() { Timing = LedgerTiming.DueSoon }, item => item.IsDueSoon(today)),
            (new() { Timing = LedgerTiming.Stalled },
                item => item.IsStalled(new DateTimeOffset(today, default, default))),
            (new() { Office = Below.Id }, item => item.Office.Id == Below.Id),
            (new() { Owner = Owner.Id }, item => item.Owner?.Id == Owner.Id),
            (new() { Aspect = "廉洁自律", Year = 2022 }, item => item.Proposal is { Aspect: "廉洁自律", Year: 2022 }),
            (new() { DueFrom = today, DueTo = today.AddDays(9) },
                item => item.Due >= today && item.Due <= today.AddDays(9)),
            (new() { Words = "问题3" }, item => item.Title.Contains("问题3", StringComparison.Ordinal)),
            (new() { Words = "聊家常 7" }, item => item.Title.Contains('7', StringComparison.Ordinal)),
            (new() { Words = "2022-0002" }, item => item.Number == "2022-0002"),
            (new() { Words = "没有的词" }, _ => false),
        ];

        foreach ((LedgerFilter filter, Func<LedgerItem, bool> fits) in filters)
        {
            LedgerPage page = await Lists.ListAsync(reader, filter, today, size: 100);

            Assert.Equal(
                items.Where(item => item.WhyNotRead(reader, Offices) is null && fits(item))
                    .Select(item => item.Number).Order(StringComparer.Ordinal),
                page.Lines.Select(line => line.Number).Order(StringComparer.Ordinal));
            Assert.Equal(page.Lines.Count, page.Count);
        }
    }

    [Theory]
    [InlineData(LedgerSort.Due)]
    [InlineData(LedgerSort.Number)]
    public async Task Page_after_page_and_back_shows_everything_once_in_order(LedgerSort sort)
    {
        await RandomItemsAsync(23, seed: 4);
        var filter = new LedgerFilter { Sort = sort };
        List<string> forwards = [];
        List<string> backwards = [];

        LedgerPage page = await Lists.ListAsync(Everybody[7], filter, Cast.Today, size: 5);
        Assert.Null(page.Before);
        forwards.AddRange(page.Lines.Select(line => line.Number));
        while (page.After is { } after)
        {
            page = await Lists.ListAsync(Everybody[7], filter, Cast.Today, LedgerPlace.Parse($"{after}"), size: 5);
            forwards.AddRange(page.Lines.Select(line => line.Number));
        }

        backwards.AddRange(page.Lines.Select(line => line.Number));
        while (page.Before is { } before)
        {
            page = await Lists.ListAsync(Everybody[7], filter, Cast.Today, before, isBackwards: true, size: 5);
            backwards.InsertRange(0, page.Lines.Select(line => line.Number));
        }

        LedgerPage all = await Lists.ListAsync(Everybody[7], filter, Cast.Today, size: 100);
        Assert.Equal(all.Lines.Select(line => line.Number), forwards);
        Assert.Equal(forwards, backwards);
        Assert.Equal(23, all.Count);
        Assert.Equal(
            sort is LedgerSort.Due
                ? all.Lines.OrderBy(line => line.Due ?? DateOnly.MaxValue)
                    .ThenBy(line => line.Number, StringComparer.Ordinal)
                : all.Lines.OrderBy(line => line.Number, StringComparer.Ordinal),
            all.Lines);
    }

    [Fact]
    public async Task A_figure_that_is_kept_is_right_after_the_next_write()
    {
        LedgerListStore lists = Lists;
        await ProposedAsync();
        Assert.Equal(1, await lists.CountAsync(Clerk, new LedgerFilter(), Cast.Today));
        Assert.Equal(["工作作风"], (await lists.ChoicesAsync(Clerk)).Aspects);

        await Ledger.ProposeManyAsync(
            [Proposal("会多文多") with { Aspect = "担当作为", Year = 2024 }], false, Clerk, "", Clock.GetUtcNow());

        Assert.Equal(2, await lists.CountAsync(Clerk, new LedgerFilter(), Cast.Today));
        (IReadOnlyList<string> aspects, IReadOnlyList<int> years) = await lists.ChoicesAsync(Clerk);
        Assert.Equal(["工作作风", "担当作为"], aspects);
        Assert.Equal([2024, 2023], years);
    }

    [Fact]
    public async Task A_line_shows_where_the_item_stands()
    {
        IReadOnlyList<LedgerItem> items = await RandomItemsAsync(25, seed: 5);
        LedgerPage page = await Lists.ListAsync(Everybody[7], new LedgerFilter(), Cast.Today, size: 100);

        foreach (LedgerItem item in items)
        {
            LedgerLine line = Assert.Single(page.Lines, line => line.Id == item.Id);
            Assert.Equal(
                (item.Number, item.Title, item.State, item.Level, item.Due, item.Owner?.Id, item.IsAccepted,
                    item.LastProgress),
                (line.Number, line.Title, line.State, line.Level, line.Due, line.Owner, line.IsAccepted,
                    line.ProgressedAt));
            Assert.Equal(
                (item.LiveMeasures.Count(), item.ToVerify.Count(), item.Extensions, item.Reopenings, item.Office.Name),
                (line.Measures, line.ToVerify, line.Extensions, line.Reopenings, line.OfficeName));
            Assert.True(line.Verified + line.ToVerify <= line.Measures);
        }
    }
}

public sealed class PostgresLedgerListStoreTests() : LedgerListStoreTests(TestServer.Postgres)
{
    [Theory]
    [InlineData(LedgerSort.Due, false, "ledger_item_due", "ROW(due, year, serial) > ROW(")]
    [InlineData(LedgerSort.Due, true, "ledger_item_open", "ROW(due, year, serial) > ROW(")]
    [InlineData(LedgerSort.Number, false, "ledger_item_by_number", "ROW(year, serial) > ROW(")]
    public async Task The_plain_list_can_walk_an_index_from_where_the_page_before_ended(
        LedgerSort sort, bool isOpen, string index, string from)
    {
        var lists = new LedgerListStore(Database);
        var filter = new LedgerFilter { Sort = sort, Timing = isOpen ? LedgerTiming.Open : null };
        DynamicParameters parameters = VisibleItems.For(Verifier);
        string rows = lists.Rows(Verifier, filter, Cast.Today, parameters);
        parameters.AddDynamicParams(new { fromDue = Cast.Today, fromYear = 2023, fromSerial = 1, size = 51 });
        await using DbConnection connection = await Database.OpenAsync();

        // An empty table is read through, unless that is made dear.
        await connection.ExecuteAsync("set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off");
        string[] steps =
        [
            .. await connection.QueryAsync<string>(
                "explain " + LedgerListStore.PageSql(rows, sort, isFirst: false, isBackwards: false), parameters),
        ];

        int walk = Array.FindIndex(steps, step => step.Contains($"Index Only Scan using {index} on ledger_item i", StringComparison.Ordinal));
        Assert.True(walk >= 0, string.Join('\n', steps));
        Assert.Contains(from, steps[walk + 1], StringComparison.Ordinal);
        Assert.True(steps.Count(step => step.Contains("Sort Key", StringComparison.Ordinal)) <= 1, string.Join('\n', steps));
    }
}

public sealed class SqliteLedgerListStoreTests() : LedgerListStoreTests(TestServer.Sqlite)
{
    [Theory]
    [InlineData(LedgerSort.Due, false)]
    [InlineData(LedgerSort.Due, true)]
    [InlineData(LedgerSort.Number, false)]
    public async Task The_plain_list_walks_an_index_and_sorts_no_more_than_one_page(LedgerSort sort, bool isOpen)
    {
        var lists = new LedgerListStore(Database);
        var filter = new LedgerFilter { Sort = sort, Timing = isOpen ? LedgerTiming.Open : null };
        DynamicParameters parameters = VisibleItems.For(Verifier);
        string rows = lists.Rows(Verifier, filter, Cast.Today, parameters);
        parameters.AddDynamicParams(new { fromDue = Cast.Today, fromYear = 2023, fromSerial = 1, size = 51 });
        await using DbConnection connection = await Database.OpenAsync();

        var steps = await connection.QueryAsync<(long Id, long Parent, long Unused, string Detail)>(
            "explain query plan " + LedgerListStore.PageSql(rows, sort, isFirst: false, isBackwards: false),
            parameters);

        string[] page = [.. steps.Select(step => step.Detail)];
        Assert.Contains(page, step => step.StartsWith("SEARCH i USING COVERING INDEX", StringComparison.Ordinal));
        Assert.Contains("SEARCH l USING INDEX sqlite_autoindex_ledger_item_1 (organisation=? AND id=?)", page);
        Assert.DoesNotContain(page, step => step.StartsWith("SCAN i", StringComparison.Ordinal));
        Assert.True(page.Count(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal)) <= 1,
            string.Join('\n', page));
    }
}
