using System.Globalization;
using System.Security;

namespace Gongxing.Documents.Comments;

/// <summary>Writes the elements of comments in the words of one part.</summary>
/// <param name="prefix">The prefix that the part has for Word's elements everywhere; null where each must say its own.</param>
internal sealed class CommentMarkup(string? prefix, string xmlNamespace)
{
    private readonly string _declaration = prefix is null ? $" xmlns:w=\"{xmlNamespace}\"" : "";
    private readonly string _prefix = prefix ?? "w";

    public string RangeStart(int id) => $"<{_prefix}:commentRangeStart{_declaration} {Id(id)}/>";

    /// <param name="style">Id of the character style of the mark, or null for none.</param>
    public string RangeEnd(int id, string? style) =>
        $"<{_prefix}:commentRangeEnd{_declaration} {Id(id)}/><{_prefix}:r{_declaration}>{RunStyle(style)}"
        + $"<{_prefix}:commentReference {Id(id)}/></{_prefix}:r>";

    public string Comment(WordComment comment, int id, DateTimeOffset at, CommentStyles styles)
    {
        string[] lines = comment.Text.ReplaceLineEndings("\n").Split('\n');
        return $"<{_prefix}:comment{_declaration} {Id(id)} {Attribute("author", comment.Author)} {Attribute("date", Date(at))} "
            + $"{Attribute("initials", comment.Initials)}>"
            + string.Concat(lines.Select((line, i) => Paragraph(line, i == 0, styles))) + $"</{_prefix}:comment>";
    }

    /// <summary>A part with these comments alone.</summary>
    public string Part(string comments) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + $"<{_prefix}:comments xmlns:{_prefix}=\"{xmlNamespace}\">{comments}</{_prefix}:comments>";

    // Word shows the clock as it is written and knows no zones here, whatever letter follows.
    private static string Date(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    // Quotation marks and dashes are set in a Latin face, half as wide, unless the run is said to be Chinese.
    private string Paragraph(string line, bool isFirst, CommentStyles styles) =>
        $"<{_prefix}:p>{Wrapped("pPr", Style("pStyle", styles.Paragraph))}"
        + (isFirst ? $"<{_prefix}:r>{RunStyle(styles.Mark)}<{_prefix}:annotationRef/></{_prefix}:r>" : "")
        + $"<{_prefix}:r><{_prefix}:rPr><{_prefix}:rFonts {Attribute("hint", "eastAsia")}/></{_prefix}:rPr>"
        + $"<{_prefix}:t xml:space=\"preserve\">{Escaped(line)}</{_prefix}:t></{_prefix}:r></{_prefix}:p>";

    private string RunStyle(string? style) => Wrapped("rPr", Style("rStyle", style));

    private string Style(string element, string? style) =>
        style is null ? "" : $"<{_prefix}:{element} {Attribute("val", style)}/>";

    private string Wrapped(string element, string content) =>
        content.Length == 0 ? "" : $"<{_prefix}:{element}>{content}</{_prefix}:{element}>";

    private string Id(int id) => Attribute("id", id.ToString(CultureInfo.InvariantCulture));

    private string Attribute(string name, string value) => $"{_prefix}:{name}=\"{Escaped(value)}\"";

    /// <summary>Without what no XML may hold.</summary>
    private static string Escaped(string text)
    {
        char[] clean = text.ToCharArray();
        for (int i = 0; i < clean.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(clean[i]) && i + 1 < clean.Length && char.IsLowSurrogate(clean[i + 1]);
            if (isPair)
            {
                i++;
            }
            else if (clean[i] is (< ' ' and not '\t') or '\uFFFE' or '\uFFFF' || char.IsSurrogate(clean[i]))
            {
                clean[i] = '\uFFFD';
            }
        }

        return SecurityElement.Escape(new string(clean));
    }
}
