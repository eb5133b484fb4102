using System.Data.Common;
using Dapper;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.Search;

namespace Gongxing.Storage.Ledger;

/// <summary>The rows made from the history of an item, written in the transaction that adds to it.</summary>
internal static class LedgerProjection
{
    /// <summary>Stands for no date, so that both databases order it last.</summary>
    public static readonly DateOnly NoDue = DateOnly.MaxValue;

    private static readonly string[] Columns =
    [
        "organisation", "id", "year", "serial", "title", "aspect", "state", "is_open", "level", "office", "office_name",
        "owner", "owner_name", "lead", "lead_name", "verifier", "verifier_name", "due", "measures", "verified",
        "to_verify", "extensions", "reopenings", "is_accepted", "requested_by", "extension_by", "void_by", "pending",
        "proposed_at", "progressed_at", "changed_at", "entries", "material", "source_start", "source_length",
    ];

    private static readonly string Upsert =
        $"""
        insert into ledger_item ({string.Join(", ", Columns)})
        values ({string.Join(", ", Columns.Select(column => "@" + column))})
        on conflict (organisation, id) do update set
            {string.Join(", ", Columns.Skip(2).Select(column => $"{column} = excluded.{column}"))}
        """;

    /// <param name="added">The entries that are new: some change nothing a search could find.</param>
    public static async Task WriteAsync(
        SearchIndex search,
        DbConnection connection,
        DbTransaction transaction,
        LedgerItem item,
        IReadOnlyList<LedgerEntry> added)
    {
        await connection.ExecuteAsync(Upsert, RowOf(item), transaction);
        await connection.ExecuteAsync(
            "delete from ledger_part where organisation = @Organisation and item = @Id",
            new { item.Organisation, item.Id },
            transaction);
        await connection.ExecuteAsync(
            "insert into ledger_part (organisation, item, person, part) values (@Organisation, @Id, @person, @part)",
            item.Participants.Select(
                person => new { item.Organisation, item.Id, person, part = (long)item.PartOf(person) }),
            transaction);
        if (added.Any(ChangesWords))
        {
            await search.SetAsync(connection, transaction, TextOf(item));
        }
    }

    private static bool ChangesWords(LedgerEntry entry) =>
        entry.Act is LedgerAct.Propose or LedgerAct.Plan or LedgerAct.AddMeasure or LedgerAct.AmendCriterion;

    /// <summary>
    /// Removes all rows of an organisation but the history; what can be searched is replaced item by item.
    /// </summary>
    public static Task ClearAsync(DbConnection connection, DbTransaction transaction, OrganisationId organisation) =>
        connection.ExecuteAsync(
            """
            delete from ledger_part where organisation = @organisation;
            delete from ledger_item where organisation = @organisation;
            """,
            new { organisation },
            transaction);

    private static object RowOf(LedgerItem item) => new
    {
        organisation = item.Organisation,
        id = item.Id,
        year = (long)item.Proposal.Year,
        serial = (long)item.Proposal.Serial,
        title = StoredText.Of(item.Title),
        aspect = StoredText.Of(item.Proposal.Aspect ?? ""),
        state = $"{item.State}",
        is_open = item.IsOpen ? 1L : 0L,
        level = $"{item.Level}",
        office = item.Office.Id,
        office_name = StoredText.Of(item.Office.Name),
        owner = item.Owner?.Id,
        owner_name = StoredText.Of(item.Owner?.Name ?? ""),
        lead = item.Lead?.Id,
        lead_name = StoredText.Of(item.Lead?.Name ?? ""),
        verifier = item.Verifier?.Id,
        verifier_name = StoredText.Of(item.Verifier?.Name ?? ""),
        due = item.Due ?? NoDue,
        measures = (long)item.LiveMeasures.Count(),
        verified = (long)item.LiveMeasures.Count(measure => measure.State is MeasureState.Verified) - StaleOf(item),
        to_verify = (long)item.ToVerify.Count(),
        extensions = (long)item.Extensions,
        reopenings = (long)item.Reopenings,
        is_accepted = item.IsAccepted ? 1L : 0L,
        requested_by = item.ClosureRequest?.By.Id,
        extension_by = item.PendingExtension?.By.Id,
        void_by = item.PendingVoid?.By.Id,
        pending = new[] { item.PendingExtension, item.PendingVoid }.LongCount(request => request is not null),
        proposed_at = item.Entries[0].At,
        progressed_at = item.LastProgress,
        changed_at = item.Entries[^1].At,
        entries = (long)item.Entries.Count,
        material = item.Proposal.Source?.Material,
        source_start = (long)(item.Proposal.Source?.Span.Start ?? 0),
        source_length = (long)(item.Proposal.Source?.Span.Length ?? 0),
    };

    private static int StaleOf(LedgerItem item) =>
        item.ToVerify.Count(measure => measure.State is MeasureState.Verified);

    private static SearchText TextOf(LedgerItem item) => SearchText.OfItem(
        item.Organisation,
        $"{item.Id}",
        item.Title,
        string.Join(
            '\n',
            [
                item.Proposal.Text,
                .. item.Proposal.Causes.Select(cause => cause.Text),
                .. item.Measures.SelectMany(
                    measure => measure.Criteria.Select(criterion => criterion.Text).Prepend(measure.Text)),
            ]));
}
