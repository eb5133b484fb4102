using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Gongxing.Web.Charts;

/// <summary>The SVG of a picture, piece by piece; every word is encoded. Looks come from the style sheet, by class.</summary>
internal sealed class ChartText : IHtmlContent
{
    // One for all pictures: a page that is drawn without the site's services encodes alike.
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _svg = new();

    /// <param name="look">Class of the picture, for the style sheet.</param>
    public ChartText(string look, double width, double height, string title, string description)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart {look}\" viewBox=\"0 0 {N(width)} {N(height)}\" width=\"{N(width)}\" height=\"{N(height)}\" ");
        _svg.Append(CultureInfo.InvariantCulture, $"role=\"img\" aria-labelledby=\"{look}-title {look}-desc\">");
        Element("title", $"{look}-title", title);
        Element("desc", $"{look}-desc", description);
    }

    public void Bar(double x, double y, double width, double height, string look) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{look}\" x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\"/>");

    public void Path(FormattableString path, string look) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{look}\" d=\"{path.ToString(CultureInfo.InvariantCulture)}\"/>");

    /// <summary>A line of text, cut after <paramref name="most"/> characters; the whole is told on pointing at it.</summary>
    public void Label(double x, double y, string text, int most, string look)
    {
        string shown = Cut(text, most);
        _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{look}\" x=\"{N(x)}\" y=\"{N(y)}\">");
        _svg.Append(_encoder.Encode(shown));
        if (shown.Length < text.Length)
        {
            _svg.Append("<title>");
            _svg.Append(_encoder.Encode(text));
            _svg.Append("</title>");
        }

        _svg.Append("</text>");
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write(_svg.ToString());
        writer.Write("</svg>");
    }

    /// <summary>The first characters, with … when some were left out; never half of a pair of surrogates.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        int end = most - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private void Element(string name, string id, string text)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<{name} id=\"{id}\">");
        _svg.Append(_encoder.Encode(text));
        _svg.Append(CultureInfo.InvariantCulture, $"</{name}>");
    }
}
