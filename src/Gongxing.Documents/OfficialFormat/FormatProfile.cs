using Gongxing.Core.Remarks;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>How an office sets its papers on A4 (公文格式): GB/T 9704—2012 or a local variant. A data file each.</summary>
/// <param name="Page">Margins in millimetres.</param>
/// <param name="LinePitch">From line to line of the body, in points.</param>
/// <param name="CharacterSpacing">
/// Added to each character, in points. 16 points are a little more than the standard's 三号, of which 28 fill a line.
/// </param>
/// <param name="FirstLineIndent">In characters.</param>
public sealed record FormatProfile(
    string Id,
    LocalizedText Name,
    PageMargins Page,
    double LinePitch,
    double CharacterSpacing,
    double FirstLineIndent,
    FormatFonts Fonts,
    PageNumberFormat PageNumber,
    BlankLines BlankLines,
    SignOffFormat SignOff)
{
    // A4.
    internal const double PaperWidth = 210;
    internal const double PaperHeight = 297;

    private const double PointsPerMillimetre = 72 / 25.4;

    public int LinesPerPage => (int)((PaperHeight - Page.Top - Page.Bottom) * PointsPerMillimetre / LinePitch);

    /// <summary>Full-width characters of the body.</summary>
    public int CharactersPerLine =>
        (int)((PaperWidth - Page.Left - Page.Right) * PointsPerMillimetre / (Fonts.Body.Size + CharacterSpacing));
}

public sealed record PageMargins(double Top, double Bottom, double Left, double Right);

/// <param name="Ascii">For digits and Latin letters.</param>
/// <param name="Size">In points.</param>
/// <param name="LinePitch">Where it differs from that of the body, in points.</param>
public sealed record FormatFont(
    string EastAsia, string Ascii, double Size, bool Bold = false, double? LinePitch = null);

/// <param name="Quotation">For words of the text where a table cites them.</param>
public sealed record FormatFonts(
    FormatFont Title,
    FormatFont Subtitle,
    FormatFont Heading1,
    FormatFont Heading2,
    FormatFont Heading3,
    FormatFont Heading4,
    FormatFont Body,
    FormatFont TableHead,
    FormatFont TableText,
    FormatFont Quotation,
    FormatFont PageNumber)
{
    public IReadOnlyList<FormatFont> All =>
        [Title, Subtitle, Heading1, Heading2, Heading3, Heading4, Body, TableHead, TableText, Quotation, PageNumber];
}

/// <param name="Below">Millimetres from the text down to the number.</param>
public sealed record PageNumberFormat(PageNumberPlace Place, double Below);

public enum PageNumberPlace
{
    /// <summary>Right on odd pages, left on even ones, one character in.</summary>
    Outer,
    Centre,
    None,
}

public sealed record BlankLines(int AfterTitle, int BeforeSignOff);

/// <param name="Right">Characters left free to the right of the longer of name and date.</param>
public sealed record SignOffFormat(double Right);
