using Gongxing.Core.Statements;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>Reads the WordprocessingML of Word, WPS and LibreOffice, in one streaming pass.</summary>
/// <remarks>
/// Text boxes, footnotes and endnotes follow the paragraph they hang on. Revisions are read as if all were accepted, hidden
/// text and the prompts of empty form fields are left out, and a soft line break ends a paragraph.
/// </remarks>
public static class DocxReader
{
    /// <exception cref="UnreadableException">The file is given up.</exception>
    public static Document Read(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        var package = new Package(content, limits);
        return new DocxParts(package, MainPartOf(package), limits).Read();
    }

    /// <exception cref="UnreadableException">There is none: it was lost, or this is no Word document.</exception>
    internal static string MainPartOf(Package package)
    {
        string main = Relationships.Of(package, "").First("officeDocument") ?? "word/document.xml";
        return package.Has(main)
            ? main
            : throw new UnreadableException(
                package.Names.Any(name => name.StartsWith("word/", StringComparison.OrdinalIgnoreCase))
                    ? Unreadable.NoMainPart
                    : Unreadable.UnknownType,
                $"no {main} in the package");
    }
}
