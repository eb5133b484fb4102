using System.Buffers;
using Gongxing.Core.Statements;
using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Facts;

/// <summary>How much of what findings speak of, causes or measures take up: in rare words, and in themes.</summary>
/// <remarks>
/// Coarser than a link on purpose: a link says which belongs to which, this only whether anything comes near.
/// </remarks>
internal sealed class TraceCover
{
    // Beyond this the pairs are too many to compare, and nothing is said.
    private const int MostCompared = 120;
    private const int MostPairs = 300;
    private const int FewPairs = 60;
    private static readonly SearchValues<char> s_notInRun = SearchValues.Create("的了、，。");
    private const int ShortestRun = 3;

    // 一块一块走到, in the title of one and the prose of the other.
    private const int ShortestSaying = 4;
    private const int LongestTitle = 60;
    private const string Dull =
        "的了是在和与对不我有为以中到上下这个也都就要把被从而等及或其很没能会还着于之去来做用到得地年月日第一二三四五六七八九十两几次人们工作";

    private static readonly HidingSet s_actors = new(
        [
            .. Lexicon.Words("holder"), .. Lexicon.Words("post"), .. Lexicon.Words("actor"),
            .. Lexicon.Words("stockNoun"),
        ],
        []);

    private static readonly int s_politics =
        Enumerable.Range(0, Themes.Count).First(t => Themes.Name(t) == "政治");
    private static readonly WordSet[] s_motives =
        [.. Lexicon.Words("motive").Select(family => new WordSet(family.Split('=')))];

    private readonly IReadOnlyList<Profile> _from;
    private readonly IReadOnlyList<Profile> _to;
    private readonly Dictionary<int, int> _seen = [];

    public TraceCover(IReadOnlyList<ElementText> from, IReadOnlyList<ElementText> to)
    {
        IsBounded = from.Count <= MostCompared && to.Count <= MostCompared;
        _from = IsBounded ? [.. from.Select(Profile.Of)] : [];
        _to = IsBounded ? [.. to.Select(element => Profile.Of(Spoken(element)))] : [];
        foreach (int pair in _from.Concat(_to).SelectMany(profile => profile.Pairs))
        {
            _seen[pair] = _seen.GetValueOrDefault(pair) + 1;
        }
    }

    // A slogan for a title takes up no theme; what stands below it does.
    private static ElementText Spoken(ElementText element) =>
        element.Element.Role == ElementRole.Measure && StatementFacts.HasSloganTitle(element)
            ? element.Body()
            : element;

    /// <summary>False when there is too much to compare.</summary>
    public bool IsBounded { get; }

    /// <summary>True when it can be told what the finding's title is about.</summary>
    public bool IsThemeKnown(int from) => Array.Exists(_from[from].TitleThemes, theme => theme > 0);

    /// <summary>True when it can be told what the element is about as a whole.</summary>
    public bool IsAboutSomething(int from) => Array.Exists(_from[from].Themes, theme => theme > 0);

    /// <summary>
    /// True when one of the others speaks of a theme of the finding's title, or has some of its words for a title.
    /// </summary>
    public bool IsThemeTaken(int from)
    {
        Profile finding = _from[from];
        foreach (Profile other in _to)
        {
            for (int t = 0; t < finding.TitleThemes.Length; t++)
            {
                if (finding.TitleThemes[t] > 0 && other.Themes[t] > 0)
                {
                    return true;
                }
            }

            if (SharesRun(finding.Title, other.Title, ShortestRun)
                || SharesRun(other.Title, finding.Words, ShortestSaying)
                || SharesRun(finding.Title, other.Words, ShortestSaying))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SharesRun(string a, string b, int length)
    {
        for (int i = 0; i + length <= Math.Min(a.Length, LongestTitle); i++)
        {
            ReadOnlySpan<char> run = a.AsSpan(i, length);
            if (run.IndexOfAny(s_notInRun) < 0 && b.AsSpan().IndexOf(run) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the finding tells a motive that none of the others tells.</summary>
    public bool IsMotiveOpen(int from)
    {
        int motives = MotivesOf(_from[from].Words);
        return motives != 0 && !_to.Any(other => (MotivesOf(other.Words) & motives) != 0);
    }

    private static int MotivesOf(string words)
    {
        int motives = 0;
        for (int i = 0; i < s_motives.Length; i++)
        {
            motives |= s_motives[i].IsIn(words) ? 1 << i : 0;
        }

        return motives;
    }

    /// <summary>The best that any of the others has in common with a finding.</summary>
    public (double Words, double Themes) Of(int from)
    {
        Profile profile = _from[from];
        double words = 0;
        double themes = 0;
        foreach (Profile other in _to)
        {
            double shared = 0;
            foreach (int pair in profile.Pairs)
            {
                shared += other.Pairs.Contains(pair) ? Rarity(pair) * (profile.TitlePairs.Contains(pair) ? 2 : 1) : 0;
            }

            words = Math.Max(words, shared / Math.Sqrt(1 + Math.Min(FewPairs, profile.Pairs.Count)));
            themes = Math.Max(themes, Cosine(profile.Themes, other.Themes));
        }

        return (words, themes);
    }

    private double Rarity(int pair) =>
        Math.Max(0, Math.Log((_from.Count + _to.Count + 1.0) / (_seen[pair] + 0.5)));

    private static double Cosine(double[] a, double[] b)
    {
        double dot = 0;
        double lengthA = 0;
        double lengthB = 0;
        for (int i = 0; i < a.Length; i++)
        {
            dot += a[i] * b[i];
            lengthA += a[i] * a[i];
            lengthB += b[i] * b[i];
        }

        return dot == 0 ? 0 : dot / Math.Sqrt(lengthA * lengthB);
    }

    private sealed record Profile(
        string Title,
        string Words,
        HashSet<int> Pairs,
        HashSet<int> TitlePairs,
        double[] Themes,
        double[] TitleThemes)
    {
        public static Profile Of(ElementText element)
        {
            string title = element.Heading;
            double[] themes = ThemesOf(title);
            return new Profile(
                title, element.Plain, PairsOf(element.Plain), PairsOf(title), Spoken(element, themes), themes);
        }

        // Every paper professes its politics; that takes up no theme, but for a cause that has it for its title.
        private static double[] Spoken(ElementText element, double[] title)
        {
            double[] themes = ThemesOf(element.Plain);
            bool isTitle = element.Element.Role == ElementRole.Cause && title[s_politics] > 0;
            if (themes[s_politics] > 0 && !isTitle && element.Words.Contains(Formulations.Mask))
            {
                themes[s_politics] = ThemesOf(element.Words)[s_politics];
            }

            return themes;
        }

        private static double[] ThemesOf(string words)
        {
            double[] themes = new double[Structure.Themes.Count];
            Structure.Themes.Add(words, 1, themes);
            return themes;
        }

        private static HashSet<int> PairsOf(string text)
        {
            string words = WithoutActors(text);
            var pairs = new HashSet<int>();
            for (int i = 0; i + 1 < words.Length && pairs.Count < MostPairs; i++)
            {
                // 第五卷 is as good as a name.
                bool ordinal = words[i] == '第' && i + 2 < words.Length && char.IsLetter(words[i + 2]);
                if (ordinal)
                {
                    pairs.Add((words[i + 1] << 16) | words[i + 2]);
                }
                else if (IsContent(words[i]) && IsContent(words[i + 1]))
                {
                    pairs.Add((words[i] << 16) | words[i + 1]);
                }
            }

            return pairs;
        }

        // That the same office acts in both ties nothing.
        private static string WithoutActors(string words)
        {
            char[] left = words.ToCharArray();
            foreach (TextSpan actor in s_actors.In(words))
            {
                left.AsSpan(actor.Start, actor.Length).Fill('的');
            }

            return new string(left);
        }

        private static bool IsContent(char c) => c is >= '\u3400' and < '\uF000' && !Dull.Contains(c);
    }
}
