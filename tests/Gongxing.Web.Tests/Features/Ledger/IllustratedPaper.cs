using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace Gongxing.Web.Tests.Features.Ledger;

/// <summary>A .docx with pictures in it, as an office hands it in.</summary>
internal static class IllustratedPaper
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The text, then the pictures in their order.</summary>
    public static byte[] Docx(string text, params byte[][] pictures)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            string drawn = string.Concat(pictures.Select((_, i) =>
                $"<w:p><w:r><w:drawing><a:blip xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" r:embed=\"p{i}\"/></w:drawing></w:r></w:p>"));
            string related = string.Concat(pictures.Select((_, i) =>
                $"<Relationship Id=\"p{i}\" Type=\"{Relations}/image\" Target=\"media/image{i}.jpeg\"/>"));
            Add(zip, "word/document.xml", Encoding.UTF8.GetBytes(
                $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"{Relations}\">"
                + $"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p>{drawn}</w:body></w:document>"));
            Add(zip, "word/_rels/document.xml.rels", Encoding.UTF8.GetBytes(
                $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{related}</Relationships>"));
            for (int i = 0; i < pictures.Length; i++)
            {
                Add(zip, $"word/media/image{i}.jpeg", pictures[i]);
            }
        }

        return packed.ToArray();
    }

    /// <summary>One of those that the tests of the hash use.</summary>
    public static byte[] Picture(string name) => File.ReadAllBytes(Path.Combine(
        Path.GetDirectoryName(Here())!, "..", "..", "..", "Gongxing.Tests", "Documents", "Pictures", name));

    /// <summary>A sound JPEG of few bytes on which a decoder works for half a minute: it goes over the whole picture again and again.</summary>
    public static byte[] EndlessPicture()
    {
        byte[] head =
        [
            0xFF, 0xD8, 0xFF, 0xC2, 0, 11, 8, 0x17, 0x70, 0x17, 0x70, 1, 1, 0x11, 0,
            0xFF, 0xC4, 0, 20, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xE0,
        ];
        byte[] again = [0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 63, 0, .. new byte[70]];
        return [.. head, .. Enumerable.Repeat(again, 10_000).SelectMany(scan => scan), 0xFF, 0xD9];
    }

    private static string Here([CallerFilePath] string here = "") => here;

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using Stream part = zip.CreateEntry(name).Open();
        part.Write(content);
    }
}
