using System.Globalization;
using System.Text;

namespace Gongxing.Tests.Documents;

/// <summary>Writes small PDF files: text at places, in a font that is a full square wide for every character.</summary>
internal sealed class PdfFile
{
    private const double Width = 595, Height = 842;

    private readonly List<StringBuilder> pages = [];
    private readonly List<(byte[] Jpeg, int Width, int Height)> photographs = [];

    /// <summary>A page of lines that begin 90 points from the left and fall by 28, in size 16.</summary>
    public PdfFile Page(params string[] lines)
    {
        pages.Add(new StringBuilder());
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimStart('　');
            Text(line, 90 + (16 * (lines[i].Length - line.Length)), 740 - (28 * i));
        }

        return this;
    }

    public PdfFile Text(string text, double x, double y, double size = 16)
    {
        pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf {x} {y} Td <")
            .Append(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)))
            .Append("> Tj ET\n");
        return this;
    }

    public PdfFile Rule(double x1, double y1, double x2, double y2)
    {
        pages[^1].Append(CultureInfo.InvariantCulture, $"{x1} {y1} m {x2} {y2} l S\n");
        return this;
    }

    /// <summary>Rules around cells, and the text of each; lines of a cell are parted by |. From a place downwards.</summary>
    public PdfFile Table(double y, double[] columns, params string[][] rows)
    {
        Rule(columns[0], y, columns[^1], y);
        foreach (string[] row in rows)
        {
            double height = 16 * row.Max(cell => cell.Split('|').Length) + 8;
            for (int i = 0; i < row.Length; i++)
            {
                string[] lines = row[i].Split('|');
                for (int line = 0; line < lines.Length; line++)
                {
                    Text(lines[line], columns[i] + 4, y - 14 - (16 * line), 12);
                }
            }

            foreach (double column in columns)
            {
                Rule(column, y, column, y - height);
            }

            y -= height;
            Rule(columns[0], y, columns[^1], y);
        }

        return this;
    }

    /// <summary>A page that is all picture.</summary>
    public PdfFile Picture()
    {
        pages.Add(new StringBuilder("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n"));
        return this;
    }

    /// <summary>A page that is all photograph, as a scanner writes it.</summary>
    public PdfFile Photograph(byte[] jpeg, int width, int height)
    {
        photographs.Add((jpeg, width, height));
        pages.Add(new StringBuilder().Append(CultureInfo.InvariantCulture, $"q 595 0 0 842 0 0 cm /I{photographs.Count} Do Q\n"));
        return this;
    }

    public byte[] Bytes()
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Concat(pages.Select((_, i) => $"{6 + (2 * i)} 0 R "))}] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
                + " /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900]"
                + " /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 800 /StemV 80 >> >>",
            Stream(ToUnicode()),
        };
        int first = objects.Count + (2 * pages.Count) + 1;
        string named = string.Concat(photographs.Select((_, i) => $"/I{i + 1} {first + i} 0 R "));
        foreach (StringBuilder page in pages)
        {
            objects.Add(string.Create(CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] /Contents {objects.Count + 2} 0 R"
                + $" /Resources << /Font << /F1 3 0 R >> /XObject << {named}>> >> >>"));
            objects.Add(Stream(page.ToString()));
        }

        foreach ((byte[] jpeg, int width, int height) in photographs)
        {
            objects.Add($"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB /BitsPerComponent 8"
                + $" /Filter /DCTDecode /Length {jpeg.Length} >>\nstream\n{Encoding.Latin1.GetString(jpeg)}\nendstream");
        }

        return Assemble(objects);
    }

    private static byte[] Assemble(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        for (int i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        int table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    /// <summary>Every code stands for the character of that number.</summary>
    private static string ToUnicode()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Same def\n"
            + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        for (int high = 0; high < 256; high += 64)
        {
            map.Append("64 beginbfrange\n");
            for (int row = high; row < high + 64; row++)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{row:X2}00> <{row:X2}FF> <{row:X2}00>\n");
            }

            map.Append("endbfrange\n");
        }

        return map.Append("endcmap\nend\nend").ToString();
    }
}
