using System.Data.Common;
using Dapper;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;

namespace Gongxing.Storage.EvidenceReuse;

/// <summary>What stands in the files that were handed in as evidence, and where each was.</summary>
public sealed class EvidenceContentStore(Database database)
{
    /// <summary>Items with files that were handed in after the history was last gone through, the oldest first.</summary>
    public async Task<IReadOnlyList<(LedgerItemId Item, long Sequence)>> UnseenAsync(
        OrganisationId organisation, int most, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return
        [
            .. await connection.QueryAsync<(LedgerItemId, long)>(
                """
                select item, sequence from ledger_entry
                where organisation = @organisation and act in ('Report', 'AddEvidence') and sequence >
                    (select coalesce(max(sequence), 0) from evidence_seen where organisation = @organisation)
                order by sequence limit @most
                """,
                new { organisation, most }),
        ];
    }

    /// <summary>Notes where the files of an item are, and that the history was gone through so far.</summary>
    public Task NoteAsync(LedgerItem item, long sequence, CancellationToken ct = default) => database.WriteAsync(
        item.Organisation,
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(
                """
                insert into evidence_use (organisation, item, number, sha256, size, media_type)
                values (@Organisation, @Id, @Number, @Sha256, @Size, @MediaType)
                on conflict (organisation, item, number) do nothing
                """,
                from measure in item.Measures
                from held in measure.Evidence
                where held.Evidence.File is not null
                let file = held.Evidence.File
                select new { item.Organisation, item.Id, held.Number, file.Sha256, file.Size, file.MediaType },
                transaction);
            await connection.ExecuteAsync(
                """
                insert into evidence_seen (organisation, sequence) values (@Organisation, @sequence)
                on conflict (organisation) do update set sequence = @sequence
                """,
                new { item.Organisation, sequence },
                transaction);
        },
        ct);

    /// <summary>Files that were handed in and not read yet; their names are not told.</summary>
    public async Task<IReadOnlyList<EvidenceFile>> UnreadAsync(
        OrganisationId organisation, int most, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<(string Sha256, long Size, string MediaType)>(
            """
            select u.sha256, min(u.size), min(u.media_type) from evidence_use u
            left join evidence_content c on c.organisation = u.organisation and c.sha256 = u.sha256
            where u.organisation = @organisation and c.sha256 is null
            group by u.sha256 order by u.sha256 limit @most
            """,
            new { organisation, most });
        return [.. rows.Select(row => new EvidenceFile(row.Sha256, row.Size, row.MediaType, ""))];
    }

    /// <summary>Keeps what was read of a file, or why nothing was; what is kept already stays.</summary>
    public Task KeepAsync(OrganisationId organisation, EvidenceContent content, CancellationToken ct = default) =>
        database.WriteAsync(
            organisation,
            async (connection, transaction) =>
            {
                int kept = await connection.ExecuteAsync(
                    """
                    insert into evidence_content (organisation, sha256, text, reason)
                    values (@organisation, @Sha256, @text, @Reason)
                    on conflict (organisation, sha256) do nothing
                    """,
                    new
                    {
                        organisation,
                        content.Sha256,
                        text = content.Text is null ? null : TextColumn.Of(content.Text),
                        content.Reason,
                    },
                    transaction);
                if (kept > 0)
                {
                    await connection.ExecuteAsync(
                        """
                        insert into evidence_picture (organisation, sha256, number, hash)
                        values (@organisation, @Sha256, @Number, @Hash)
                        """,
                        content.Pictures.Select(picture => new { organisation, content.Sha256, picture.Number, picture.Hash }),
                        transaction);
                }
            },
            ct);

    /// <summary>Null for a file that was not read yet.</summary>
    public async Task<EvidenceContent?> FindAsync(OrganisationId organisation, string sha256, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var content = await connection.QuerySingleOrDefaultAsync<EvidenceContent>(
            "select sha256, text, reason from evidence_content where organisation = @organisation and sha256 = @sha256",
            new { organisation, sha256 });
        if (content is null)
        {
            return null;
        }

        var pictures = await connection.QueryAsync<(long Number, long Hash)>(
            """
            select number, hash from evidence_picture
            where organisation = @organisation and sha256 = @sha256 order by number
            """,
            new { organisation, sha256 });
        return content with { Pictures = [.. pictures.Select(row => new EvidencePicture((int)row.Number, row.Hash))] };
    }

    /// <summary>The hashes of all files that have a text.</summary>
    public async Task<IReadOnlyList<string>> WithTextAsync(OrganisationId organisation, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return
        [
            .. await connection.QueryAsync<string>(
                "select sha256 from evidence_content where organisation = @organisation and text is not null order by sha256",
                new { organisation }),
        ];
    }

    /// <summary>The hash of the file that the index of texts knows by an id; null when there is none.</summary>
    public async Task<string?> HashOfAsync(OrganisationId organisation, Guid id, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        string first = $"{id:N}";
        return await connection.ExecuteScalarAsync<string>(
            """
            select min(sha256) from evidence_content
            where organisation = @organisation and sha256 >= @first and sha256 < @last and text is not null
            """,
            new { organisation, first, last = first + "g" });
    }

    /// <summary>What all pictures of the organisation look like, each look once.</summary>
    public async Task<IReadOnlyList<long>> LooksAsync(OrganisationId organisation, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return
        [
            .. await connection.QueryAsync<long>(
                "select distinct hash from evidence_picture where organisation = @organisation", new { organisation }),
        ];
    }

    /// <summary>The pictures of these looks that other items than one have, in the order of items and numbers.</summary>
    public async Task<IReadOnlyList<PlacedPicture>> PicturesBesideAsync(
        OrganisationId organisation, LedgerItemId item, IReadOnlyCollection<long> looks, CancellationToken ct = default)
    {
        if (looks.Count == 0)
        {
            return [];
        }

        await using DbConnection connection = await database.OpenAsync(ct);
        var parameters = new DynamicParameters(new { organisation, item });
        var rows = await connection.QueryAsync<(string Sha256, LedgerItemId Item, long Evidence, long Number, long Hash)>(
            $"""
            select p.sha256, u.item, u.number, p.number, p.hash from evidence_picture p
            join evidence_use u on u.organisation = p.organisation and u.sha256 = p.sha256
            where p.organisation = @organisation and p.hash in {ValueList.Of(looks, parameters)} and u.item <> @item
            order by u.item, u.number, p.number
            """,
            parameters);
        return
        [
            .. rows.Select(row => new PlacedPicture(
                row.Sha256,
                new EvidencePlace(row.Item, (int)row.Evidence),
                new EvidencePicture((int)row.Number, row.Hash))),
        ];
    }

    /// <summary>Where a file was handed in, in the order of items and numbers.</summary>
    public async Task<IReadOnlyList<EvidencePlace>> UsesAsync(
        OrganisationId organisation, string sha256, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<(LedgerItemId Item, long Number)>(
            "select item, number from evidence_use where organisation = @organisation and sha256 = @sha256 order by item, number",
            new { organisation, sha256 });
        return [.. rows.Select(row => new EvidencePlace(row.Item, (int)row.Number))];
    }

    /// <summary>What was found on evidence of an item when it was held against other evidence.</summary>
    public async Task<IReadOnlyList<EvidenceComparison>> ComparisonsAsync(
        OrganisationId organisation, LedgerItemId item, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<ComparisonRow>(
            """
            select number, other_item OtherItem, other_number OtherNumber, reason, actor, at from evidence_comparison
            where organisation = @organisation and item = @item order by at, number
            """,
            new { organisation, item });
        return
        [
            .. rows.Select(row => new EvidenceComparison(
                new EvidencePlace(item, (int)row.Number),
                new EvidencePlace(row.OtherItem, (int)row.OtherNumber),
                row.Reason,
                row.Actor,
                row.At)),
        ];
    }

    /// <returns>False when somebody said it before.</returns>
    public Task<bool> CompareAsync(
        OrganisationId organisation, EvidenceComparison comparison, CancellationToken ct = default) =>
        database.WriteAsync(
            organisation,
            async (connection, transaction) => await connection.ExecuteAsync(
                """
                insert into evidence_comparison (organisation, item, number, other_item, other_number, reason, actor, at)
                values (@organisation, @item, @number, @otherItem, @otherNumber, @reason, @By, @At)
                on conflict (organisation, item, number, other_item, other_number) do nothing
                """,
                new
                {
                    organisation,
                    item = comparison.Own.Item,
                    number = comparison.Own.Number,
                    otherItem = comparison.Other.Item,
                    otherNumber = comparison.Other.Number,
                    reason = TextColumn.Of(comparison.Reason),
                    comparison.By,
                    comparison.At,
                },
                transaction) > 0,
            ct);

    private sealed class ComparisonRow
    {
        public long Number { get; init; }
        public LedgerItemId OtherItem { get; init; }
        public long OtherNumber { get; init; }
        public string Reason { get; init; } = "";
        public PersonId Actor { get; init; }
        public DateTimeOffset At { get; init; }
    }
}
