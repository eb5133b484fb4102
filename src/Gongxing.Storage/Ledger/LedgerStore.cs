using System.Data.Common;
using System.Globalization;
using Dapper;
using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Text;

namespace Gongxing.Storage.Ledger;

/// <summary>Ledger items: their history, which is only ever added to, and the rows made from it for lists.</summary>
public sealed class LedgerStore(Database database)
{
    public async Task<LedgerItem?> FindAsync(
        OrganisationId organisation, LedgerItemId id, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return await FindAsync(connection, null, organisation, id);
    }

    /// <summary>
    /// Where the findings stand that items of the material hold already, for <see cref="LedgerDryRun"/>; voided ones
    /// free.
    /// </summary>
    public async Task<IReadOnlyList<TextSpan>> KnownFindingsAsync(
        OrganisationId organisation, MaterialId material, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return await KnownFindingsAsync(connection, null, organisation, material);
    }

    /// <summary>Where the findings of a material stand in the ledger, and how far each has come; voided ones left out.</summary>
    public async Task<IReadOnlyList<(TextSpan Span, LedgerState State)>> StatesAsync(
        Material material, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<(long Start, long Length, string State)>(
            """
            select source_start, source_length, state from ledger_item
            where organisation = @Organisation and material = @Id and state <> 'Voided'
            """,
            new { material.Organisation, material.Id });
        return
        [
            .. rows.Select(row =>
                (new TextSpan((int)row.Start, (int)row.Length), Enum.Parse<LedgerState>(row.State))),
        ];
    }

    /// <summary>
    /// Whether a form with this key was acted on before: it is to be answered as if it just had been.
    /// </summary>
    public async Task<bool> WasSentAsync(OrganisationId organisation, string form, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return await WasSentAsync(connection, null, organisation, form);
    }

    /// <summary>Makes an item of each proposal, all or none, numbered in the order given.</summary>
    /// <param name="areConfirmed">The person has looked at them one by one: they are confirmed with the same
    /// act.</param>
    /// <param name="form">Key of the form, made when it was drawn; a second sending makes no second items.</param>
    /// <returns>The items; those of the first sending when the form was sent before.</returns>
    /// <exception cref="RefusedException">A proposal lacks something, or somebody put one of the findings up
    /// meanwhile.</exception>
    public Task<IReadOnlyList<LedgerItemId>> ProposeManyAsync(
        IReadOnlyList<Proposal> proposals,
        bool areConfirmed,
        Person by,
        string form,
        DateTimeOffset at,
        CancellationToken ct = default) =>
        database.WriteAsync<IReadOnlyList<LedgerItemId>>(
            by.Organisation,
            async (connection, transaction) =>
            {
                IReadOnlyList<LedgerItemId> before = await SentAsync(connection, transaction, by.Organisation, form);
                if (before.Count > 0)
                {
                    return before;
                }

                await RefuseKnownAsync(connection, transaction, by.Organisation, proposals);
                ChainHead head = await HeadAsync(connection, transaction, by.Organisation);
                List<LedgerItemId> made = [];
                foreach (Proposal proposal in proposals)
                {
                    int serial = await NextSerialAsync(connection, transaction, by.Organisation, proposal.Year);
                    LedgerItem item = LedgerItem.Propose(LedgerItemId.New(), proposal with { Serial = serial }, by, at);
                    if (areConfirmed)
                    {
                        item.Confirm(by, "", at);
                    }

                    head = await WriteAsync(connection, transaction, item, PartOfForm(form, made.Count), head);
                    made.Add(item.Id);
                }

                await SetHeadAsync(connection, transaction, by.Organisation, head);
                return made;
            },
            ct);

    /// <summary>Stores what was done to the item since it was found.</summary>
    /// <param name="form">Key of the form, made when it was drawn; the empty string where nothing can be sent
    /// twice.</param>
    /// <returns>False when the form was sent before: then nothing was done now.</returns>
    /// <exception cref="RefusedException">Somebody acted on the item after it was found.</exception>
    public Task<bool> AppendAsync(LedgerItem item, string form, CancellationToken ct = default) =>
        database.WriteAsync(
            item.Organisation,
            async (connection, transaction) =>
            {
                if (await WasSentAsync(connection, transaction, item.Organisation, form))
                {
                    return false;
                }

                int stored = await connection.ExecuteScalarAsync<int>(
                    """
                    select coalesce(max(number), 0) from ledger_entry where organisation = @Organisation and item = @Id
                    """,
                    new { item.Organisation, item.Id },
                    transaction);
                RefusedException.ThrowIf(
                    stored == item.Entries.Count - item.Unstored.Count ? null : Refusal.SomebodyWasFirst);
                ChainHead head = await HeadAsync(connection, transaction, item.Organisation);
                head = await WriteAsync(connection, transaction, item, form, head);
                await SetHeadAsync(connection, transaction, item.Organisation, head);
                return true;
            },
            ct);

    /// <summary>Writes the rows for lists anew from the history.</summary>
    /// <returns>How many items there are.</returns>
    public Task<int> RebuildAsync(OrganisationId organisation, CancellationToken ct = default) =>
        database.WriteAsync(
            organisation,
            async (connection, transaction) =>
            {
                var ids = (await connection.QueryAsync<LedgerItemId>(
                    "select item from ledger_entry where organisation = @organisation and number = 1 order by sequence",
                    new { organisation },
                    transaction)).AsList();
                await LedgerProjection.ClearAsync(connection, transaction, organisation);
                foreach (LedgerItemId id in ids)
                {
                    LedgerItem item = (await FindAsync(connection, transaction, organisation, id))!;
                    await LedgerProjection.WriteAsync(database.Search, connection, transaction, item, item.Entries);
                }

                return ids.Count;
            },
            ct);

    private static async Task<LedgerItem?> FindAsync(
        DbConnection connection, DbTransaction? transaction, OrganisationId organisation, LedgerItemId id)
    {
        var rows = await connection.QueryAsync<ChainEntry>(
            $"""
            select {EntryRow.Selected} from ledger_entry e
            where e.organisation = @organisation and e.item = @id order by e.number
            """,
            new { organisation, id },
            transaction);
        List<LedgerEntry> entries = [.. rows.Select(row => row.ToEntry())];
        return entries.Count == 0 ? null : LedgerItem.Restore(organisation, id, entries);
    }

    private async Task<ChainHead> WriteAsync(
        DbConnection connection, DbTransaction transaction, LedgerItem item, string form, ChainHead head)
    {
        foreach (LedgerEntry entry in item.Unstored)
        {
            ChainEntry link = EntryRow.Link(
                item.Organisation, item.Id, entry, entry == item.Unstored[0] ? form : "", head);
            await connection.ExecuteAsync(
                $"""
                insert into ledger_entry ({EntryRow.Columns})
                values (@Organisation, @Sequence, @Item, @Number, @Act, @Actor, @ActorName, @At, @Note, @Form,
                    @Detail, @Previous, @Hash)
                """,
                link,
                transaction);
            head = new ChainHead(link.Sequence, link.Hash);
        }

        await LedgerProjection.WriteAsync(database.Search, connection, transaction, item, item.Unstored);
        return head;
    }

    private static async Task<ChainHead> HeadAsync(
        DbConnection connection, DbTransaction transaction, OrganisationId organisation) =>
        await connection.QuerySingleOrDefaultAsync<ChainHead>(
            "select sequence, hash from ledger_head where organisation = @organisation",
            new { organisation },
            transaction)
        ?? new ChainHead(0, LedgerChain.Beginning);

    private static Task SetHeadAsync(
        DbConnection connection, DbTransaction transaction, OrganisationId organisation, ChainHead head) =>
        connection.ExecuteAsync(
            """
            insert into ledger_head (organisation, sequence, hash) values (@organisation, @Sequence, @Hash)
            on conflict (organisation) do update set sequence = @Sequence, hash = @Hash
            """,
            new { organisation, head.Sequence, head.Hash },
            transaction);

    private static Task<int> NextSerialAsync(
        DbConnection connection, DbTransaction transaction, OrganisationId organisation, int year) =>
        connection.ExecuteScalarAsync<int>(
            """
            insert into ledger_serial (organisation, year, serial) values (@organisation, @year, 1)
            on conflict (organisation, year) do update set serial = ledger_serial.serial + 1
            returning serial
            """,
            new { organisation, year },
            transaction);

    private static async Task RefuseKnownAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        IReadOnlyList<Proposal> proposals)
    {
        var sources = proposals.Select(proposal => proposal.Source).OfType<MaterialSource>();
        foreach (var ofMaterial in sources.GroupBy(source => source.Material))
        {
            var known = await KnownFindingsAsync(connection, transaction, organisation, ofMaterial.Key);
            bool isKnown = ofMaterial.Any(source => known.Any(span => span.Overlaps(source.Span)));
            RefusedException.ThrowIf(isKnown ? Refusal.SomebodyWasFirst : null);
        }
    }

    private static async Task<IReadOnlyList<TextSpan>> KnownFindingsAsync(
        DbConnection connection, DbTransaction? transaction, OrganisationId organisation, MaterialId material) =>
        [.. (await connection.QueryAsync<(long Start, long Length)>(
            """
            select source_start, source_length from ledger_item
            where organisation = @organisation and material = @material and state <> 'Voided'
            """,
            new { organisation, material },
            transaction)).Select(span => new TextSpan((int)span.Start, (int)span.Length))];

    private static async Task<bool> WasSentAsync(
        DbConnection connection, DbTransaction? transaction, OrganisationId organisation, string form) =>
        form.Length > 0 && await connection.ExecuteScalarAsync<bool>(
            "select exists (select 1 from ledger_entry where organisation = @organisation and form in (@form, @first))",
            new { organisation, form = TextColumn.Of(form), first = PartOfForm(form, 0) },
            transaction);

    /// <summary>The items made by an earlier sending of a form.</summary>
    private static async Task<IReadOnlyList<LedgerItemId>> SentAsync(
        DbConnection connection, DbTransaction transaction, OrganisationId organisation, string form) =>
        form.Length == 0
            ? []
            : [.. await connection.QueryAsync<LedgerItemId>(
                """
                select item from ledger_entry
                where organisation = @organisation and form <> '' and form between @first and @last order by form
                """,
                new { organisation, first = PartOfForm(form, 0), last = PartOfForm(form, 999_999) },
                transaction)];

    private static string PartOfForm(string form, int index) =>
        form.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{TextColumn.Of(form)}/{index:D6}");
}
