using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>Reads the role of a sentence that stands where a heading could: 想来想去，原因有这么几条：.</summary>
internal static class LeadIn
{
    private const int LongestLead = 90;

    private static readonly (LabelRole Role, string Word)[] s_words = [.. Read()];
    private static readonly WordMatcher s_matcher = new(s_words.Select(entry => entry.Word));
    private static readonly WordSet s_openers = Lexicon.Set("opener");
    private static readonly WordSet s_above = Lexicon.Set("faultsAbove");
    private static readonly WordSet s_explains = Lexicon.Set("explains");

    /// <summary>What a lead-in before a list leads to; its last word for it wins.</summary>
    public static LabelRole Role(ReadOnlySpan<char> lead)
    {
        if (lead.Length > LongestLead)
        {
            return LabelRole.None;
        }

        LabelRole role = LabelRole.None;
        bool produces = false;
        foreach (WordMatch match in s_matcher.Longest(lead))
        {
            (LabelRole found, string word) = s_words[match.Word];
            produces |= word is "产生" or "造成" or "出现" or "之所以";

            // 针对存在的问题 leads to measures, 产生这些问题 to causes, whatever they name.
            role = found == LabelRole.Problem && role is LabelRole.Measure or LabelRole.Cause ? role : found;
        }

        return role switch
        {
            LabelRole.Other => LabelRole.None,
            LabelRole.Problem when produces => LabelRole.Cause,
            _ => role,
        };
    }

    /// <summary>What a paragraph that is prose itself opens: 究其原因，…; 今后，我将….</summary>
    public static LabelRole OpenerRole(ReadOnlySpan<char> line)
    {
        int stop = line.IndexOfAny(",。:;");
        ReadOnlySpan<char> clause = stop < 0 ? line : line[..stop];
        return clause.Length <= 30 && s_openers.Starts(clause) ? Role(clause) : LabelRole.None;
    }

    /// <summary>
    /// Cause for a paragraph that says of the faults above it what they come from: 检查组分析，上述隐患反复出现，主要是…
    /// </summary>
    public static LabelRole Explains(ReadOnlySpan<char> line)
    {
        int stop = line.IndexOfAny("。;");
        ReadOnlySpan<char> sentence = line[..Math.Min(stop < 0 ? line.Length : stop, LongestLead)];
        int fault = s_above.FirstEnd(sentence);
        return fault > 0 && s_explains.IsIn(sentence[fault..]) ? LabelRole.Cause : LabelRole.None;
    }

    /// <summary>True for 关于…的问题 and 针对…, which name what is answered.</summary>
    public static bool NamesFault(ReadOnlySpan<char> title) =>
        title.StartsWith("关于") || title.StartsWith("针对") || title.EndsWith("问题");

    /// <summary>True for words before a list that say why: 进度不快，主要是：</summary>
    public static bool EndsExplaining(ReadOnlySpan<char> lead) =>
        lead.TrimEnd(":,\n") is var words && s_explains.Ends(words) && words.IndexOf('\n') < 0;

    private static IEnumerable<(LabelRole, string)> Read() =>
        from line in Lexicon.Lines("leadins.txt")
        let parts = line.Split('\t')
        from word in parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select (Enum.Parse<LabelRole>(parts[0]), NormalizedText.Fold(word));
}
