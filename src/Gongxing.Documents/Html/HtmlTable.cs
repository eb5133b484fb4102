using Gongxing.Core.Statements;

namespace Gongxing.Documents.Html;

/// <summary>A table being read: which of the page it is, and the cell that is open.</summary>
internal sealed class HtmlTable(int index)
{
    private int row = -1;
    private int column = -1;
    private bool isHeader;

    public bool IsInHead { get; set; }

    public void BeginRow()
    {
        row++;
        column = -1;
        isHeader = IsInHead;
    }

    public void BeginCell(HtmlTag tag)
    {
        row = Math.Max(0, row);
        column++;
        isHeader |= tag.Name == "th" && column == 0 && row == 0;
    }

    public TableCell? Cell => column < 0 ? null : new TableCell(index, row, column, isHeader);
}
