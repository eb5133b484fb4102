namespace Gongxing.Text;

/// <summary>What of a text stands between quotation marks or the marks of a title.</summary>
public static class Quotations
{
    private const string Opening = "“「『《";
    private const string Closing = "”」』》";

    /// <summary>The outermost ones without their marks, in order. A mark that is not closed in its line quotes nothing.</summary>
    public static IReadOnlyList<TextSpan> In(string text)
    {
        var found = new List<TextSpan>();
        int start = -1;
        int kind = -1;
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\n')
            {
                kind = -1;
            }
            else if (kind < 0)
            {
                kind = Opening.IndexOf(c, StringComparison.Ordinal);
                (start, depth) = (i + 1, 1);
            }
            else if (c == Opening[kind])
            {
                depth++;
            }
            else if (c == Closing[kind] && --depth == 0)
            {
                found.Add(TextSpan.FromBounds(start, i));
                kind = -1;
            }
        }

        return found;
    }
}
