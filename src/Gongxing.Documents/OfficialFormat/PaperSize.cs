using static Gongxing.Documents.OfficialFormat.Word;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>The sheet in twentieths of a point.</summary>
/// <param name="Top">A margin, like the three after it.</param>
internal sealed record PaperSize(int Width, int Height, int Top, int Bottom, int Left, int Right)
{
    public bool IsLandscape => Width > Height;

    public int TextWidth => Width - Left - Right;

    public int TextHeight => Height - Top - Bottom;

    public static PaperSize Portrait(FormatProfile profile) => new(
        Millimetres(FormatProfile.PaperWidth), Millimetres(FormatProfile.PaperHeight),
        Millimetres(profile.Page.Top), Millimetres(profile.Page.Bottom),
        Millimetres(profile.Page.Left), Millimetres(profile.Page.Right));

    /// <summary>The upright sheet turned, so that the head of the table lies at the side where it is bound.</summary>
    public static PaperSize Landscape(FormatProfile profile)
    {
        PaperSize upright = Portrait(profile);
        return new PaperSize(
            upright.Height, upright.Width, upright.Left, upright.Right, upright.Bottom, upright.Top);
    }

    /// <summary>From the edge of the sheet to the foot of the page number.</summary>
    public int FooterDistance(FormatProfile profile) => Math.Max(
        Millimetres(5),
        Bottom - Millimetres(profile.PageNumber.Below) - Points(StyleSheetPart.FooterPitch(profile)));
}
