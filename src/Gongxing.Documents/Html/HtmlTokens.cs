namespace Gongxing.Documents.Html;

/// <summary>Cuts a page into tags and the text between them, in one pass that no nesting can slow down or overflow.</summary>
/// <remarks>Comments, declarations and what stands in scripts and styles are passed over.</remarks>
internal ref struct HtmlTokens(ReadOnlySpan<char> html)
{
    private ReadOnlySpan<char> rest = html;

    /// <summary>The text before <see cref="Tag"/>, entities as they stand.</summary>
    public ReadOnlySpan<char> Text { get; private set; }

    /// <summary>The tag after <see cref="Text"/>; no name at the end of the page or where a comment was.</summary>
    public HtmlTag Tag { get; private set; }

    public bool MoveNext()
    {
        if (rest.IsEmpty)
        {
            return false;
        }

        int at = NextMarkup();
        Text = rest[..at];
        rest = rest[at..];
        Tag = default;
        if (rest.StartsWith("<!--"))
        {
            SkipTo("-->");
        }
        else if (rest.StartsWith("<!") || rest.StartsWith("<?"))
        {
            SkipTo(">");
        }
        else if (!rest.IsEmpty)
        {
            Tag = TakeTag();
            if (!Tag.IsEnd && Tag.Name is "script" or "style" or "textarea" or "title" or "xmp")
            {
                SkipBefore($"</{Tag.Name}");
            }
        }

        return true;
    }

    /// <summary>Where the next tag, comment or declaration begins. A &lt; before anything else is text.</summary>
    private readonly int NextMarkup()
    {
        int at = 0;
        while (true)
        {
            int found = rest[at..].IndexOf('<');
            if (found < 0 || at + found + 1 >= rest.Length)
            {
                return rest.Length;
            }

            at += found;
            char next = rest[at + 1];
            if (char.IsAsciiLetter(next) || next is '!' or '?' || (next == '/' && at + 2 < rest.Length && char.IsAsciiLetter(rest[at + 2])))
            {
                return at;
            }

            at++;
        }
    }

    /// <summary>Reads to the closing &gt; that stands in no quoted value.</summary>
    private HtmlTag TakeTag()
    {
        bool isEnd = rest[1] == '/';
        ReadOnlySpan<char> inner = rest[(isEnd ? 2 : 1)..];
        int nameEnd = inner.IndexOfAny(HtmlTag.NameEnds);
        string name = (nameEnd < 0 ? inner : inner[..nameEnd]).ToString().ToLowerInvariant();
        int i = nameEnd < 0 ? inner.Length : nameEnd;
        char quote = '\0';
        for (; i < inner.Length && (quote != '\0' || inner[i] != '>'); i++)
        {
            bool opens = quote == '\0' && inner[i] is '"' or '\'' && IsAfterEquals(inner[..i]);
            quote = opens ? inner[i] : inner[i] == quote ? '\0' : quote;
        }

        string attributes = nameEnd < 0 || isEnd ? "" : inner[nameEnd..i].ToString();
        rest = i < inner.Length ? inner[(i + 1)..] : [];
        return new HtmlTag(name, isEnd, attributes);
    }

    private static bool IsAfterEquals(ReadOnlySpan<char> before) => before.TrimEnd(" \t\r\n\f") is [.., '='];

    private void SkipTo(string end)
    {
        int at = rest.IndexOf(end);
        rest = at < 0 ? [] : rest[(at + end.Length)..];
    }

    private void SkipBefore(string end)
    {
        int at = rest.IndexOf(end, StringComparison.OrdinalIgnoreCase);
        rest = at < 0 ? [] : rest[at..];
    }
}
