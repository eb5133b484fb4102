using System.Data.Common;
using Dapper;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.Ledger;
using Gongxing.Tests.Core.Ledger;

namespace Gongxing.Tests.Storage.Ledger;

public abstract class WorkbenchStoreTests(TestServer server) : LedgerTests(server)
{
    protected string ToKeepSql => LedgerListStore.PageSql(
        $"{VisibleItems.Rows(Clerk)} and {WorkbenchStore.ToKeep}", LedgerSort.Due, isFirst: true, isBackwards: false);

    [Fact]
    public async Task Each_list_holds_just_what_the_domain_would_let_the_person_do()
    {
        IReadOnlyList<LedgerItem> items = await RandomItemsAsync(60, seed: 6);
        DateOnly today = Cast.Due.AddDays(10);

        foreach (Person me in Everybody)
        {
            LedgerItem[] seen = [.. items.Where(item => item.WhyNotRead(me, Offices) is null)];
            Workbench bench = await new WorkbenchStore(Database).ReadAsync(me, today);

            AssertSame(bench.ToDo, item =>
                item.IsOpen && item.State > LedgerState.Confirmed && item.State is not LedgerState.ClosureRequested
                && (item.PartOf(me.Id) & (Part.Owner | Part.Helper)) != Part.None
                && !(item.IsAccepted && item.ToVerify.Any()
                    && item.LiveMeasures.All(measure => measure.State is MeasureState.Reported or MeasureState.Verified)));
            AssertSame(bench.ToKeep, item =>
                item.State is LedgerState.Proposed or LedgerState.Confirmed
                && me.Is(Roles.Clerk | Roles.Head) && Offices.IsWithin(item.Office.Id, me.Office));
            AssertSame(bench.ToVerify, item =>
                (item.Verifier is null || item.Verifier.Id == me.Id)
                && item.WhyNot(LedgerAct.VerifyMeasure, me).Count == 0 && item.ToVerify.Any());
            AssertSame(bench.ToClose, item => item.WhyNot(LedgerAct.Close, me).Count == 0);
            AssertSame(bench.ToApprove, item =>
                item.WhyNot(LedgerAct.Extend, me).Count == 0 || item.WhyNot(LedgerAct.Void, me).Count == 0);
            AssertSame(bench.Upcoming, item =>
                item.PartOf(me.Id) != Part.None && item.IsOpen && item.Due >= today
                    && item.Due <= today.AddDays(LedgerDeadlines.UpcomingDays));
            Assert.Equal(
                new LedgerFigures(
                    seen.Count(item => item.IsOpen), seen.Count(item => item.IsDueSoon(today)),
                    seen.Count(item => item.IsOverdue(today)), seen.Count(item => item.State is LedgerState.Closed)),
                bench.Figures);

            void AssertSame(WorkbenchList list, Func<LedgerItem, bool> belongs)
            {
                string[] expected = [.. seen.Where(belongs)
                    .OrderBy(item => item.Due ?? DateOnly.MaxValue)
                    .ThenBy(item => item.Number, StringComparer.Ordinal).Select(item => item.Number)];
                Assert.Equal(expected.Take(20), list.Lines.Select(line => line.Number));
                Assert.Equal(expected.Length, list.Count);
            }
        }
    }
}

public sealed class SqliteWorkbenchStoreTests() : WorkbenchStoreTests(TestServer.Sqlite)
{
    [Fact]
    public async Task What_waits_for_a_clerk_comes_out_of_its_own_index()
    {
        await using DbConnection connection = await Database.OpenAsync();
        var steps = await connection.QueryAsync<(long Id, long Parent, long Unused, string Detail)>(
            "explain query plan " + ToKeepSql, WorkbenchStore.Parameters(Clerk, Cast.Today));

        Assert.Contains(steps, step => step.Detail.Contains("COVERING INDEX ledger_item_to_plan", StringComparison.Ordinal));
    }
}

public sealed class PostgresWorkbenchStoreTests() : WorkbenchStoreTests(TestServer.Postgres)
{
    [Fact]
    public async Task What_waits_for_a_clerk_comes_out_of_its_own_index()
    {
        await using DbConnection connection = await Database.OpenAsync();

        // An empty table is read through, unless that is made dear.
        await connection.ExecuteAsync("set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off");
        IEnumerable<string> steps = await connection.QueryAsync<string>(
            "explain " + ToKeepSql, WorkbenchStore.Parameters(Clerk, Cast.Today));

        Assert.Contains(steps, step => step.Contains("Index Only Scan using ledger_item_to_plan", StringComparison.Ordinal));
    }
}
