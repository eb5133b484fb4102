using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.Ledger;
using Gongxing.Tests.Core.Ledger;

namespace Gongxing.Tests.Storage.Ledger;

public abstract class WorkbenchStoreTests(TestServer server) : LedgerTests(server)
{
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
                && (item.PartOf(me.Id) & (Part.Owner | Part.Helper)) != Part.None);
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

public sealed class SqliteWorkbenchStoreTests() : WorkbenchStoreTests(TestServer.Sqlite);

public sealed class PostgresWorkbenchStoreTests() : WorkbenchStoreTests(TestServer.Postgres);
