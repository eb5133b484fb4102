using System.Text.RegularExpressions;

namespace Gongxing.Documents.Pdf;

/// <summary>Takes page numbers, and headers and footers that come back page after page, out of the lines.</summary>
internal static partial class PdfMargins
{
    /// <summary>Share of the page height, at the top and at the bottom, in which a header or footer may stand.</summary>
    private const double Zone = 0.12;

    /// <summary>Lines at each end of a page that may belong to a header or footer.</summary>
    private const int Deep = 3;

    /// <summary>Returns the lines of the body; what was taken out is appended to <paramref name="margins"/>, each wording once.</summary>
    public static List<PdfLine> Remove(List<PdfLine> lines, List<string> margins)
    {
        List<PdfLine> suspects = [.. lines.GroupBy(line => line.Page).SelectMany(Edges)];
        int pages = lines.Select(line => line.Page).Distinct().Count();
        HashSet<string> repeated =
        [
            .. suspects.GroupBy(Wording)
                .Where(same => same.Select(line => line.Page).Distinct().Count() >= Math.Max(2, pages / 3))
                .Select(same => same.Key),
        ];
        var taken = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        var seen = new HashSet<string>();
        foreach (PdfLine line in suspects)
        {
            if (PageNumber().IsMatch(line.Text) || repeated.Contains(Wording(line)))
            {
                taken.Add(line);
                if (seen.Add(Wording(line)))
                {
                    margins.Add(line.Text);
                }
            }
        }

        return [.. lines.Where(line => !taken.Contains(line))];
    }

    private static IEnumerable<PdfLine> Edges(IEnumerable<PdfLine> page)
    {
        PdfLine[] lines = [.. page];
        return lines.Take(Deep).Where(line => line.Baseline > (1 - Zone) * line.PageHeight)
            .Concat(lines.TakeLast(Deep).Where(line => line.Baseline < Zone * line.PageHeight));
    }

    /// <summary>The line with its numbers made alike and its height on the page, so that “第 3 页” is known again as “第 4 页”.</summary>
    private static string Wording(PdfLine line) => $"{Digits().Replace(line.Text, "#")}@{Math.Round(line.Baseline / 6)}";

    [GeneratedRegex(@"^[\s\-–—―－·~～]*(第\s*)?(\d{1,4}|[一二三四五六七八九十百]{1,5}(?=\s*页))(\s*页)?([\s/／,，、|]*(共\s*)?\d{1,4}\s*页?)?[\s\-–—―－·~～]*$|^[Pp]age\s*\d+(\s*(of|/)\s*\d+)?$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
