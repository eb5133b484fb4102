using System.IO.Compression;
using System.Text;
using CsCheck;
using Gongxing.Core.Statements;
using Gongxing.Documents;

namespace Gongxing.Tests.Documents;

public class DocumentReaderTests
{
    private static readonly string[] Names = ["a.txt", "a.md", "a.html", "a.docx", "a.odt", "a.pdf", "a.doc", "a"];

    [Fact]
    public void An_empty_file_and_a_blank_one_are_told_apart()
    {
        Assert.Equal(Unreadable.Empty, Reason([], "a.txt"));
        Assert.Equal(Unreadable.NoText, Reason(" \r\n\t　\n"u8.ToArray(), "a.txt"));
    }

    [Fact]
    public void A_file_over_the_limit_is_too_large() =>
        Assert.Equal(
            Unreadable.TooLarge,
            DocumentReader.Read(new byte[11], "a.txt", ReadLimits.Default with { FileBytes = 10 }).Reason);

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452")]
    [InlineData("FFD8FFE000104A464946")]
    [InlineData("7F454C4602010100000000000000000002003E00")]
    [InlineData("4D5A90000300000004000000FFFF0000B800000000000000")]
    [InlineData("1F8B0800000000000003")]
    [InlineData("526172211A0700CF907300")]
    public void What_is_no_document_is_of_an_unknown_type_whatever_its_name(string content)
    {
        foreach (string name in (string[])["a.docx", "a.txt", "a.pdf", "a"])
        {
            Assert.Equal(Unreadable.UnknownType, Reason(Convert.FromHexString(content), name));
        }
    }

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("ppt/presentation.xml")]
    [InlineData("notes.txt")]
    public void A_zip_that_is_no_text_document_is_of_an_unknown_type(string part)
    {
        var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry(part).Open().Dispose();
        }

        Assert.Equal(Unreadable.UnknownType, Reason(buffer.ToArray(), "a.docx"));
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><note>甲</note>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")]
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/related\n\n甲")]
    public void Markup_that_is_not_prose_is_of_an_unknown_type(string text) =>
        Assert.Equal(Unreadable.UnknownType, Reason(Encoding.UTF8.GetBytes(text), "a.txt"));

    [Theory]
    [InlineData(3, 3)]
    [InlineData(1, 3)]
    [InlineData(1, 10)]
    [InlineData(3, 1)]
    [InlineData(10, 1)]
    public void A_text_half_in_one_encoding_and_half_in_another_is_called_that(int first, int second)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string line = "抓落实不够坚决，安排部署多、督促检查少，到基层一线走访不勤。\n";
        byte[] mixed =
        [
            .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, first))),
            .. Encoding.GetEncoding("gb18030").GetBytes(string.Concat(Enumerable.Repeat(line, second))),
        ];

        Assert.Equal(Unreadable.MixedText, Reason(mixed, "a.txt"));
    }

    [Fact]
    public void A_word_document_cut_in_the_middle_is_cut_and_no_picture()
    {
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

        Assert.Equal(Unreadable.Cut, Reason([.. signature, .. new byte[300]], "a.doc"));
    }

    [Fact]
    public async Task A_folder_and_a_link_that_leads_nowhere_are_told_from_a_file_that_is_missing()
    {
        string folder = Directory.CreateTempSubdirectory("gongxing-test-").FullName;
        try
        {
            string loop = Path.Combine(folder, "loop.docx");
            string dangling = Path.Combine(folder, "dangling.docx");
            string toFolder = Path.Combine(folder, "folder");
            File.CreateSymbolicLink(loop, loop);
            File.CreateSymbolicLink(dangling, Path.Combine(folder, "nothing.docx"));
            Directory.CreateSymbolicLink(toFolder, folder);

            Assert.Equal(Unreadable.Folder, await WhyNotOpenedAsync(folder));
            Assert.Equal(Unreadable.Folder, await WhyNotOpenedAsync(toFolder));
            Assert.Equal(Unreadable.BrokenLink, await WhyNotOpenedAsync(loop));
            Assert.Equal(Unreadable.BrokenLink, await WhyNotOpenedAsync(dangling));
            Assert.Equal(Unreadable.NotFound, await WhyNotOpenedAsync(Path.Combine(folder, "nothing.docx")));
            Assert.Equal(Unreadable.NotFound, await WhyNotOpenedAsync(Path.Combine(folder, "no", "nothing.docx")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_wrong_extension_is_read_by_content_and_noted()
    {
        Document document = DocumentReader.Read("落实不够。"u8.ToArray(), "a.docx", ReadLimits.Default).Document!;

        Assert.Equal(DocumentFormat.PlainText, document.Format);
        Assert.Contains(".docx", Assert.Single(document.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_never_throw_under_any_name() =>
        Gen.Select(Gen.Byte.Array[1, 2000], Gen.Int[0, Names.Length - 1]).Sample((content, name) =>
        {
            ReadResult result = DocumentReader.Read(content, Names[name], ReadLimits.Default);
            return result.Document is null != result.Reason is null;
        }, iter: 300);

    private static async Task<Unreadable> WhyNotOpenedAsync(string path) =>
        (await Assert.ThrowsAsync<UnreadableException>(() => BoundedFile.ReadAsync(path, ReadLimits.Default, default))).Reason;

    private static Unreadable? Reason(byte[] content, string name) =>
        DocumentReader.Read(content, name, ReadLimits.Default).Reason;
}
