using Dapper;
using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.Ledger;
using Gongxing.Tests.Core.Ledger;

namespace Gongxing.Tests.Storage.Ledger;

/// <summary>
/// A store test with the people of the ledger in two offices, one under the other, and items as it needs them.
/// </summary>
public abstract class LedgerTests(TestServer server) : FoundedStoreTests(server)
{
    private static readonly LedgerAct[] Acts = [.. Enum.GetValues<LedgerAct>().Except([LedgerAct.Propose])];

    private static readonly LedgerAct[] Ordinary =
        [LedgerAct.Confirm, LedgerAct.Plan, LedgerAct.Accept, LedgerAct.Report, LedgerAct.VerifyMeasure,
            LedgerAct.RequestClosure, LedgerAct.Close];

    protected LedgerStore Ledger { get; private set; } = null!;

    protected Office Top { get; private set; } = null!;

    protected Office Below { get; private set; } = null!;

    protected Person Clerk { get; private set; } = null!;

    protected Person Owner { get; private set; } = null!;

    protected Person Verifier { get; private set; } = null!;

    protected IReadOnlyList<Person> Everybody { get; private set; } = [];

    protected OfficeTree Offices => new([Top, Below]);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Ledger = new LedgerStore(Database);
        Top = (await People.OfficesAsync(Organisation)).Single();
        Below = await AddOfficeAsync("综合科");
        Clerk = Somebody("经办人甲", Roles.Clerk, Below);
        Owner = Somebody("责任人丙", Roles.Owner, Below);
        Verifier = Somebody("核验人庚", Roles.Verifier, Top);
        Everybody =
        [
            Clerk, Owner, Verifier,
            Somebody("撰写人乙", Roles.Author, Below),
            Somebody("协办人丁", Roles.Owner | Roles.Verifier, Top),
            Somebody("科室领导戊", Roles.Head, Below),
            Somebody("领导己", Roles.Head | Roles.Verifier, Top),
            Somebody("领导兼经办辛", Roles.Clerk | Roles.Head, Top),
            Administrator,
        ];
    }

    protected Proposal Proposal(string title, Person? subject = null) => new()
    {
        Year = 2023,
        Title = title,
        Text = $"{title}，与群众聊家常少。",
        Aspect = "工作作风",
        Subject = subject is null ? null : NamedPerson.Of(subject),
        Office = NamedOffice.Of(Below),
        Measures = [new ProposedMeasure("每月蹲点调研不少于2天", null)],
    };

    protected async Task<LedgerItem> ProposedAsync(string title = "下乡调研次数少")
    {
        LedgerItemId id = Assert.Single(
            await Ledger.ProposeManyAsync([Proposal(title)], false, Clerk, "", Clock.GetUtcNow()));
        return (await Ledger.FindAsync(Organisation, id))!;
    }

    /// <summary>
    /// Items in all sorts of states, each brought there by acts drawn at random and stored one by one.
    /// </summary>
    protected async Task<IReadOnlyList<LedgerItem>> RandomItemsAsync(int count, int seed)
    {
        var random = new Random(seed);
        List<LedgerItem> items = [];
        for (int i = 0; i < count; i++)
        {
            Proposal proposal = Proposal($"问题{i}", Pick(Everybody)) with
            {
                Year = 2021 + random.Next(3),
                Aspect = Pick(["工作作风", "廉洁自律", ""]),
                Office = NamedOffice.Of(Pick([Top, Below])),
                Due = random.Next(3) == 0 ? null : Cast.Due.AddDays(random.Next(60)),
            };
            LedgerItemId id = Assert.Single(
                await Ledger.ProposeManyAsync([proposal], random.Next(2) == 0, Clerk, "", Clock.GetUtcNow()));
            for (int step = random.Next(30); step > 0; step--)
            {
                LedgerItem item = (await Ledger.FindAsync(Organisation, id))!;
                LedgerAct act = random.Next(4) == 0 ? Pick(Acts) : Pick(Ordinary);
                Person[] able = [.. Everybody.Where(person => item.WhyNot(act, person).Count == 0)];
                await TryAsync(item, act, able.Length > 0 ? Pick(able) : Pick(Everybody), Pick(Everybody));
            }

            items.Add((await Ledger.FindAsync(Organisation, id))!);
        }

        return items;

        T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
    }

    /// <summary>Does something to the database that the application cannot.</summary>
    protected Task TamperAsync(string sql, object? values = null) =>
        Database.WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync(
                Server == TestServer.Sqlite
                    ? """
                      drop trigger if exists ledger_entry_stays_updated;
                      drop trigger if exists ledger_entry_stays_deleted;
                      """
                    : "alter table ledger_entry disable trigger user",
                transaction: transaction);
            await connection.ExecuteAsync(sql, values, transaction);
        });

    private Person Somebody(string name, Roles roles, Office office) =>
        new(Organisation, PersonId.New(), name, name, office.Id, "", roles, IsActive: true);

    private async Task TryAsync(LedgerItem item, LedgerAct act, Person by, Person other)
    {
        try
        {
            AnyAct.Do(item, act, by, other);
        }
        catch (RefusedException)
        {
            return;
        }

        await Ledger.AppendAsync(item, "");
    }
}
