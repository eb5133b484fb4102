using System.Data.Common;
using System.Globalization;
using Dapper;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.Rounds;
using Gongxing.Text;

namespace Gongxing.Storage.Ledger;

/// <summary>Lists of items and how many there are, of those the reader may see.</summary>
public sealed class LedgerListStore(Database database)
{
    private const int MostWords = 8;

    private readonly Versioned<long> _counts = new();

    private readonly Versioned<(IReadOnlyList<string> Aspects, IReadOnlyList<int> Years)> _choices = new();

    /// <summary>One page, and the exact count of all pages.</summary>
    /// <param name="today">Where the office is: what is overdue follows from it.</param>
    /// <param name="from">Go on after this place, or before it when <paramref name="isBackwards"/>; null for the first
    /// page.</param>
    public async Task<LedgerPage> ListAsync(
        Person reader,
        LedgerFilter filter,
        DateOnly today,
        LedgerPlace? from = null,
        bool isBackwards = false,
        int size = 50,
        CancellationToken ct = default)
    {
        long version = await database.VersionAsync(reader.Organisation, ct);
        DynamicParameters parameters = VisibleItems.For(reader);
        string rows = Rows(reader, filter, today, parameters);
        await using DbConnection connection = await database.OpenAsync(ct);
        List<LedgerLine> lines = await LinesAsync(
            connection, rows, parameters, filter.Sort, from, isBackwards, size + 1);
        bool isMore = lines.Count > size;
        if (isMore)
        {
            lines.RemoveAt(isBackwards ? 0 : size);
        }

        bool isBefore = isBackwards ? isMore : from is not null;
        bool isAfter = isBackwards ? from is not null : isMore;
        return new LedgerPage(
            lines,
            await CountAsync(connection, reader, rows, parameters, version, $"{filter}|{today:O}"),
            isBefore && lines.Count > 0 ? lines[0].Place : null,
            isAfter && lines.Count > 0 ? lines[^1].Place : null);
    }

    /// <summary>
    /// Items of years before <paramref name="year"/> about the person of a material, of its office, or from earlier rounds of whoever
    /// holds the round it stands in, that the reader may see and that were not voided; the newest first.
    /// </summary>
    public async Task<IReadOnlyList<LedgerItemId>> EarlierAsync(
        Person reader, Material material, int year, int count, CancellationToken ct = default)
    {
        DynamicParameters parameters = VisibleItems.For(reader);
        parameters.AddDynamicParams(new
        {
            subject = $"{material.Subject}",
            isSubject = (long)Part.Subject,
            material.Office,
            material.Series,
            year,
            count,
        });
        await using DbConnection connection = await database.OpenAsync(ct);
        return
        [
            .. await connection.QueryAsync<LedgerItemId>(
                $"""
                {VisibleItems.Within}
                select i.id {VisibleItems.Rows(reader)} and i.year < @year and i.state <> 'Voided' and (i.office = @Office
                    or i.material in (
                        select m.id from material m
                        where m.organisation = @organisation and m.series in ({EarlierRounds.Series}))
                    or i.id in (
                        select s.item from ledger_part s
                        where s.organisation = @organisation and s.person = @subject and s.part & @isSubject <> 0))
                order by i.year desc, i.serial desc limit @count
                """,
                parameters),
        ];
    }

    /// <summary>How many items a filter finds.</summary>
    public async Task<long> CountAsync(
        Person reader, LedgerFilter filter, DateOnly today, CancellationToken ct = default)
    {
        long version = await database.VersionAsync(reader.Organisation, ct);
        DynamicParameters parameters = VisibleItems.For(reader);
        string rows = Rows(reader, filter, today, parameters);
        await using DbConnection connection = await database.OpenAsync(ct);
        return await CountAsync(connection, reader, rows, parameters, version, $"{filter}|{today:O}");
    }

    /// <summary>The aspects and years there are to choose from in a filter.</summary>
    public async Task<(IReadOnlyList<string> Aspects, IReadOnlyList<int> Years)> ChoicesAsync(
        Person reader, CancellationToken ct = default)
    {
        long version = await database.VersionAsync(reader.Organisation, ct);
        return await _choices.GetAsync(reader.Organisation, version, KeyOf(reader), () => FindChoicesAsync(reader, ct));
    }

    /// <summary>The ids of a page come out of an index alone; only the rows that are shown are then read.</summary>
    /// <param name="rows">As <see cref="VisibleItems.Rows(Person)"/> begins it, with more conditions.</param>
    internal static string PageSql(string rows, LedgerSort sort, bool isFirst, bool isBackwards)
    {
        string key = sort is LedgerSort.Due ? "i.due, i.year, i.serial" : "i.year, i.serial";
        string bound = sort is LedgerSort.Due ? "@fromDue, @fromYear, @fromSerial" : "@fromYear, @fromSerial";
        string order = isBackwards ? key.Replace(",", " desc,", StringComparison.Ordinal) + " desc" : key;
        return
            $"""
            {VisibleItems.Within}
            select {LedgerLineRow.Columns}
            from (
                select i.id {rows}
                {(isFirst ? "" : $"and ({key}) {(isBackwards ? "<" : ">")} ({bound})")}
                order by {order} limit @size) page
            cross join ledger_item l
            where l.organisation = @organisation and l.id = page.id
            order by {key.Replace("i.", "l.", StringComparison.Ordinal)}
            """;
    }

    /// <summary>The rows a filter finds; adds the parameters it needs.</summary>
    internal string Rows(Person reader, LedgerFilter filter, DateOnly today, DynamicParameters parameters)
    {
        List<string> terms = [VisibleItems.Rows(reader)];
        Add(filter.State is not null, "i.state = @state", new { state = $"{filter.State}" });
        Add(filter.Office is not null, "i.office = @office", new { office = filter.Office });
        Add(filter.Owner is not null, "i.owner = @owner", new { owner = filter.Owner });
        Add(!string.IsNullOrEmpty(filter.Aspect), "i.aspect = @aspect", new { aspect = filter.Aspect });
        Add(filter.Year is not null, "i.year = @year", new { year = filter.Year });
        Add(filter.Material is not null, "i.material = @material", new { material = filter.Material });
        Add(filter.DueFrom is not null, "i.due >= @dueFrom", new { dueFrom = filter.DueFrom });
        Add(filter.DueTo is not null, "i.due <= @dueTo", new { dueTo = filter.DueTo });
        switch (filter.Timing)
        {
            case LedgerTiming.Open:
                terms.Add("i.is_open = 1");
                break;
            case LedgerTiming.Overdue:
                Add(true, "i.is_open = 1 and i.due < @today", new { today });
                break;
            case LedgerTiming.DueSoon:
                Add(true, "i.is_open = 1 and i.due between @today and @soon",
                    new { today, soon = today.AddDays(LedgerDeadlines.SoonDays) });
                break;
            case LedgerTiming.Stalled:
                Add(
                    true,
                    """
                    i.is_open = 1 and i.state in ('Planned', 'InProgress', 'Returned', 'Reopened')
                    and i.progressed_at < @stalledSince
                    """,
                    new { stalledSince = today.AddDays(-LedgerDeadlines.StalledDays) });
                break;
        }

        AddWords(filter.Words ?? "", terms, parameters);
        return string.Join(" and ", terms);

        void Add(bool holds, string term, object values)
        {
            if (holds)
            {
                terms.Add(term);
                parameters.AddDynamicParams(values);
            }
        }
    }

    private void AddWords(string words, List<string> terms, DynamicParameters parameters)
    {
        if (words.Trim().Split('-') is [{ Length: 4 } year, var serial]
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int inYear)
            && int.TryParse(serial, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            terms.Add("i.year = @wordYear and i.serial = @wordSerial");
            parameters.AddDynamicParams(new { wordYear = inYear, wordSerial = number });
            return;
        }

        SearchQuery query = SearchQuery.Parse(words);
        string[] all = [.. query.Words.Concat(query.SingleCharacters).Take(MostWords)];
        terms.AddRange(all.Select((word, i) => database.Search.SubjectHolds("i.id", word, $"@word{i}", parameters)));
    }

    private async Task<(IReadOnlyList<string> Aspects, IReadOnlyList<int> Years)> FindChoicesAsync(
        Person reader, CancellationToken ct)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var pairs = await connection.QueryAsync<(string Aspect, long Year)>(
            $"{VisibleItems.Within} select distinct i.aspect, i.year {VisibleItems.Rows(reader)}",
            VisibleItems.For(reader));
        return (
            [.. pairs.Select(pair => pair.Aspect).Where(name => name != "").Distinct().Order(StringComparer.Ordinal)],
            [.. pairs.Select(pair => (int)pair.Year).Distinct().OrderDescending()]);
    }

    private static async Task<List<LedgerLine>> LinesAsync(
        DbConnection connection,
        string rows,
        DynamicParameters parameters,
        LedgerSort sort,
        LedgerPlace? from,
        bool isBackwards,
        int size)
    {
        parameters.AddDynamicParams(new
        {
            fromDue = from?.Due ?? LedgerProjection.NoDue,
            fromYear = from?.Year ?? 0,
            fromSerial = from?.Serial ?? 0,
            size,
        });
        string sql = PageSql(rows, sort, from is null, isBackwards);
        return (await connection.QueryAsync<LedgerLine>(sql, parameters)).AsList();
    }

    private async Task<long> CountAsync(
        DbConnection connection,
        Person reader,
        string rows,
        DynamicParameters parameters,
        long version,
        string filter) =>
        await _counts.GetAsync(
            reader.Organisation,
            version,
            $"{KeyOf(reader)}|{filter}",
            () => connection.ExecuteScalarAsync<long>(
                $"{VisibleItems.Within} select count(*) {rows}", parameters));

    /// <summary>What a person may see depends on these.</summary>
    private static string KeyOf(Person reader) => $"{reader.Id}|{(int)reader.Roles}|{reader.Office}";
}
