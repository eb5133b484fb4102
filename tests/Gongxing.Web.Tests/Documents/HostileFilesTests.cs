using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Gongxing.Documents;
using Gongxing.Documents.Workers;

namespace Gongxing.Web.Tests.Documents;

/// <summary>Files made to harm, through one real worker. After each the same pool reads a good file.</summary>
public sealed class HostileFilesTests : IDisposable
{
    private static readonly byte[] Good = "一是落实不够。\n"u8.ToArray();

    private readonly DocumentWorkers workers = new(ReadLimits.Default, count: 1);

    [Fact]
    public async Task A_PDF_object_that_refers_to_itself_ends_the_worker_and_nothing_else() =>
        await RefusesAsync(
            Pdf("1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj", "2 0 obj 2 0 R endobj"), "a.pdf",
            Unreadable.WorkerDied, Unreadable.Damaged);

    [Fact]
    public async Task A_PDF_stream_whose_length_is_itself_is_damaged() =>
        await RefusesAsync(
            Pdf(
                "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj",
                "2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj",
                "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >> endobj",
                "4 0 obj << /Length 4 0 R >> stream\nBT ET\nendstream endobj"),
            "a.pdf", Unreadable.WorkerDied, Unreadable.Damaged, Unreadable.NoText);

    [Fact]
    public async Task Twenty_thousand_nested_elements_are_too_deep() =>
        await RefusesAsync(
            Encoding.ASCII.GetBytes("<html>" + string.Concat(Enumerable.Repeat("<div><span>", 20_000))), "a.html", Unreadable.TooDeep);

    [Fact]
    public async Task Twenty_thousand_nested_tables_in_a_docx_are_too_deep() =>
        await RefusesAsync(
            Docx(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 20_000))), "a.docx", Unreadable.TooDeep);

    [Fact]
    public async Task A_docx_that_unpacks_to_a_thousand_times_its_size_is_a_bomb() =>
        await RefusesAsync(Docx($"<w:p><w:r><w:t>{new string('a', 30 << 20)}"), "a.docx", Unreadable.Bomb);

    [Fact]
    public async Task A_PDF_page_that_takes_more_memory_than_there_is_is_given_up()
    {
        using var small = new DocumentWorkers(ReadLimits.Default with { Time = TimeSpan.FromSeconds(15), WorkerBytes = 96 << 20 }, count: 1);
        byte[] content = Packed(Encoding.ASCII.GetBytes("BT /F1 9 Tf " + string.Concat(Enumerable.Repeat("(aaaaaaaaaaaaaaaa) Tj\n", 1_000_000))));

        Assert.Contains(
            (await small.ReadAsync(content, "a.pdf", default)).Reason,
            (Unreadable?[])[Unreadable.WorkerDied, Unreadable.TimedOut, Unreadable.Damaged]);
        Assert.NotNull((await small.ReadAsync(Good, "a.txt", default)).Document);
    }

    [Fact]
    public async Task A_document_without_end_is_stopped_by_the_clock()
    {
        using var hurried = new DocumentWorkers(ReadLimits.Default with { Time = TimeSpan.FromMilliseconds(1) }, count: 1);
        byte[] endless = [.. Enumerable.Repeat(Good, 200_000).SelectMany(line => line)];

        Assert.Equal(Unreadable.TimedOut, (await hurried.ReadAsync(endless, "a.txt", default)).Reason);
    }

    [Fact]
    public async Task A_file_of_thirty_megabytes_is_too_large() =>
        await RefusesAsync(new byte[30 << 20], "a.docx", Unreadable.TooLarge);

    [Fact]
    public async Task Random_bytes_under_every_name_are_refused()
    {
        foreach (string name in (string[])["a.docx", "a.odt", "a.pdf", "a.txt", "a.html", "a.md", "a.doc"])
        {
            await RefusesAsync(RandomNumberGenerator.GetBytes(4000), name, Unreadable.UnknownType);
        }
    }

    private async Task RefusesAsync(byte[] content, string name, params Unreadable[] reasons)
    {
        ReadResult result = await workers.ReadAsync(content, name, default);

        Assert.True(result.Reason is { } reason && reasons.Contains(reason), $"{result.Reason}: {result.Detail}");
        Assert.Equal("一是落实不够。\n", (await workers.ReadAsync(Good, "a.txt", default)).Document!.Text);
    }

    private static byte[] Pdf(params string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        int[] places = new int[objects.Length];
        for (int i = 0; i < objects.Length; i++)
        {
            places[i] = file.Length;
            file.Append(objects[i]).Append('\n');
        }

        int table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (int place in places)
        {
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        }

        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static byte[] Packed(byte[] content)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return Pdf(
            "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj",
            "2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj",
            "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F1 "
                + "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj",
            $"4 0 obj << /Filter /FlateDecode /Length {packed.Length} >> stream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream endobj");
    }

    private static byte[] Docx(string body)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" "
                + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Add(zip, "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                + "Target=\"word/document.xml\"/></Relationships>");
            Add(zip, "word/document.xml",
                $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}");
        }

        return packed.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open());
        writer.Write(content);
    }

    public void Dispose() => workers.Dispose();
}
