using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Gongxing.Core;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Statements;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.Rounds;
using Gongxing.Storage.Search;

namespace Gongxing.Storage.Materials;

/// <summary>Materials, their texts, and the structure understood of them.</summary>
public sealed class MaterialStore(Database database)
{
    private const string IsNewestDraft =
        """
        not exists (select 1 from material d
            where d.organisation = m.organisation and d.series = m.series and d.draft > m.draft and d.state = 'Read')
        """;

    /// <summary>Adds a material whose file is stored already, to be read.</summary>
    /// <param name="material">Its series is its own id, or that of the first draft: then it becomes the next draft.</param>
    /// <returns>The material with the number of its draft.</returns>
    public Task<Material> AddAsync(Material material, CancellationToken ct = default) =>
        database.WriteAsync(
            material.Organisation,
            (connection, transaction) => InsertAsync(connection, transaction, material),
            ct);

    /// <summary>Adds a material as <see cref="AddAsync"/> does, unless <paramref name="by"/> can see the very same file.</summary>
    /// <remarks>It looks and adds in one write: of two uploads of a file at the same moment the second finds the first.</remarks>
    /// <returns>The material that was added, or the first upload of the file, which then has another id.</returns>
    public Task<Material> AddUnlessSameAsync(Person by, Material material, CancellationToken ct = default) =>
        database.WriteAsync(
            material.Organisation,
            async (connection, transaction) =>
                await SameAsync(connection, transaction, by, material.Sha256)
                ?? await InsertAsync(connection, transaction, material),
            ct);

    public async Task<Material?> FindAsync(OrganisationId organisation, MaterialId id, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return (await connection.QuerySingleOrDefaultAsync<MaterialRow>(
            $"select {MaterialRow.WithReviewers} from material m where m.organisation = @organisation and m.id = @id",
            new { organisation, id }))?.ToMaterial();
    }

    /// <summary>What <paramref name="reader"/> may see, newest first.</summary>
    /// <param name="state">Only those in this state; null for all.</param>
    /// <param name="after">The last one of the page before; null from the newest.</param>
    public async Task<IReadOnlyList<MaterialLine>> ListAsync(
        Person reader,
        MaterialState? state,
        MaterialId? after,
        int count,
        CancellationToken ct = default)
    {
        DynamicParameters parameters = MaterialVisibility.For(reader);
        parameters.AddDynamicParams(new { state = $"{state}", after = $"{after}", count });
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<MaterialRow>(
            $"""
            {MaterialVisibility.Within}
            select {MaterialRow.WithReviewers} from material m
            where {MaterialVisibility.Condition}
            {(state is null ? "" : "and m.state = @state")} {(after is null ? "" : "and m.id < @after")}
            order by m.id desc limit @count
            """,
            parameters);
        return [.. rows.Select(row => row.ToLine())];
    }

    /// <summary>How many of those that <paramref name="reader"/> may see are in each state; a state of none is left out.</summary>
    public Task<IReadOnlyDictionary<MaterialState, int>> CountAsync(Person reader, CancellationToken ct = default) =>
        CountAsync(MaterialVisibility.For(reader), "", ct);

    /// <summary>The same for what <paramref name="reader"/> uploaded, from <paramref name="first"/> on.</summary>
    public Task<IReadOnlyDictionary<MaterialState, int>> CountOwnAsync(
        Person reader, MaterialId first, CancellationToken ct = default)
    {
        DynamicParameters parameters = MaterialVisibility.For(reader);
        parameters.AddDynamicParams(new { first });
        return CountAsync(parameters, "and m.uploader = @me and m.id >= @first", ct);
    }

    /// <summary>How many materials whoever uploaded this one had uploaded within a time before it, read or not.</summary>
    public async Task<long> CountBeforeAsync(Material material, TimeSpan within, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return await connection.ExecuteScalarAsync<long>(
            """
            select count(*) from material
            where organisation = @Organisation and uploader = @Uploader and id <> @Id
                and uploaded_at > @after and uploaded_at <= @UploadedAt
            """,
            new { material.Organisation, material.Uploader, material.Id, material.UploadedAt, after = material.UploadedAt - within });
    }

    private async Task<IReadOnlyDictionary<MaterialState, int>> CountAsync(
        DynamicParameters parameters, string more, CancellationToken ct)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var counts = await connection.QueryAsync<(string State, long Count)>(
            $"""
            {MaterialVisibility.Within}
            select m.state, count(*) from material m where {MaterialVisibility.Condition} {more} group by m.state
            """,
            parameters);
        return counts.ToDictionary(pair => Enum.Parse<MaterialState>(pair.State), pair => (int)pair.Count);
    }

    /// <summary>All drafts of a material, the first one first. Ask each who may see it.</summary>
    public async Task<IReadOnlyList<Material>> DraftsAsync(Material material, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<MaterialRow>(
            $"""
            select {MaterialRow.WithReviewers} from material m
            where m.organisation = @Organisation and m.series = @Series order by m.draft
            """,
            new { material.Organisation, material.Series });
        return [.. rows.Select(row => row.ToMaterial())];
    }

    /// <summary>The newest draft that was read of every material of the organisation, whoever may see it.</summary>
    public async Task<IReadOnlyList<(MaterialId Series, MaterialId Id)>> NewestReadAsync(
        OrganisationId organisation, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<(MaterialId, MaterialId)>(
            """
            select m.series, m.id from material m
            where m.organisation = @organisation and m.state = 'Read' and m.draft = (
                select max(n.draft) from material n
                where n.organisation = m.organisation and n.series = m.series and n.state = 'Read')
            order by m.id
            """,
            new { organisation })).AsList();
    }

    /// <summary>
    /// Of other materials about the same person, of the same office, or of earlier rounds of whoever holds the round it stands in,
    /// the newest drafts that <paramref name="reader"/> may see and that were read; in this order, and then the newest first.
    /// </summary>
    public async Task<IReadOnlyList<Material>> BesideAsync(
        Person reader, Material material, int count, CancellationToken ct = default)
    {
        DynamicParameters parameters = MaterialVisibility.For(reader);
        parameters.AddDynamicParams(new { material.Series, material.Office, subject = $"{material.Subject}", count });
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<MaterialRow>(
            $"""
            {MaterialVisibility.Within}
            select {MaterialRow.WithReviewers} from material m
            where {MaterialVisibility.Condition} and m.state = 'Read' and m.series <> @Series
                and (m.subject = @subject or m.office = @Office or m.series in ({EarlierRounds.Series}))
                and {IsNewestDraft}
            order by case when m.subject = @subject then 0 when m.office = @Office then 1 else 2 end, m.id desc limit @count
            """,
            parameters);
        return [.. rows.Select(row => row.ToMaterial())];
    }

    /// <summary>Of other materials about the same person in the same office, the newest drafts that were read; the newest first.</summary>
    public async Task<IReadOnlyList<Material>> OfSamePersonAsync(Material material, int count, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<MaterialRow>(
            $"""
            select {MaterialRow.Columns} from material m
            where m.organisation = @Organisation and m.subject = @Subject and m.office = @Office and m.state = 'Read'
                and m.series <> @Series and {IsNewestDraft}
            order by m.id desc limit @count
            """,
            new { material.Organisation, material.Subject, material.Office, material.Series, count });
        return [.. rows.Select(row => row.ToMaterial())];
    }

    /// <summary>The text; null before it is read.</summary>
    public async Task<Document?> DocumentAsync(Material material, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        byte[]? stored = await connection.ExecuteScalarAsync<byte[]>(
            "select content from material_document where organisation = @Organisation and material = @Id",
            new { material.Organisation, material.Id });
        return stored is null ? null : StoredJson.Read<Document>(stored);
    }

    /// <summary>The texts of those of some materials that are read.</summary>
    public async Task<IReadOnlyDictionary<MaterialId, string>> TextsAsync(
        OrganisationId organisation, IReadOnlyList<MaterialId> ids, CancellationToken ct = default)
    {
        var texts = new Dictionary<MaterialId, string>();
        await foreach ((MaterialId id, Document document) in DocumentsAsync(organisation, ids, ct))
        {
            texts[id] = document.Text;
        }

        return texts;
    }

    /// <summary>Those of some materials that are read, one after the other.</summary>
    public async IAsyncEnumerable<(MaterialId Id, Document Document)> DocumentsAsync(
        OrganisationId organisation, IReadOnlyList<MaterialId> ids, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        foreach (MaterialId id in ids)
        {
            byte[]? stored = await connection.ExecuteScalarAsync<byte[]>(
                "select content from material_document where organisation = @organisation and material = @id",
                new { organisation, id });
            if (stored is not null)
            {
                yield return (id, StoredJson.Read<Document>(stored));
            }
        }
    }

    /// <summary>The structure in force, or that of a number; null before it is read, or when there is no such number.</summary>
    public async Task<StructureRevision?> StructureAsync(
        Material material,
        int? number = null,
        CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return (await connection.QuerySingleOrDefaultAsync<RevisionRow>(
            """
            select number, content, actor, at, change from material_structure
            where organisation = @Organisation and material = @Id and number <= @number and number >= @least
            order by number desc limit 1
            """,
            new { material.Organisation, material.Id, number = number ?? int.MaxValue, least = number ?? 1 }))?.ToRevision();
    }

    /// <summary>Who changed the structure when, newest first, without the structures themselves.</summary>
    public async Task<IReadOnlyList<(int Number, PersonId? By, DateTimeOffset At, string Change)>> RevisionsAsync(
        Material material,
        CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<RevisionRow>(
            """
            select number, actor, at, change from material_structure
            where organisation = @Organisation and material = @Id order by number desc
            """,
            new { material.Organisation, material.Id });
        return [.. rows.Select(row => ((int)row.Number, row.Actor, row.At, row.Change))];
    }

    /// <summary>Adds a correction of the structure.</summary>
    /// <param name="revision">Its number is one more than that of the revision it corrects.</param>
    /// <exception cref="RefusedException">Somebody corrected the same revision before.</exception>
    public async Task ReviseAsync(Material material, StructureRevision revision, CancellationToken ct = default)
    {
        SearchText? retitled = revision.Statement.Title is { } title && title != material.Title
            ? SearchText.Of(material, title, (await DocumentAsync(material, ct))?.Text ?? "")
            : null;
        await database.WriteAsync(
            material.Organisation,
            async (connection, transaction) =>
            {
                int newest = await connection.ExecuteScalarAsync<int>(
                    "select coalesce(max(number), 0) from material_structure where organisation = @Organisation and material = @Id",
                    new { material.Organisation, material.Id },
                    transaction);
                RefusedException.ThrowIf(revision.Number == newest + 1 ? null : Refusal.SomebodyWasFirst);
                await InsertAsync(connection, transaction, material, revision);
                if (retitled is not null)
                {
                    await database.Search.SetAsync(connection, transaction, retitled);
                }
            },
            ct);
    }

    /// <summary>Removes a material with its text and structures, as long as nothing rests on it.</summary>
    /// <param name="at">When: the stored file follows later, see <see cref="RemovedFiles"/>.</param>
    /// <exception cref="RefusedException">A ledger item comes from it, or a later draft follows it.</exception>
    public async Task RemoveAsync(Material material, DateTimeOffset at, CancellationToken ct = default)
    {
        try
        {
            await database.WriteAsync(
                material.Organisation,
                async (connection, transaction) =>
                {
                    await database.Search.RemoveAsync(connection, transaction, material.Organisation, $"{material.Id}");
                    await connection.ExecuteAsync(
                        """
                        delete from material_review where organisation = @Organisation and material = @Id;
                        delete from remark_decision where organisation = @Organisation and material = @Id;
                        delete from relapse_decision where organisation = @Organisation and material = @Id;
                        delete from material_structure where organisation = @Organisation and material = @Id;
                        delete from material_document where organisation = @Organisation and material = @Id;
                        delete from material where organisation = @Organisation and id = @Id;
                        """,
                        new { material.Organisation, material.Id },
                        transaction);
                    await RemovedFiles.AddAsync(connection, transaction, material.Organisation, material.Sha256, at);
                },
                ct);
        }
        catch (DbException e) when (database.IsBrokenReference(e))
        {
            throw new RefusedException(Refusal.InUse);
        }
    }

    private static async Task<Material?> SameAsync(
        DbConnection connection, DbTransaction transaction, Person reader, string sha256)
    {
        DynamicParameters parameters = MaterialVisibility.For(reader);
        parameters.AddDynamicParams(new { sha256 });
        return (await connection.QuerySingleOrDefaultAsync<MaterialRow>(
            $"""
            {MaterialVisibility.Within}
            select {MaterialRow.WithReviewers} from material m
            where {MaterialVisibility.Condition} and m.sha256 = @sha256 and m.state <> 'Stopped' order by m.id limit 1
            """,
            parameters,
            transaction))?.ToMaterial();
    }

    private static async Task<Material> InsertAsync(DbConnection connection, DbTransaction transaction, Material material)
    {
        int draft = await connection.ExecuteScalarAsync<int>(
            "select coalesce(max(draft), 0) + 1 from material where organisation = @Organisation and series = @Series",
            material,
            transaction);
        await connection.ExecuteAsync(
            """
            insert into material (organisation, id, office, uploader, subject, file_name, sha256, size, media_type,
                uploaded_at, series, draft, state, attempts, characters, findings, causes, measures)
            values (@Organisation, @Id, @Office, @Uploader, @Subject, @fileName, @Sha256, @Size, @MediaType,
                @UploadedAt, @Series, @draft, 'Waiting', 0, 0, 0, 0, 0)
            """,
            new
            {
                material.Organisation,
                material.Id,
                material.Office,
                material.Uploader,
                material.Subject,
                fileName = TextColumn.Of(material.FileName),
                material.Sha256,
                material.Size,
                material.MediaType,
                material.UploadedAt,
                material.Series,
                draft,
            },
            transaction);
        return material with { Draft = draft, State = MaterialState.Waiting };
    }

    internal static async Task InsertAsync(
        DbConnection connection,
        DbTransaction transaction,
        Material material,
        StructureRevision revision)
    {
        await connection.ExecuteAsync(
            """
            insert into material_structure (organisation, material, number, content, actor, at, change)
            values (@Organisation, @Id, @Number, @content, @By, @At, @change)
            """,
            new
            {
                material.Organisation,
                material.Id,
                revision.Number,
                content = StoredJson.Write(revision.Statement),
                revision.By,
                revision.At,
                change = TextColumn.Of(revision.Change),
            },
            transaction);
        await connection.ExecuteAsync(
            """
            update material set title = @title, findings = @findings, causes = @causes, measures = @measures
            where organisation = @Organisation and id = @Id
            """,
            new
            {
                material.Organisation,
                material.Id,
                title = revision.Statement.Title is { } title ? TextColumn.Of(title) : null,
                findings = revision.Statement.Findings.Count,
                causes = revision.Statement.Causes.Count,
                measures = revision.Statement.Measures.Count,
            },
            transaction);
    }

    private sealed class RevisionRow
    {
        public long Number { get; init; }
        public byte[] Content { get; init; } = [];
        public PersonId? Actor { get; init; }
        public DateTimeOffset At { get; init; }
        public string Change { get; init; } = "";

        public StructureRevision ToRevision() =>
            new((int)Number, StoredJson.Read<Statement>(Content), Actor, At, Change);
    }
}
