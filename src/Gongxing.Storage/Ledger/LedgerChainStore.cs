using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;

namespace Gongxing.Storage.Ledger;

/// <summary>Reads the whole history to check it.</summary>
public sealed class LedgerChainStore(Database database)
{
    /// <summary>Every organisation with a history.</summary>
    public async Task<IReadOnlyList<Organisation>> OrganisationsAsync(CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return
        [
            .. await connection.QueryAsync<Organisation>(
                """
                select o.id, o.name from organisation o
                where exists (select 1 from ledger_head h where h.organisation = o.id)
                or exists (select 1 from ledger_entry e where e.organisation = o.id)
                order by o.id
                """),
        ];
    }

    /// <summary>
    /// Where the chain ends now: the fingerprint to print and keep elsewhere. Null before the first entry.
    /// </summary>
    public async Task<ChainHead?> HeadAsync(OrganisationId organisation, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<ChainHead>(
            "select sequence, hash from ledger_head where organisation = @organisation", new { organisation });
    }

    /// <summary>The number of an item as shown to people; null when its row is gone.</summary>
    public async Task<string?> NumberAsync(OrganisationId organisation, string item, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var (year, serial) = await connection.QuerySingleOrDefaultAsync<(long Year, long Serial)>(
            "select year, serial from ledger_item where organisation = @organisation and id = @item",
            new { organisation, item });
        return serial == 0 ? null : LedgerItem.NumberOf((int)year, (int)serial);
    }

    /// <inheritdoc cref="LedgerChain.VerifyAsync"/>
    /// <remarks>People may go on working meanwhile: what is written after the beginning is left out.</remarks>
    public async IAsyncEnumerable<ChainFault> VerifyAsync(
        OrganisationId organisation,
        ChainHead? checkpoint = null,
        [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);

        // In one statement, and so of one moment.
        var (sequence, hash, last) = await connection.QuerySingleAsync<(long? Sequence, string? Hash, long? Last)>(
            """
            select h.sequence, h.hash, (select max(sequence) from ledger_entry where organisation = @organisation)
            from organisation o left join ledger_head h on h.organisation = o.id where o.id = @organisation
            """,
            new { organisation });
        IAsyncEnumerable<ChainEntry> entries = connection.QueryUnbufferedAsync<ChainEntry>(
            $"""
            select {EntryRow.Selected} from ledger_entry e
            where e.organisation = @organisation and e.sequence <= @last order by e.sequence
            """,
            new { organisation, last = last ?? 0 });
        ChainHead? head = sequence is { } end && hash is not null ? new ChainHead(end, hash) : null;
        await foreach (ChainFault fault in LedgerChain.VerifyAsync(entries, head, checkpoint, ct))
        {
            yield return fault;
        }
    }
}
