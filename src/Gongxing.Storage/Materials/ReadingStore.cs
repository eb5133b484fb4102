using System.Data.Common;
using Dapper;
using Gongxing.Core;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Statements;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.Search;

namespace Gongxing.Storage.Materials;

/// <summary>The materials that wait to be read, for the job that reads them; several processes may share it.</summary>
/// <remarks>A claim is a lease: a material whose reader died is claimed again when the lease has run out.</remarks>
public sealed class ReadingStore(Database database, TimeProvider clock)
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const string IsClaimable =
        "m.organisation = @organisation and (m.state = 'Waiting' or (m.state = 'Reading' and m.lease_until <= @now))";

    /// <summary>Puts what an earlier run had begun back in the queue, where nobody else can be reading it now. Call at start.</summary>
    public async Task RestartAsync(OrganisationId organisation, CancellationToken ct = default)
    {
        if (!database.IsShared)
        {
            await database.WriteAsync(
                organisation,
                (connection, transaction) => connection.ExecuteAsync(
                    "update material set state = 'Waiting' where organisation = @organisation and state = 'Reading'",
                    new { organisation },
                    transaction),
                ct);
        }
    }

    /// <summary>Takes the oldest material that waits; null when none does.</summary>
    /// <returns>Also the how manieth attempt it is: one that ends the process each time must not be tried for ever.</returns>
    public async Task<(Material Material, int Attempt)?> ClaimAsync(
        OrganisationId organisation,
        CancellationToken ct = default)
    {
        DateTimeOffset now = clock.GetUtcNow();
        await using (DbConnection connection = await database.OpenAsync(ct))
        {
            bool any = await connection.ExecuteScalarAsync<bool>(
                $"select exists (select 1 from material m where {IsClaimable})", new { organisation, now });
            if (!any)
            {
                return null;
            }
        }

        MaterialRow? row = await database.WriteAsync(
            organisation,
            (connection, transaction) => connection.QuerySingleOrDefaultAsync<MaterialRow>(
                $"""
                update material as m set state = 'Reading', lease_until = @until, attempts = attempts + 1
                where m.organisation = @organisation
                  and m.id = (select m.id from material m where {IsClaimable} order by m.id limit 1)
                returning {MaterialRow.Columns.Replace("m.", "", StringComparison.Ordinal)}
                """,
                new { organisation, now, until = now + Lease },
                transaction),
            ct);
        return row is null ? null : (row.ToMaterial(), (int)row.Attempts);
    }

    /// <summary>Keeps what was read: text and structure become visible together.</summary>
    /// <exception cref="RefusedException">The lease ran out, and another reader was faster.</exception>
    public Task FinishAsync(Material material, Document document, Statement statement, CancellationToken ct = default)
    {
        SearchText search = SearchText.Of(material, statement.Title ?? material.FileName, document.Text);
        byte[] content = StoredJson.Write(document);
        return database.WriteAsync(
            material.Organisation,
            async (connection, transaction) =>
            {
                await LeaveAsync(connection, transaction, material, MaterialState.Read, null);
                await connection.ExecuteAsync(
                    "update material set characters = @Characters where organisation = @Organisation and id = @Id",
                    new { material.Organisation, material.Id, document.Characters },
                    transaction);
                await connection.ExecuteAsync(
                    "insert into material_document (organisation, material, content) values (@Organisation, @Id, @content)",
                    new { material.Organisation, material.Id, content },
                    transaction);
                var first = new StructureRevision(1, statement, null, clock.GetUtcNow(), "");
                await MaterialStore.InsertAsync(connection, transaction, material, first);
                await database.Search.SetAsync(connection, transaction, search);
            },
            ct);
    }

    /// <summary>Notes that the file cannot be read, and why.</summary>
    /// <param name="reason">A code the web has a sentence for.</param>
    /// <exception cref="RefusedException">The lease ran out, and another reader was faster.</exception>
    public Task GiveUpAsync(Material material, string reason, CancellationToken ct = default) =>
        database.WriteAsync(
            material.Organisation,
            (connection, transaction) => LeaveAsync(connection, transaction, material, MaterialState.Unreadable, reason),
            ct);

    /// <summary>Notes that the file holds what must not be kept here, and keeps nothing of it but where that stands.</summary>
    /// <remarks>The file itself goes by <see cref="RemovedFiles.ClearStoppedAsync(Material, CancellationToken)"/>.</remarks>
    /// <exception cref="RefusedException">The lease ran out, and another reader was faster.</exception>
    public Task StopAsync(Material material, IReadOnlyList<MaterialStop> stops, CancellationToken ct = default) =>
        database.WriteAsync(
            material.Organisation,
            async (connection, transaction) =>
            {
                await LeaveAsync(connection, transaction, material, MaterialState.Stopped, null);
                await connection.ExecuteAsync(
                    "update material set stops = @stops where organisation = @Organisation and id = @Id",
                    new { material.Organisation, material.Id, stops = StoredJson.Write(stops) },
                    transaction);
            },
            ct);

    /// <summary>Takes out of the queue what still waits of that which <paramref name="uploader"/> uploaded, from <paramref name="first"/> on.</summary>
    /// <returns>How many; what is being read goes on.</returns>
    public Task<int> HoldAsync(Person uploader, MaterialId first, CancellationToken ct = default) =>
        MoveAsync(uploader, first, MaterialState.Waiting, MaterialState.Held, ct);

    /// <summary>Puts back into the queue what was taken out of it.</summary>
    public Task<int> ResumeAsync(Person uploader, MaterialId first, CancellationToken ct = default) =>
        MoveAsync(uploader, first, MaterialState.Held, MaterialState.Waiting, ct);

    /// <summary>Lets an unreadable or held material wait once more, say after an office program was installed.</summary>
    public Task AgainAsync(Material material, CancellationToken ct = default) =>
        database.WriteAsync(
            material.Organisation,
            (connection, transaction) => connection.ExecuteAsync(
                """
                update material set state = 'Waiting', reason = null, attempts = 0
                where organisation = @Organisation and id = @Id and state in ('Unreadable', 'Held')
                """,
                new { material.Organisation, material.Id },
                transaction),
            ct);

    private Task<int> MoveAsync(
        Person uploader, MaterialId first, MaterialState from, MaterialState to, CancellationToken ct) =>
        database.WriteAsync(
            uploader.Organisation,
            (connection, transaction) => connection.ExecuteAsync(
                """
                update material set state = @to
                where organisation = @Organisation and uploader = @Id and id >= @first and state = @from
                """,
                new { uploader.Organisation, uploader.Id, first, from = from.ToString(), to = to.ToString() },
                transaction),
            ct);

    private static async Task LeaveAsync(
        DbConnection connection,
        DbTransaction transaction,
        Material material,
        MaterialState state,
        string? reason)
    {
        int left = await connection.ExecuteAsync(
            """
            update material set state = @state, reason = @reason, lease_until = null
            where organisation = @Organisation and id = @Id and state = 'Reading'
            """,
            new { material.Organisation, material.Id, state = state.ToString(), reason },
            transaction);
        RefusedException.ThrowIf(left == 1 ? null : Refusal.SomebodyWasFirst);
    }
}
