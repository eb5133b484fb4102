using System.Data.Common;
using Dapper;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.Blobs;
using Gongxing.Tests.Storage.Materials;

namespace Gongxing.Tests.Storage.Blobs;

public abstract class RemovedFilesTests(TestServer server) : MaterialTests(server)
{
    private BlobStore _blobs = null!;

    private RemovedFiles Removed => new(Database, _blobs, Clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _blobs = new BlobStore(Folder);
    }

    [Fact]
    public async Task A_file_goes_a_day_after_its_material_and_not_before()
    {
        Material material = await AddStoredAsync("一");
        Material other = await AddStoredAsync("二");
        await Materials.RemoveAsync(material, Clock.GetUtcNow());

        Clock.Advance(RemovedFiles.Grace);
        Assert.Equal(0, await Removed.ClearAsync(Organisation));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Removed.ClearAsync(Organisation));

        Assert.Equal([_blobs.PathOf(other.Sha256)], Files());
        Assert.Equal(0, await ListedAsync());
    }

    [Fact]
    public async Task A_file_that_another_material_names_stays()
    {
        Material material = await AddStoredAsync("一");
        await AddStoredAsync("一");

        await RemoveAndClearAsync(material);

        Assert.Equal([_blobs.PathOf(material.Sha256)], Files());
        Assert.Equal(0, await ListedAsync());
    }

    [Fact]
    public async Task A_file_that_is_evidence_stays()
    {
        Material material = await AddStoredAsync("一");
        await HandInAsync(material);

        await RemoveAndClearAsync(material);

        Assert.Equal([_blobs.PathOf(material.Sha256)], Files());
    }

    [Fact]
    public async Task A_file_that_was_stored_again_and_waits_for_its_row_stays()
    {
        Material material = await AddStoredAsync("一");
        await Materials.RemoveAsync(material, Clock.GetUtcNow());
        Clock.Advance(RemovedFiles.Grace + TimeSpan.FromSeconds(1));
        await StoreAsync("一");

        Assert.Equal(0, await Removed.ClearAsync(Organisation));

        Assert.Equal([_blobs.PathOf(material.Sha256)], Files());
    }

    [Fact]
    public async Task Clearing_that_was_cut_short_is_brought_to_its_end()
    {
        Material material = await AddStoredAsync("一");
        await Materials.RemoveAsync(material, Clock.GetUtcNow());
        Clock.Advance(RemovedFiles.Grace + TimeSpan.FromSeconds(1));
        File.Delete(_blobs.PathOf(material.Sha256));

        Assert.Equal(0, await Removed.ClearAsync(Organisation));

        Assert.Equal(0, await ListedAsync());
    }

    private async Task RemoveAndClearAsync(Material material)
    {
        await Materials.RemoveAsync(material, Clock.GetUtcNow());
        Clock.Advance(RemovedFiles.Grace + TimeSpan.FromSeconds(1));
        Assert.Equal(0, await Removed.ClearAsync(Organisation));
    }

    private async Task<Material> AddStoredAsync(string content)
    {
        Blob blob = await StoreAsync(content);
        return await Materials.AddAsync(NewMaterial(Clerk) with { Sha256 = blob.Sha256, Size = blob.Size });
    }

    /// <summary>As if it had been written by the clock of the test.</summary>
    private async Task<Blob> StoreAsync(string content)
    {
        Blob blob = (await _blobs.AddAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)), 100))!;
        File.SetLastWriteTimeUtc(_blobs.PathOf(blob.Sha256), Clock.GetUtcNow().UtcDateTime);
        return blob;
    }

    /// <summary>An entry of another organisation in which the file of the material is evidence.</summary>
    private async Task HandInAsync(Material material)
    {
        var file = new EvidenceFile(material.Sha256, material.Size, material.MediaType, "佐证.pdf");
        string detail = LedgerJson.Write(new LedgerDetail.HandedIn(1, [new Evidence { File = file }]));
        OrganisationId other = OrganisationId.New();
        await Database.WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync(
                "insert into organisation (id, name, settings, made_at) select @other, name, settings, made_at from organisation",
                new { other },
                transaction);
            await connection.ExecuteAsync(
                """
                insert into ledger_entry (organisation, item, number, sequence, act, actor, actor_name, at, note, form, detail,
                    previous, hash)
                values (@other, 'i', 1, 1, 'Report', @actor, '丙', @at, '', '', @detail, '', '')
                """,
                new { other, actor = Clerk.Id, at = Clock.GetUtcNow(), detail },
                transaction);
        });
    }

    private string[] Files() => Directory.GetFiles(Path.Combine(Folder, "blobs"), "*", SearchOption.AllDirectories);

    private async Task<long> ListedAsync()
    {
        await using DbConnection connection = await Database.OpenAsync();
        return await connection.ExecuteScalarAsync<long>("select count(*) from removed_file");
    }
}

public sealed class SqliteRemovedFilesTests() : RemovedFilesTests(TestServer.Sqlite);

public sealed class PostgresRemovedFilesTests() : RemovedFilesTests(TestServer.Postgres);
