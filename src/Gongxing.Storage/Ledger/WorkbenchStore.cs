using System.Data.Common;
using Dapper;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;

namespace Gongxing.Storage.Ledger;

/// <summary>What a person finds when they come in. The domain still has the last word when they act.</summary>
public sealed class WorkbenchStore(Database database)
{
    private const int Shown = 20;

    // With every measure reported it is for others to verify, until one comes back or all are verified.
    private const string ToDo =
        """
        i.is_open = 1 and i.state in ('Planned', 'InProgress', 'Returned', 'Reopened')
        and not (i.is_accepted = 1 and i.to_verify > 0 and i.to_verify + i.verified = i.measures)
        """;

    /// <summary>Written so that both databases see the index ledger_item_to_plan in it.</summary>
    internal const string ToKeep =
        """
        @isKeeper = 1 and i.is_open = 1 and i.state in ('Proposed', 'Confirmed')
        and i.office in (select id from within_office)
        """;

    private static readonly string ToVerify =
        $"""
        @isChecker = 1 and i.to_verify > 0 and i.state in ('InProgress', 'Returned')
        and (i.verifier is null or i.verifier = @me) and not {Have("@hands")}
        """;

    private static readonly string ToClose =
        $"""
        @isChecker = 1 and i.requested_by is not null and i.requested_by <> @me
        and not {Have("@hands")} and (i.level <> 'A' or not {Have("@certifier")})
        """;

    private static readonly string ToApprove =
        $"""
        i.pending > 0 and (
            (i.extension_by is not null and i.extension_by <> @me and ((@isHead = 1 and i.office in (select id from within_office)) or i.lead = @me)
            and not {Have("@doing")})
            or (@isChecker = 1 and i.void_by is not null and i.void_by <> @me and not {Have("@hands")}))
        """;

    private const string Upcoming = "i.is_open = 1 and i.due between @today and @upcoming";

    private readonly Versioned<long> _counts = new();

    public async Task<Workbench> ReadAsync(Person reader, DateOnly today, CancellationToken ct = default)
    {
        long version = await database.VersionAsync(reader.Organisation, ct);
        DynamicParameters parameters = Parameters(reader, today);
        await using DbConnection connection = await database.OpenAsync(ct);
        string seen = VisibleItems.Rows(reader);
        return new Workbench(
            await ListAsync(VisibleItems.Rows(reader, "@doing"), ToDo),
            await ListAsync(seen, ToKeep),
            await ListAsync(seen, ToVerify),
            await ListAsync(seen, ToClose),
            await ListAsync(seen, ToApprove),
            await ListAsync(VisibleItems.Rows(reader, "@allParts"), Upcoming),
            new LedgerFigures(
                await CountAsync(seen, "i.is_open = 1"),
                await CountAsync(seen, "i.is_open = 1 and i.due between @today and @soon"),
                await CountAsync(seen, "i.is_open = 1 and i.due < @today"),
                await CountAsync(seen, "i.is_open = 0 and i.state = 'Closed'")));

        async Task<WorkbenchList> ListAsync(string rows, string condition)
        {
            string sql = LedgerListStore.PageSql(
                $"{rows} and {condition}", LedgerSort.Due, isFirst: true, isBackwards: false);
            List<LedgerLine> lines = (await connection.QueryAsync<LedgerLine>(sql, parameters)).AsList();
            return new WorkbenchList(lines, lines.Count < Shown ? lines.Count : await CountAsync(rows, condition));
        }

        Task<long> CountAsync(string rows, string condition) => _counts.GetAsync(
            reader.Organisation,
            version,
            $"{reader.Id}|{(int)reader.Roles}|{reader.Office}|{today:O}|{rows}|{condition}",
            () => connection.ExecuteScalarAsync<long>(
                $"{VisibleItems.Within} select count(*) {rows} and {condition}", parameters));
    }

    /// <summary>The reader has one of these parts in row <c>i</c>.</summary>
    private static string Have(string parts) =>
        "(i.id in (select p.item from ledger_part p "
        + $"where p.organisation = @organisation and p.person = @me and p.part & {parts} <> 0))";

    internal static DynamicParameters Parameters(Person reader, DateOnly today)
    {
        const Part Doing = Part.Owner | Part.Helper;
        const Part Hands = Doing | Part.Subject | Part.Lead | Part.PastDoer | Part.Reporter | Part.Uploader | Part.Amender;
        DynamicParameters parameters = VisibleItems.For(reader);
        parameters.AddDynamicParams(new
        {
            doing = (long)Doing,
            hands = (long)Hands,
            certifier = (long)Part.Certifier,
            isKeeper = reader.Is(Roles.Clerk | Roles.Head) ? 1L : 0L,
            isChecker = reader.Is(Roles.Verifier | Roles.Head) ? 1L : 0L,
            isHead = reader.Is(Roles.Head) ? 1L : 0L,
            today,
            soon = today.AddDays(LedgerDeadlines.SoonDays),
            upcoming = today.AddDays(LedgerDeadlines.UpcomingDays),
            size = Shown,
        });
        return parameters;
    }
}
