using System.Buffers;
using System.Net;

namespace Gongxing.Documents.Html;

/// <summary>A start or end tag; its name is in lower case.</summary>
internal readonly record struct HtmlTag(string Name, bool IsEnd, string Attributes)
{
    /// <summary>What ends the name of a tag or of an attribute.</summary>
    public static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f=/>");

    /// <summary>The value of an attribute, or null. The attributes of a tag are scanned anew: few are ever asked for.</summary>
    public string? this[string attribute]
    {
        get
        {
            ReadOnlySpan<char> rest = Attributes;
            while (!rest.IsEmpty)
            {
                rest = rest.TrimStart(" \t\r\n\f/>");
                int end = rest.IndexOfAny(NameEnds);
                ReadOnlySpan<char> name = end < 0 ? rest : rest[..end];
                rest = (end < 0 ? [] : rest[end..]).TrimStart(" \t\r\n\f");
                ReadOnlySpan<char> value = [];
                if (rest.StartsWith('='))
                {
                    (value, rest) = Value(rest[1..].TrimStart(" \t\r\n\f"));
                }

                if (name.Equals(attribute, StringComparison.OrdinalIgnoreCase))
                {
                    return WebUtility.HtmlDecode(value.ToString());
                }
            }

            return null;
        }
    }

    private static Split Value(ReadOnlySpan<char> rest)
    {
        if (!rest.IsEmpty && rest[0] is '"' or '\'')
        {
            int close = rest[1..].IndexOf(rest[0]);
            return close < 0 ? new Split(rest[1..], []) : new Split(rest.Slice(1, close), rest[(close + 2)..]);
        }

        int end = rest.IndexOfAny(" \t\r\n\f");
        return end < 0 ? new Split(rest, []) : new Split(rest[..end], rest[end..]);
    }

    private readonly ref struct Split(ReadOnlySpan<char> head, ReadOnlySpan<char> rest)
    {
        private readonly ReadOnlySpan<char> head = head;
        private readonly ReadOnlySpan<char> rest = rest;

        public void Deconstruct(out ReadOnlySpan<char> first, out ReadOnlySpan<char> then)
        {
            first = head;
            then = rest;
        }
    }
}
