using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>Reads the properties of rows and cells.</summary>
internal static class TableProperties
{
    /// <returns>True for a row that a revision deleted.</returns>
    public static bool ReadRow(XmlPart xml, OpenTable table)
    {
        bool isDeleted = false;
        int depth = xml.Depth;
        while (xml.NextIn(depth))
        {
            switch (xml.Name)
            {
                case "tblHeader":
                    table.MarkHeader(xml.IsOn());
                    break;
                case "gridBefore":
                    table.StartAt(xml.Number() ?? 0);
                    break;
                case "del":
                    isDeleted = true;
                    break;
            }
        }

        return isDeleted;
    }

    /// <returns>True for a cell that a revision deleted.</returns>
    public static bool ReadCell(XmlPart xml, OpenTable table)
    {
        bool isDeleted = false;
        int depth = xml.Depth;
        while (xml.NextIn(depth))
        {
            switch (xml.Name)
            {
                case "gridSpan":
                    table.Span(xml.Number() ?? 1);
                    break;
                case "cellDel":
                    isDeleted = true;
                    break;
            }
        }

        return isDeleted;
    }
}
