using System.Security.Cryptography;
using Gongxing.Storage.Blobs;

namespace Gongxing.Tests.Storage.Blobs;

public sealed class BlobStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongxing-blobs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200_000)]
    public async Task What_went_in_comes_out_under_its_hash(int size)
    {
        byte[] content = Bytes(size);
        var store = new BlobStore(_folder);

        Blob blob = (await store.AddAsync(new MemoryStream(content), most: 200_000))!;

        Assert.Equal(new Blob(Convert.ToHexStringLower(SHA256.HashData(content)), size), blob);
        await using FileStream stored = store.Open(blob);
        Assert.Equal(content, Read(stored));
    }

    [Fact]
    public async Task A_file_over_the_limit_leaves_nothing()
    {
        Assert.Null(await new BlobStore(_folder).AddAsync(new MemoryStream(Bytes(101)), most: 100));

        Assert.Empty(Files());
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => new BlobStore(_folder).AddAsync(new BreakingStream(70_000), most: 100_000));

        Assert.Empty(Files());
    }

    [Fact]
    public async Task The_same_file_uploaded_many_times_at_once_is_there_once()
    {
        var store = new BlobStore(_folder);
        byte[] content = Bytes(100_000);

        Blob?[] blobs = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.AddAsync(new MemoryStream(content), 100_000))));

        Assert.Single(blobs.Distinct());
        Assert.Equal(store.PathOf(blobs[0]!.Sha256), Assert.Single(Files()));
    }

    [Fact]
    public async Task A_stored_file_that_is_cut_or_gone_is_said_to_be_damaged()
    {
        var store = new BlobStore(_folder);
        Blob cut = (await store.AddAsync(new MemoryStream(Bytes(10)), 100))!;
        Blob gone = (await store.AddAsync(new MemoryStream(Bytes(20)), 100))!;
        await File.WriteAllBytesAsync(store.PathOf(cut.Sha256), Bytes(9));
        File.Delete(store.PathOf(gone.Sha256));

        Assert.Throws<DamagedBlobException>(() => store.Open(cut));
        Assert.Throws<DamagedBlobException>(() => store.Open(gone));

        await store.AddAsync(new MemoryStream(Bytes(10)), 100);
        await using FileStream again = store.Open(cut);
        Assert.Equal(10, again.Length);
    }

    [Fact]
    public void What_an_earlier_run_left_half_written_goes_at_start_but_not_what_is_being_written()
    {
        _ = new BlobStore(_folder);
        string left = Path.Combine(_folder, "blobs", "incoming", "left");
        string busy = Path.Combine(_folder, "blobs", "incoming", "busy");
        File.WriteAllText(left, "half");
        using var held = new FileStream(busy, FileMode.CreateNew, FileAccess.Write, FileShare.None);

        _ = new BlobStore(_folder);

        Assert.Equal([busy], Files());
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    public void Nothing_but_a_hash_becomes_a_path(string name) =>
        Assert.Throws<ArgumentException>(() => new BlobStore(_folder).PathOf(name));

    private string[] Files() => Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);

    private static byte[] Bytes(int size) => [.. Enumerable.Range(0, size).Select(i => (byte)(i * 31))];

    private static byte[] Read(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private sealed class BreakingStream(int after) : MemoryStream(new byte[after])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length ? base.ReadAsync(buffer, cancellationToken) : throw new IOException("The connection broke.");
    }
}
