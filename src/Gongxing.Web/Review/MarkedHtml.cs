using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Web.Review;

/// <summary>Writes the text of a reviewed file for a browser, every remark marked at its words.</summary>
internal sealed class MarkedHtml(TextWriter to, ReviewedFile file, string id)
{
    private readonly HashSet<int> _begun = [];
    private int _next;

    public void Write()
    {
        TableCell? open = null;
        var active = new List<NumberedRemark>();
        foreach (Paragraph paragraph in file.Document.Paragraphs)
        {
            Move(open, paragraph.Cell);
            open = paragraph.Cell;
            string look = paragraph.HeadingLevel > 0 || paragraph.Kind == ParagraphKind.Heading ? " class=\"heading\""
                : paragraph.Kind is ParagraphKind.Footnote or ParagraphKind.TextBox ? " class=\"aside\""
                : "";
            to.Write($"<p{look}>");
            WriteLine(paragraph.Span, active);
            to.Write("</p>\n");
        }

        Move(open, null);
    }

    /// <summary>Closes and opens tables, rows and cells between two paragraphs.</summary>
    private void Move(TableCell? from, TableCell? next)
    {
        bool sameTable = from is not null && from.Table == next?.Table;
        bool sameRow = sameTable && from!.Row == next!.Row;
        if (sameRow && from!.Column == next!.Column)
        {
            return;
        }

        to.Write(from is null ? "" : "</td>");
        to.Write(from is null || sameRow ? "" : "</tr>\n");
        to.Write(from is null || sameTable ? "" : "</table></div>\n");
        to.Write(next is null || sameTable ? "" : "<div class=\"table\"><table>\n");
        to.Write(next is null || sameRow ? "" : "<tr>");
        to.Write(next is null ? "" : "<td>");
    }

    private void WriteLine(TextSpan paragraph, List<NumberedRemark> active)
    {
        IReadOnlyList<NumberedRemark> all = file.Remarks.All;
        active.RemoveAll(one => one.Remark.Span.End <= paragraph.Start);
        for (; _next < all.Count && all[_next].Remark.Span.Start < paragraph.End; _next++)
        {
            active.Add(all[_next]);
        }

        var borders = new SortedSet<int> { paragraph.Start, paragraph.End };
        foreach (NumberedRemark one in active)
        {
            TextSpan inside = one.Remark.Span.Intersect(paragraph);
            if (!inside.IsEmpty)
            {
                borders.UnionWith([inside.Start, inside.End]);
            }
        }

        foreach ((int start, int end) in borders.Zip(borders.Skip(1)))
        {
            WritePiece(TextSpan.FromBounds(start, end), [.. active.Where(one => one.Remark.Span.Contains(start))]);
        }
    }

    private void WritePiece(TextSpan piece, IReadOnlyList<NumberedRemark> remarks)
    {
        string words = RemarkHtml.Encoded(piece.In(file.Document.Text).ToString());
        if (remarks.Count == 0)
        {
            to.Write(words);
            return;
        }

        Remark weightiest = remarks.MinBy(one => (one.Remark.Scope != RemarkScope.Words, one.Remark.Level))!.Remark;
        string scope = weightiest.Scope == RemarkScope.Words ? "" : " wide";
        to.Write($"<mark class=\"{RemarkHtml.Look(weightiest.Level)}{scope}\">");
        foreach (NumberedRemark one in remarks.Where(one => _begun.Add(one.Number)))
        {
            string level = RemarkHtml.Look(one.Remark.Level);
            to.Write($"<a id=\"{id}-t{one.Number}\" class=\"number {level}\" href=\"#{id}-q{one.Number}\">{one.Number}</a>");
        }

        to.Write($"{words}</mark>");
    }
}
