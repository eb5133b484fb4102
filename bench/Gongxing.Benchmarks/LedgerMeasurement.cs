using System.Diagnostics;
using Dapper;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.People;
using Gongxing.Storage.Search;

namespace Gongxing.Benchmarks;

/// <summary>What pages of a large ledger take on either database, for somebody who sees all of it and for somebody who sees little.</summary>
/// <remarks>
/// <c>ledger ITEMS [CONNECTION]</c>: SQLite in a folder of its own, or an empty PostgreSQL database. The items are put up through
/// the store; how far each has come is then written into the list at random, for which a hundred thousand histories would take too long.
/// </remarks>
internal static class LedgerMeasurement
{
    private const int OfficeCount = 40;
    private const int OwnerCount = 200;
    private const int Batch = 1000;
    private const int Runs = 60;

    private static readonly DateOnly s_today = new(2025, 6, 30);
    private static readonly string[] s_aspects = ["理论学习", "调查研究", "联系群众", "工作落实", "廉洁自律"];

    public static async Task RunAsync(string[] args)
    {
        int items = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 100_000;
        string folder = Directory.CreateTempSubdirectory("gongxing-ledger-").FullName;
        try
        {
            await using Database database = Database.Create(args.ElementAtOrDefault(1), folder);
            await database.MigrateAsync();
            (Person head, Person owner) = await FillAsync(database, items);
            await MeasureAsync(database, "who sees all of it", head);
            await MeasureAsync(database, "an owner in one office", owner);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(Person Head, Person Owner)> FillAsync(Database database, int items)
    {
        var people = new PeopleStore(database, TimeProvider.System);
        Person administrator = await people.FoundAsync("县委办", "admin", "管理员", "hash");
        Office top = (await people.OfficesAsync(administrator.Organisation)).Single();
        Person head = await AddAsync("领导", Roles.Head | Roles.Clerk | Roles.Verifier, top.Id);
        var offices = new List<Office>();
        var owners = new List<Person>();
        for (int i = 0; i < OfficeCount; i++)
        {
            offices.Add(await people.AddOfficeAsync(administrator.Organisation, $"第{i + 1}科", top.Id, administrator.Id));
        }

        for (int i = 0; i < OwnerCount; i++)
        {
            owners.Add(await AddAsync($"责任人{i + 1}", Roles.Owner, offices[i % OfficeCount].Id));
        }

        var ledger = new LedgerStore(database);
        var random = new Random(1);
        long started = Stopwatch.GetTimestamp();
        for (int made = 0; made < items; made += Batch)
        {
            Proposal[] proposals =
            [
                .. Enumerable.Range(made, Math.Min(Batch, items - made))
                    .Select(number => Proposal(number, offices, owners, random)),
            ];
            await ledger.ProposeManyAsync(proposals, areConfirmed: true, head, "", TimeProvider.System.GetUtcNow());
        }

        await database.WriteAsync(administrator.Organisation, (connection, transaction) => connection.ExecuteAsync(
            """
            update ledger_item set
                state = case when serial % 10 < 6 then 'Closed' when serial % 10 < 9 then 'InProgress' else 'Confirmed' end,
                is_open = case when serial % 10 < 6 then 0 else 1 end,
                to_verify = case when serial % 50 = 7 then 1 else 0 end
            """,
            transaction: transaction));
        Console.WriteLine($"{items} items put up in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        return (head, owners[3]);

        async Task<Person> AddAsync(string name, Roles roles, OfficeId office)
        {
            var person = new Person(administrator.Organisation, PersonId.New(), name, name, office, "", roles, IsActive: true);
            await people.AddAsync(person, "hash", mustChangePassword: false, administrator.Id);
            return person;
        }
    }

    private static Proposal Proposal(int number, List<Office> offices, List<Person> owners, Random random)
    {
        Person owner = owners[random.Next(owners.Count)];
        string aspect = s_aspects[random.Next(s_aspects.Length)];
        return new Proposal
        {
            Year = random.Next(2019, 2026),
            Title = $"{aspect}上办法不多，第{number}条",
            Text = $"{aspect}上办法不多，今年只下去了{random.Next(1, 9)}次，{(random.Next(50) == 0 ? "台账没有人管" : "回来没有记录")}。",
            Aspect = aspect,
            Office = NamedOffice.Of(offices.Single(office => office.Id == owner.Office)),
            Owner = NamedPerson.Of(owner),
            Due = s_today.AddDays(random.Next(-900, 300)),
            Measures = [new ProposedMeasure("每月蹲点不少于两天", null)],
        };
    }

    private static async Task MeasureAsync(Database database, string who, Person reader)
    {
        Console.WriteLine($"\n{who}");
        var lists = new LedgerListStore(database);
        LedgerPlace? from = null;
        for (int i = 0; i < 20; i++)
        {
            from = (await lists.ListAsync(reader, new LedgerFilter(), s_today, from, size: 100)).After ?? from;
        }

        await PrintAsync("the first page, counted anew", () => new LedgerListStore(database).ListAsync(reader, new LedgerFilter(), s_today));
        await PrintAsync("the first page", () => lists.ListAsync(reader, new LedgerFilter(), s_today));
        await PrintAsync("a page further on", () => lists.ListAsync(reader, new LedgerFilter(), s_today, from));
        await PrintAsync("by number", () => lists.ListAsync(reader, new LedgerFilter { Sort = LedgerSort.Number }, s_today));
        await PrintAsync("overdue", () => lists.ListAsync(reader, new LedgerFilter { Timing = LedgerTiming.Overdue }, s_today));
        await PrintAsync(
            "an aspect of a year", () => lists.ListAsync(reader, new LedgerFilter { Aspect = s_aspects[1], Year = 2023 }, s_today));
        await PrintAsync("with rare words", () => lists.ListAsync(reader, new LedgerFilter { Words = "台账" }, s_today));
        await PrintAsync("the workbench, counted anew", () => new WorkbenchStore(database).ReadAsync(reader, s_today));
        var workbench = new WorkbenchStore(database);
        await PrintAsync("the workbench", () => workbench.ReadAsync(reader, s_today));
        await PrintAsync("search, two characters", () => new SearchStore(database).FindAsync(reader, "台账", null, null, 50));
    }

    private static async Task PrintAsync(string what, Func<Task> act)
    {
        await act();
        double[] took = new double[Runs];
        for (int i = 0; i < Runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await act();
            took[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        DuplicateTable.Print(what, $"{DuplicateTable.Percentiles(took)}");
    }
}
