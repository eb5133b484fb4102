using System.Xml;
using System.Xml.Linq;
using static Gongxing.Documents.OfficialFormat.Word;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>Writes the blocks of a paper as word/document.xml, one after the other.</summary>
internal sealed class BodyPart(FormatProfile profile, PaperSize paper)
{
    // Of the height of a page, as estimated.
    private const double TallRow = 0.75;

    public void Write(XmlWriter xml, IEnumerable<Block> blocks, IReadOnlyList<(string Kind, string Id)> footers)
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("w", "document", Namespace);
        xml.WriteAttributeString("xmlns", "r", null, PackageParts.Office);
        xml.WriteStartElement("w", "body", Namespace);
        Block? last = null;
        foreach (Block block in blocks)
        {
            // Word makes one table of two that touch.
            if (block is TableBlock && last is TableBlock)
            {
                Blank(TextRole.TableText).WriteTo(xml);
            }

            Element(block).WriteTo(xml);
            last = block;
        }

        if (last is TableBlock)
        {
            Blank(TextRole.TableText).WriteTo(xml);
        }

        Section(footers).WriteTo(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private XElement Element(Block block) => block switch
    {
        TextBlock text => Paragraph(text),
        TableBlock table => Table(table),
        _ => Blank(TextRole.Flush, block is BlankBlock { KeepsNext: true }),
    };

    private static XElement Blank(TextRole role, bool keepsNext = false) => El("p",
        El("pPr", Val("pStyle", StyleSheetPart.IdOf(role)), keepsNext ? El("keepNext") : null));

    private XElement Paragraph(TextBlock block) => El("p",
        El("pPr",
            block.Role == TextRole.Flush ? null : Val("pStyle", StyleSheetPart.IdOf(block.Role)),
            block.KeepsNext ? El("keepNext") : null,
            block.StartsPage ? El("pageBreakBefore") : null,
            Indent(block)),
        TextRuns.Of(block.Text, block.Lead, StyleSheetPart.LeadIdOf(block.LeadRole)));

    private XElement? Indent(TextBlock block)
    {
        FormatFont font = StyleSheetPart.FontOf(profile, block.Role);
        if (block.Role == TextRole.Title
            && TitleLines.Width(block.Text, paper.TextWidth / 20.0 / font.Size) is { } width)
        {
            int side = Math.Max(0, (int)((paper.TextWidth - width * font.Size * 20) / 2));
            return El("ind", At("left", side), At("right", side));
        }

        return block.Right > 0
            ? El("ind", At("rightChars", (int)Math.Round(block.Right * 100)),
                At("right", Points(block.Right * (font.Size + profile.CharacterSpacing))))
            : null;
    }

    private XElement Table(TableBlock table)
    {
        int[] widths = Widths(table.Widths);
        return El("tbl",
            El("tblPr",
                El("tblW", At("w", widths.Sum()), At("type", "dxa")),
                El("tblBorders", ((string[])["top", "left", "bottom", "right", "insideH", "insideV"]).Select(edge =>
                    El(edge, At("val", "single"), At("sz", 4), At("space", 0), At("color", "auto")))),
                El("tblLayout", At("type", "fixed"))),
            El("tblGrid", widths.Select(width => El("gridCol", At("w", width)))),
            table.Rows.Select(row => Row(row, widths)));
    }

    private int[] Widths(IReadOnlyList<double> shares)
    {
        double whole = shares.Sum();
        int[] widths = [.. shares.Select(share => (int)(paper.TextWidth * share / whole))];
        widths[^1] += paper.TextWidth - widths.Sum();
        return widths;
    }

    private XElement Row(TableRow row, int[] widths)
    {
        var cells = new List<XElement>();
        int column = 0;
        bool tall = false;
        foreach (TableCellBlock cell in row.Cells)
        {
            int width = widths.AsSpan(column, cell.Span).ToArray().Sum();
            tall |= Height(cell, width) > paper.TextHeight * TallRow;
            cells.Add(Cell(cell, width));
            column += cell.Span;
        }

        // A row that does not fit on a page may be broken; any other stays whole.
        XElement? properties = row.IsHeader || !tall
            ? El("trPr", tall ? null : El("cantSplit"), row.IsHeader ? El("tblHeader") : null)
            : null;
        return El("tr", properties, cells);
    }

    private double Height(TableCellBlock cell, int width) => cell.Text.Sum(text =>
    {
        double size = StyleSheetPart.FontOf(profile, text.Role).Size;
        int room = Math.Max(width - 2 * StyleSheetPart.CellPadding, 200);
        double lines = Math.Ceiling(EmWidth.Of(text.Text) * size * 20 / room);
        return lines * StyleSheetPart.PitchOf(profile, text.Role) * 20;
    });

    private static XElement Cell(TableCellBlock cell, int width) => El("tc",
        El("tcPr",
            El("tcW", At("w", width), At("type", "dxa")),
            cell.Span > 1 ? Val("gridSpan", cell.Span) : null,
            cell.Merge is { } merge ? El("vMerge", merge == CellMerge.Starts ? At("val", "restart") : null) : null,
            cell.Text.Any(text => text.Role == TextRole.TableHead) ? Val("vAlign", "center") : null),
        cell.Text.Count > 0 && cell.Merge != CellMerge.GoesOn
            ? cell.Text.Select(text => CellParagraph(text, cell.IsCentred))
            : [Blank(TextRole.TableText)]);

    private static XElement CellParagraph(TextBlock text, bool centred) => El("p",
        El("pPr",
            Val("pStyle", StyleSheetPart.IdOf(text.Role)),
            centred ? Val("jc", "center") : null),
        TextRuns.Of(text.Text, 0, null));

    private XElement Section(IReadOnlyList<(string Kind, string Id)> footers) => El("sectPr",
        footers.Select(footer =>
            El("footerReference", At("type", footer.Kind), PackageParts.RelationshipId(footer.Id))),
        El("pgSz", At("w", paper.Width), At("h", paper.Height), paper.IsLandscape ? At("orient", "landscape") : null),
        El("pgMar",
            At("top", paper.Top), At("right", paper.Right), At("bottom", paper.Bottom), At("left", paper.Left),
            At("header", Millimetres(15)), At("footer", paper.FooterDistance(profile)), At("gutter", 0)),
        El("docGrid", At("type", "lines"), At("linePitch", Points(profile.LinePitch))));
}
