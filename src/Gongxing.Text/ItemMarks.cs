using System.Text.RegularExpressions;

namespace Gongxing.Text;

/// <summary>The numbers that open the items of a list: 一、 （二） 3. ④ 第五， 六是.</summary>
public static partial class ItemMarks
{
    /// <summary>How long the mark is that begins at <paramref name="at"/>; 0 where none does.</summary>
    public static int LengthAt(string text, int at)
    {
        Match match = Mark().Match(text, at);
        return match.Success ? match.Length : 0;
    }

    // 3.5 is a number, and so is 第五次; 一是 is a mark, 一时 is none.
    [GeneratedRegex(
        """
        \G(?:
          [（(〔\[]\s*(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,4})\s*[)）〕\]][、.．]?
        | (?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,4})(?:[、．)）]|\.(?![0-9０-９]))
        | 第?[一二三四五六七八九十]{1,4}是(?!否)
        | 第[一二三四五六七八九十]{1,4}(?:[，,、：:]|(?:部分|章)[、，：:\s])
        | [①-⑳⑴-⒇][、.．]?
        )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
