using Gongxing.Core.Statements;

namespace Gongxing.Documents.Pdf;

/// <summary>Puts paragraphs, tables and footnotes into the order in which they are read.</summary>
internal sealed class PdfFlow(DocumentBuilder builder, List<PdfTable> tables, List<PdfFootnote> notes)
{
    private readonly ILookup<PdfLine, PdfFootnote> notes =
        notes.ToLookup(note => note.After, (IEqualityComparer<PdfLine>)ReferenceEqualityComparer.Instance);

    private int next;
    private int count;
    private int row;

    public void Add(List<PdfLine> lines)
    {
        HashSet<int> blocks = [.. lines.Select(line => line.Block)];
        foreach (PdfParagraph paragraph in PdfParagraphs.Of(lines, tables.Select(table => table.Right).DefaultIfEmpty().Max()))
        {
            AddTables(paragraph.Lines[0].Block, blocks);
            AddParagraph(paragraph);
            foreach (PdfFootnote note in paragraph.Lines.SelectMany(line => notes[line]))
            {
                builder.Add(note.Text, ParagraphKind.Footnote);
            }
        }

        AddTables(tables.Count, blocks);
    }

    private void AddParagraph(PdfParagraph paragraph)
    {
        PdfLine line = paragraph.Lines[0];
        if (!line.IsRow)
        {
            count += row > 0 ? 1 : 0;
            row = 0;
            builder.Add(paragraph.Text);
            return;
        }

        builder.Notice($"第 {line.Page} 页的表格没有边框线，分不清行和列，表里的文字没有归入问题和措施。请提交原来的 .docx。");
        builder.Add(paragraph.Text, ParagraphKind.TableCell, cell: new TableCell(count, row++, 0, IsHeader: false));
    }

    /// <summary>Adds the tables that stand before a block of the text.</summary>
    /// <param name="blocks">Those that have lines: a table that follows another with none between may be the rest of it.</param>
    private void AddTables(int block, HashSet<int> blocks)
    {
        while (next < block)
        {
            PdfTable table = tables[next++];
            PdfTable last = table;
            bool isHeaded = false;
            while (next < tables.Count && !blocks.Contains(next) && tables[next].Continues(last))
            {
                last = tables[next++];
                isHeaded |= table.Add(last);
            }

            AddTable(table, isHeaded);
        }
    }

    private void AddTable(PdfTable table, bool isHeaded)
    {
        for (int i = 0; i < table.Rows.Count; i++)
        {
            foreach ((int column, string text) in table.Rows[i])
            {
                builder.Add(text, ParagraphKind.TableCell, cell: new TableCell(count, i, column, isHeaded && i == 0));
            }
        }

        count++;
    }
}
