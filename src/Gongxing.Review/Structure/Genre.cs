namespace Gongxing.Review.Structure;

/// <summary>Judges whether a text examines its own faults at all, or is a speech, a notice, an article, a set of rules.</summary>
internal static class Genre
{
    private static readonly WordSet s_notTitle = Lexicon.Set("notTitle");
    private static readonly WordSet s_isTitle = Lexicon.Set("isTitle");
    private static readonly WordSet s_notText = Lexicon.Set("notText");
    private static readonly WordSet s_isText = Lexicon.Set("isText");

    /// <summary>Above 0 for a statement, below for anything else; the distance from 0 tells how sure that is.</summary>
    public static double Likeness(Flow flow, FrontMatter front, int start, int end)
    {
        ReadOnlySpan<char> text = flow.Slice(start, end);
        ReadOnlySpan<char> top = flow.Slice(start, Math.Min(end, start + 200));
        int line = top.IndexOf('\n');
        ReadOnlySpan<char> title = front.Title.Length > 0 ? front.Title : line is > 0 and <= 60 ? top[..line] : "";
        double score = 0.5;
        bool own = s_isTitle.IsIn(title);
        score += own ? 2 : 0;
        score -= s_notTitle.IsIn(title) && !(own && s_isTitle.Ends(title.TrimEnd("材料报告情况的()"))) ? 4 : 0;
        score -= Math.Min(5, s_notText.Count(text) * 1.2);
        score += Math.Min(3, s_isText.Count(text) * 0.5);
        return score;
    }
}
