using System.Xml.Linq;
using static Gongxing.Documents.OfficialFormat.Word;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>The styles of a profile: one for each <see cref="TextRole"/>, and one for each face of a lead.</summary>
internal static class StyleSheetPart
{
    public const string Footer = "Footer";

    /// <summary>Between the text of a cell and the line at its side; half of it above and below.</summary>
    public const int CellPadding = 85;

    public static string IdOf(TextRole role) => role switch
    {
        TextRole.Body => "BodyText",
        TextRole.Flush => "Normal",
        TextRole.SignOff => "Signature",
        _ => role.ToString(),
    };

    public static string? LeadIdOf(TextRole role) =>
        role is >= TextRole.Heading1 and <= TextRole.Heading4 ? $"{role}Lead" : null;

    public static FormatFont FontOf(FormatProfile profile, TextRole role) => role switch
    {
        TextRole.Title => profile.Fonts.Title,
        TextRole.Subtitle => profile.Fonts.Subtitle,
        TextRole.Heading1 => profile.Fonts.Heading1,
        TextRole.Heading2 => profile.Fonts.Heading2,
        TextRole.Heading3 => profile.Fonts.Heading3,
        TextRole.Heading4 => profile.Fonts.Heading4,
        TextRole.TableHead => profile.Fonts.TableHead,
        TextRole.TableText or TextRole.Note => profile.Fonts.TableText,
        TextRole.Quotation => profile.Fonts.Quotation,
        _ => profile.Fonts.Body,
    };

    /// <summary>Points from line to line.</summary>
    public static double PitchOf(FormatProfile profile, TextRole role)
    {
        FormatFont font = FontOf(profile, role);
        return font.LinePitch
            ?? (IsSmall(role) ? Math.Round(font.Size * 1.5) : Math.Max(profile.LinePitch, font.Size * 1.2));
    }

    public static double FooterPitch(FormatProfile profile) => Math.Ceiling(profile.Fonts.PageNumber.Size * 1.15);

    public static XElement Of(FormatProfile profile) => El("styles", Declaration(),
        Defaults(profile),
        Style("paragraph", "Normal", "Normal", null, At("default", 1), Paragraph(profile, TextRole.Flush), null),
        Style("character", "DefaultParagraphFont", "Default Paragraph Font", null, At("default", 1), null, null),
        Style("table", "TableNormal", "Normal Table", null, At("default", 1), null, null, TableDefaults()),
        Enum.GetValues<TextRole>().Where(role => role != TextRole.Flush).Select(role =>
            Style("paragraph", IdOf(role), NameOf(role), "Normal", IsSmall(role) ? At("customStyle", 1) : null,
                Paragraph(profile, role), Run(FontOf(profile, role), Spacing(profile, role)))),
        Enum.GetValues<TextRole>().Where(role => LeadIdOf(role) is not null).Select(role =>
            Style("character", LeadIdOf(role)!, LeadIdOf(role)!, "DefaultParagraphFont", At("customStyle", 1), null,
                Run(FontOf(profile, role), profile.CharacterSpacing))),
        Style("paragraph", Footer, "footer", "Normal", null,
            El("pPr", Val("snapToGrid", 0), Lines(FooterPitch(profile))), Run(profile.Fonts.PageNumber, 0)));

    private static XElement Defaults(FormatProfile profile) => El("docDefaults",
        El("rPrDefault", Run(profile.Fonts.Body, profile.CharacterSpacing,
            El("lang", At("val", "en-US"), At("eastAsia", "zh-CN"), At("bidi", "ar-SA")))),
        El("pPrDefault"));

    private static XElement TableDefaults() => El("tblPr", El("tblInd", At("w", 0), At("type", "dxa")),
        El("tblCellMar",
            Margin("top", CellPadding / 2), Margin("left", CellPadding),
            Margin("bottom", CellPadding / 2), Margin("right", CellPadding)));

    private static XElement Margin(string side, int width) => El(side, At("w", width), At("type", "dxa"));

    private static XElement Style(
        string type, string id, string name, string? basedOn, XAttribute? flag, XElement? paragraph, XElement? run,
        XElement? table = null) =>
        El("style", At("type", type), flag, At("styleId", id),
            Val("name", name), basedOn is null ? null : Val("basedOn", basedOn), paragraph, run, table);

    // What overflowPunct says is Word's default; unsaid, LibreOffice 7.4 drops marks at the end of a full line.
    private static XElement Paragraph(FormatProfile profile, TextRole role) => El("pPr",
        role is TextRole.Title or (>= TextRole.Heading1 and <= TextRole.Heading4) ? El("keepNext") : null,
        Val("widowControl", 0),
        Val("overflowPunct", 1),
        role == TextRole.Title ? Val("autoSpaceDE", 0) : null,
        role == TextRole.Title ? Val("autoSpaceDN", 0) : null,
        IsSmall(role) ? Val("snapToGrid", 0) : null,
        Lines(PitchOf(profile, role)),
        Indent(profile, role),
        Val("jc", role switch
        {
            TextRole.Title or TextRole.Subtitle or TextRole.TableHead => "center",
            TextRole.SignOff => "right",
            TextRole.TableText or TextRole.Quotation => "left",
            _ => "both",
        }),
        role is >= TextRole.Heading1 and <= TextRole.Heading4 ? Val("outlineLvl", role - TextRole.Heading1) : null);

    private static XElement Lines(double points) => El("spacing",
        At("before", 0), At("after", 0), At("line", Points(points)), At("lineRule", "exact"));

    // LibreOffice reads firstLine, Word prefers firstLineChars.
    private static XElement? Indent(FormatProfile profile, TextRole role) =>
        role is TextRole.Body or TextRole.Note or (>= TextRole.Heading1 and <= TextRole.Heading4)
            ? El("ind", At("firstLineChars", (int)Math.Round(profile.FirstLineIndent * 100)),
                At("firstLine", Points(profile.FirstLineIndent * WidthOf(profile, role))))
            : null;

    // Of a full-width character.
    private static double WidthOf(FormatProfile profile, TextRole role) =>
        FontOf(profile, role).Size + Spacing(profile, role);

    private static double Spacing(FormatProfile profile, TextRole role) => IsBody(role) ? profile.CharacterSpacing : 0;

    private static XElement Run(FormatFont font, double spacing, XElement? more = null) => El("rPr",
        El("rFonts",
            At("ascii", font.Ascii), At("hAnsi", font.Ascii), At("eastAsia", font.EastAsia), At("cs", font.Ascii)),
        Val("b", font.Bold ? 1 : 0), Val("bCs", font.Bold ? 1 : 0),
        Val("spacing", Points(spacing)),
        Val("kern", 0),
        Val("sz", HalfPoints(font.Size)), Val("szCs", HalfPoints(font.Size)),
        more);

    private static bool IsSmall(TextRole role) =>
        role is TextRole.TableHead or TextRole.TableText or TextRole.Quotation or TextRole.Note;

    // Set at the pitch of the body, so that 28 characters fill a line.
    private static bool IsBody(TextRole role) => !IsSmall(role) && role is not (TextRole.Title or TextRole.Subtitle);

    private static string NameOf(TextRole role) => role switch
    {
        TextRole.Body => "Body Text",
        TextRole.Heading1 => "heading 1",
        TextRole.Heading2 => "heading 2",
        TextRole.Heading3 => "heading 3",
        TextRole.Heading4 => "heading 4",
        TextRole.Title or TextRole.Subtitle or TextRole.SignOff => IdOf(role),
        _ => $"Gongxing {role}",
    };
}
