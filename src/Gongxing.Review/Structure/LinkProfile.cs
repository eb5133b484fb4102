using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>
/// What an element speaks of: its themes and its pairs of characters, the title counting more than the text.
/// </summary>
internal sealed class LinkProfile
{
    private const int ReadUpTo = 1200;
    private const int ShortestClause = 3;
    private const int LongestClause = 8;
    private const double MostOfBody = 6;
    private const double TitleWeight = 1.5;
    private const string Stock = "的了是在和与对不我有为以中到上下这个也都就要把被从而等及或其很没能会还着于之去来做用到得地年月日第一二三四五六七八九十两几次人们";

    private static readonly WordMatcher s_judging = new(Lexicon.Words("deficiency").Where(word =>
        word[0] is '不' or '没' or '未' or '缺' or '有' or '淡' || word is "差距" or "欠缺" or "薄弱" or "松懈" or "弱化" or "滞后")
        .Select(word => NormalizedText.Fold(word)));

    private readonly Lazy<HashSet<string>> _words;

    public LinkProfile(Flow flow, Element element)
    {
        Title = flow.Slice(element.Start, element.TitleEnd).ToString();
        _words = new Lazy<HashSet<string>>(() =>
            WordsOf(flow.Slice(element.Start, Math.Min(element.End, element.TitleEnd + ReadUpTo))));
        ReadOnlySpan<char> body = flow.Slice(element.TitleEnd, Math.Min(element.End, element.TitleEnd + ReadUpTo));
        Themes.Add(Title, TitleWeight, OfTitle);
        Themes.Add(body, 1, Whole);
        for (int i = 0; i < Whole.Length; i++)
        {
            Whole[i] = Math.Min(Whole[i], MostOfBody) + OfTitle[i];
        }

        if (element.Under is not null)
        {
            Themes.Add(NormalizedText.Fold(element.Under), 1, OfHeading);
        }

        AddPairs(Title, 2, Judging(Title));
        AddPairs(body, 1);
    }

    public string Title { get; }

    public double[] OfTitle { get; } = new double[Themes.Count];

    public double[] OfHeading { get; } = new double[Themes.Count];

    public double[] Whole { get; } = new double[Themes.Count];

    /// <summary>Pairs of neighbouring characters, without those that every office text is full of.</summary>
    public Dictionary<int, double> Pairs { get; } = [];

    /// <summary>What can be shown of it: words of the themes, and whole short clauses.</summary>
    public IReadOnlySet<string> Words => _words.Value;

    private static HashSet<string> WordsOf(ReadOnlySpan<char> text)
    {
        var words = new HashSet<string>(Themes.Words(text), StringComparer.Ordinal);
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                continue;
            }

            if (i - start is >= ShortestClause and <= LongestClause)
            {
                words.Add(text[start..i].ToString());
            }

            start = i + 1;
        }

        return words;
    }

    // How a title calls its fault (不够, 淡化) says nothing of what it is a fault of.
    private static HashSet<int> Judging(string title)
    {
        var pairs = new HashSet<int>();
        foreach (WordMatch match in s_judging.Longest(title))
        {
            pairs.UnionWith(Enumerable.Range(match.Span.Start - 1, match.Span.Length + 1));
        }

        return pairs;
    }

    private void AddPairs(ReadOnlySpan<char> text, double weight, HashSet<int>? without = null)
    {
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (without?.Contains(i) != true && IsContent(text[i]) && IsContent(text[i + 1]))
            {
                int pair = (text[i] << 16) | text[i + 1];
                Pairs[pair] = Math.Min(3, Pairs.GetValueOrDefault(pair) + weight);
            }
        }
    }

    private static bool IsContent(char c) => c >= '\u3400' && char.IsLetter(c) && !Stock.Contains(c);
}
