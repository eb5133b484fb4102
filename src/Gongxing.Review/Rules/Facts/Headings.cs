using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Facts;

/// <summary>Where the headings of a text stand.</summary>
internal static class Headings
{
    private const int LongestAspect = 60;

    /// <summary>
    /// The heading line of the first section with the role, in the text as written; null when there is none.
    /// </summary>
    public static TextSpan? Of(ReviewedText text, SectionRole role)
    {
        Section? section = text.Statement.Sections.FirstOrDefault(section => section.Role == role);
        if (section is null)
        {
            return null;
        }

        ReadOnlySpan<char> words = section.Span.In(text.Raw);
        int line = words.IndexOfAny('\n', '。');
        return new TextSpan(section.Span.Start, line < 0 ? words.Length : line).Trim(text.Raw);
    }

    /// <summary>What the problem part calls 方面, with the words before it.</summary>
    public static IEnumerable<string> Aspects(ReviewedText text)
    {
        var aspects = new List<string>();
        foreach (Section section in text.Statement.Sections.Where(section => section.Role == SectionRole.Findings))
        {
            ReadOnlySpan<char> words = section.Span.In(text.Raw);
            while (words.IndexOf("方面") is var at and >= 0)
            {
                ReadOnlySpan<char> before = words[Math.Max(0, at - LongestAspect)..at];
                int start = before.LastIndexOfAny("。；;\n") + 1;
                aspects.Add(before[start..].ToString());
                words = words[(at + 2)..];
            }
        }

        return aspects;
    }
}
