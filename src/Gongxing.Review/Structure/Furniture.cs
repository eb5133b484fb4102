using System.Buffers;
using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>Sets aside what a page, a web site or a table of contents put around the writer's text.</summary>
internal static class Furniture
{
    private const int LongestFurniture = 60;
    private static readonly SearchValues<char> s_stops = SearchValues.Create("。;,!?:");
    private static readonly SearchValues<char> s_pageNumber = SearchValues.Create("0123456789-—·/ 第页共,.");

    public static List<RawLine> Remove(List<RawLine> lines, List<Unplaced> unplaced)
    {
        var kept = new List<RawLine>(lines.Count);
        HashSet<string> contents = Contents(lines);
        for (int i = 0; i < lines.Count; i++)
        {
            if (Reason(lines, i, contents) is { } reason)
            {
                unplaced.Add(new Unplaced(lines[i].Span, reason));
            }
            else
            {
                kept.Add(lines[i]);
            }
        }

        return kept;
    }

    private static UnplacedReason? Reason(List<RawLine> lines, int i, HashSet<string> contents)
    {
        ReadOnlySpan<char> text = lines[i].Text;
        if (lines[i].Cell is not null)
        {
            return null;
        }

        if (IsPageNumber(text) || IsWebLine(text) || IsRunningHead(lines, i))
        {
            return UnplacedReason.Furniture;
        }

        if (text is "目录" or "(目录)" or "(提纲)" || text.StartsWith("(提纲)"))
        {
            return UnplacedReason.TableOfContents;
        }

        if (IsContentsEntry(text))
        {
            contents.Remove(Bare(text));
            return UnplacedReason.TableOfContents;
        }

        // Headings before the body that come again in it; only the first run of them is a table of contents.
        return contents.Remove(Bare(text)) ? UnplacedReason.TableOfContents : null;
    }

    /// <summary>— 3 —, 第3页 共8页, 3/8.</summary>
    private static bool IsPageNumber(ReadOnlySpan<char> text)
    {
        if (text.Length > 16 || text.IndexOfAnyInRange('0', '9') < 0)
        {
            return false;
        }

        if (text.Length <= 4 && text[^1] is '、' or '.' && text[..^1].IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return true;
        }

        bool bare = text.IndexOfAnyExcept(s_pageNumber) < 0;
        return bare
            && (text.IndexOfAny('-', '—', '页') >= 0 || text.IndexOfAnyExceptInRange('0', '9') < 0 && text.Length <= 3);
    }

    private static bool IsWebLine(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestFurniture || text.EndsWith("。"))
        {
            return false;
        }

        int signs = Lexicon.Web.Count(text);
        return signs >= 2 || (signs == 1 && Lexicon.WebStart.Starts(text));
    }

    // The name of the file, printed beside the page number.
    private static bool IsRunningHead(List<RawLine> lines, int i)
    {
        ReadOnlySpan<char> text = lines[i].Text;
        bool beside = (i > 0 && IsPageNumber(lines[i - 1].Text))
            || (i + 1 < lines.Count && IsPageNumber(lines[i + 1].Text));
        return beside && i > 2 && i + 2 < lines.Count && text.Length is > 5 and <= 40 && text.IndexOfAny(s_stops) < 0
            && !MarkScanner.Opens(text) && Lexicon.TitleNoun.Ends(text);
    }

    // 一、存在的问题......3
    private static bool IsContentsEntry(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> bare = text.TrimEnd("0123456789").TrimEnd();
        return bare.Length < text.Length
            && (bare.EndsWith("....") || bare.EndsWith("……") || bare.EndsWith("⋯⋯") || bare.EndsWith("···")
                || bare.EndsWith("———"));
    }

    // Headings that come again later, when they stand side by side: a table of contents, or a heading printed twice.
    private static HashSet<string> Contents(List<RawLine> lines)
    {
        string?[] headings = [.. lines.Select(line => IsHeadingOnly(line) ? Bare(line.Text) : null)];
        Dictionary<string, int> count = headings.OfType<string>().CountBy(heading => heading).ToDictionary(StringComparer.Ordinal);
        var contents = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < headings.Length; i++)
        {
            if (headings[i] is { } heading && count[heading] > 1 && i + 1 < headings.Length
                && headings[i + 1] is { } next && count[next] > 1)
            {
                contents.Add(heading);
                contents.Add(next);
            }
        }

        return contents;
    }

    private static bool IsHeadingOnly(RawLine line) =>
        line.Cell is null && line.Text.Length <= LongestFurniture && line.Text.IndexOfAny("。;") < 0
            && MarkScanner.Opens(line.Text);

    private static string Bare(ReadOnlySpan<char> text) => text.TrimEnd("0123456789.…⋯·—: ").ToString();
}
