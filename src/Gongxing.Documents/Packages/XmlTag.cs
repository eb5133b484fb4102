using System.Buffers;

namespace Gongxing.Documents.Packages;

/// <summary>Looks at a tag as it was typed.</summary>
internal static class XmlTag
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>The name with its prefix of the tag that begins at a place.</summary>
    public static string NameAt(string text, int start)
    {
        ReadOnlySpan<char> rest = text.AsSpan(start + 1);
        int end = rest.IndexOfAny(NameEnds);
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    /// <summary>The tag from its bracket to its bracket.</summary>
    public static string At(string text, int start) => text[start..EndOf(text, start)];

    /// <summary>The place after the closing bracket, which may also stand in the value of an attribute.</summary>
    public static int EndOf(string text, int start)
    {
        char quote = '\0';
        for (int at = start; at < text.Length; at++)
        {
            char c = text[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c == '>')
            {
                return at + 1;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
        }

        return text.Length;
    }

    /// <summary>The tag says xml:space="preserve".</summary>
    public static bool KeepsSpaces(string tag) => SpaceIn(tag) is { } value && tag.AsSpan(value).StartsWith("preserve");

    /// <summary>The start tag with xml:space="preserve".</summary>
    public static string KeepingSpaces(string tag)
    {
        if (SpaceIn(tag) is { } value)
        {
            int end = tag.IndexOf(tag[value - 1], value);
            return $"{tag[..value]}preserve{tag[end..]}";
        }

        return $"{tag[..^1]} xml:space=\"preserve\">";
    }

    /// <summary>Where the value of xml:space begins, after its quote.</summary>
    private static int? SpaceIn(string tag)
    {
        int name = tag.IndexOf("xml:space", StringComparison.Ordinal);
        int quote = name < 0 ? -1 : tag.AsSpan(name).IndexOfAny('"', '\'');
        return quote < 0 ? null : name + quote + 1;
    }
}
