using System.Data.Common;
using Dapper;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.Materials;

namespace Gongxing.Storage.Blobs;

/// <summary>Files whose material was removed: they go as well, a day later, unless something names them then.</summary>
/// <remarks>
/// The row that lists a file is written with the removal of its material, and goes when the file is gone: whatever is cut
/// short is done again. No file goes that was never listed, even if the folder was joined with the wrong database. A day
/// is more than a backup needs, which copies the database first and the files after it.
/// </remarks>
public sealed class RemovedFiles(Database database, BlobStore blobs, TimeProvider clock)
{
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>Removes what has been listed for long enough.</summary>
    /// <returns>How many files went.</returns>
    public async Task<int> ClearAsync(OrganisationId organisation, CancellationToken ct = default)
    {
        DateTimeOffset before = clock.GetUtcNow() - Grace;
        int gone = 0;
        foreach (string sha256 in await ListedAsync(organisation, before, ct))
        {
            if (!await IsNamedAsync(sha256, ct) && blobs.Remove(sha256, before))
            {
                gone++;
            }

            await ForgetAsync(organisation, sha256, before, ct);
        }

        return gone;
    }

    /// <summary>Removes the file of a stopped material now, unless something else names it.</summary>
    public async Task ClearStoppedAsync(Material material, CancellationToken ct = default)
    {
        // An upload of the same file that arrives at this moment loses it, and is told so; it would be stopped as well.
        if (blobs.Has(material.Sha256) && !await IsNamedAsync(material.Sha256, ct))
        {
            blobs.Remove(material.Sha256, DateTimeOffset.MaxValue);
        }
    }

    /// <summary>The same for all stopped materials: the process may have ended between the word and the deed.</summary>
    public async Task ClearStoppedAsync(OrganisationId organisation, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var stopped = await connection.QueryAsync<MaterialRow>(
            $"select {MaterialRow.Columns} from material m where m.organisation = @organisation and m.state = 'Stopped'",
            new { organisation });
        foreach (MaterialRow row in stopped)
        {
            await ClearStoppedAsync(row.ToMaterial(), ct);
        }
    }

    /// <summary>Lists the file, in the write that removes the material.</summary>
    internal static Task AddAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        string sha256,
        DateTimeOffset at) =>
        connection.ExecuteAsync(
            """
            insert into removed_file (organisation, sha256, removed_at) values (@organisation, @sha256, @at)
            on conflict (organisation, sha256) do update set removed_at = excluded.removed_at
            """,
            new { organisation, sha256, at },
            transaction);

    private async Task<IReadOnlyList<string>> ListedAsync(
        OrganisationId organisation, DateTimeOffset before, CancellationToken ct)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<string>(
            "select sha256 from removed_file where organisation = @organisation and removed_at < @before",
            new { organisation, before })).AsList();
    }

    // Asked of all organisations, as nothing else is: they keep their files in one folder. The history is read through from
    // end to end, which is done for a removed file only, and in the background.
    private async Task<bool> IsNamedAsync(string sha256, CancellationToken ct)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return await connection.ExecuteScalarAsync<bool>(
            """
            select exists (select 1 from material where sha256 = @sha256 and state <> 'Stopped')
                or exists (select 1 from ledger_entry where detail like '%' || @sha256 || '%')
            """,
            new { sha256 });
    }

    private Task ForgetAsync(OrganisationId organisation, string sha256, DateTimeOffset before, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "delete from removed_file where organisation = @organisation and sha256 = @sha256 and removed_at < @before",
                new { organisation, sha256, before },
                transaction),
            ct);
}
