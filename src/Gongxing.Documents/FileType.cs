using System.IO.Compression;
using System.Text;
using Gongxing.Documents.Odt;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents;

/// <summary>What the content of a file is, whatever its name says.</summary>
internal enum FileType
{
    /// <summary>Characters of some encoding; which markup, if any, is told after decoding.</summary>
    Text,
    Docx,
    Odt,
    Pdf,

    /// <summary>Word 97–2003, WPS or RTF: read through an office program.</summary>
    LegacyWord,
    EncryptedPackage,

    /// <summary>An OLE compound file that is not whole: a .doc, or another office file of its time.</summary>
    CutCompound,
    DamagedCompound,

    /// <summary>Something we know and do not read.</summary>
    Other,
}

/// <summary>Tells the type of a file by its first bytes and, for a zip, by its parts.</summary>
internal static class FileTypes
{
    /// <summary>A PDF may begin with other bytes; its header has to come within this many.</summary>
    private const int PdfHeaderWithin = 1024;

    private static readonly (byte[] Signature, string Name)[] NotRead =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ([.. "GIF8"u8], "image/gif"),
        ([.. "II*\0"u8], "image/tiff"),
        ([.. "MM\0*"u8], "image/tiff"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "program"),
        ([0x1F, 0x8B, 0x08], "gzip"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], "7z"),
        ([.. "Rar!\x1A\x07"u8], "rar"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], "xz"),
        ([.. "SQLite format 3\0"u8], "sqlite"),
    ];

    /// <param name="what">For the log: the kind of thing an <see cref="FileType.Other"/> is.</param>
    public static FileType Tell(ReadOnlyMemory<byte> content, string name, out string what)
    {
        ReadOnlySpan<byte> bytes = content.Span;
        what = "";
        foreach ((byte[] signature, string kind) in NotRead)
        {
            if (bytes.StartsWith(signature))
            {
                what = kind;
                return FileType.Other;
            }
        }

        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8))
        {
            return OfZip(content, name, out what);
        }

        if (IsPdf(bytes[..Math.Min(PdfHeaderWithin, bytes.Length)]))
        {
            return FileType.Pdf;
        }

        if (bytes.StartsWith("{\\rtf"u8))
        {
            return FileType.LegacyWord;
        }

        return OdtReader.IsFlat(bytes) ? FileType.Odt : OfCompound(bytes, out what);
    }

    private static FileType OfCompound(ReadOnlySpan<byte> bytes, out string what)
    {
        CompoundKind kind = CompoundFile.KindOf(bytes);
        what = kind == CompoundKind.Other ? "compound file" : "";
        return kind switch
        {
            CompoundKind.EncryptedPackage => FileType.EncryptedPackage,
            CompoundKind.Word => FileType.LegacyWord,
            CompoundKind.Cut => FileType.CutCompound,
            CompoundKind.Damaged => FileType.DamagedCompound,
            CompoundKind.Other => FileType.Other,
            _ => FileType.Text,
        };
    }

    private static bool IsPdf(ReadOnlySpan<byte> head)
    {
        int at = head.IndexOf("%PDF-"u8);
        return at == 0 || (at > 0 && (head[at - 1] is (byte)'\n' or (byte)'\r' || head[..at].Contains((byte)0)));
    }

    private static FileType OfZip(ReadOnlyMemory<byte> content, string name, out string what)
    {
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            what = MimeType(zip) ?? "";
            if (what.Contains("opendocument.text", StringComparison.Ordinal))
            {
                return FileType.Odt;
            }

            foreach (ZipArchiveEntry entry in zip.Entries)
            {
                if (entry.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase))
                {
                    return FileType.Docx;
                }
            }

            what = what.Length > 0 ? what : "zip";
            return FileType.Other;
        }
        catch (InvalidDataException)
        {
            return OfBrokenZip(content.Span, name, out what);
        }
    }

    /// <summary>An OpenDocument package names its kind in an uncompressed part, at most a line long.</summary>
    private static string? MimeType(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { } entry)
        {
            return null;
        }

        Span<byte> line = stackalloc byte[128];
        using Stream part = entry.Open();
        int length = part.ReadAtLeast(line, line.Length, throwOnEndOfStream: false);
        return Encoding.ASCII.GetString(line[..length]);
    }

    /// <summary>The directory stands at the end and is lost when a file is cut; names also stand before each part.</summary>
    private static FileType OfBrokenZip(ReadOnlySpan<byte> bytes, string name, out string what)
    {
        what = "zip without directory";
        if (bytes.IndexOf("opendocument.text"u8) >= 0 || FileName.HasExtension(name, ".odt"))
        {
            return FileType.Odt;
        }

        return bytes.IndexOf("word/"u8) >= 0 || FileName.HasExtension(name, ".docx") ? FileType.Docx : FileType.Other;
    }
}
