using Gongxing.Core.Statements;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>Writes papers as .docx in official form: GB/T 9704—2012 or a local variant. Never with a red head.</summary>
/// <remarks>The same input gives the same bytes.</remarks>
public static class OfficialWriter
{
    /// <summary>
    /// A statement as a clean paper. Its words stay as and where they are: reading the file again gives the text and
    /// the paragraphs of <see cref="CleanText"/>, which also tells where each span went.
    /// </summary>
    /// <remarks>A character that XML cannot hold becomes one without width.</remarks>
    public static byte[] Write(Document document, Statement statement, FormatProfile profile) => PackageParts.Make(
        StatementLayout.Of(document, statement, profile), profile, PaperSize.Portrait(profile));

    public static byte[] Write(RemarkList list, FormatProfile profile) => Write(ListLayout.Of(list, profile), profile);

    public static byte[] Write(StructureSummary summary, FormatProfile profile) =>
        Write(ListLayout.Of(summary, profile), profile);

    private static byte[] Write((PaperSize Paper, IEnumerable<Block> Blocks) layout, FormatProfile profile) =>
        PackageParts.Make(layout.Blocks, profile, layout.Paper);
}
