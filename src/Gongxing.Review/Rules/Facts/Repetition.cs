using System.Text;
using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Facts;

/// <summary>
/// Finds clauses of findings that a clause of a cause says again (原因重复问题), in the same or neighbouring words.
/// </summary>
/// <remarks>
/// What every paper has — grades, stock nouns, particles, formulations — is left out first: 学习不够系统 and 学习还不系统 are
/// then 学习系统. Only clauses that share a pair of characters are compared, and no pair leads to more than a bounded
/// number.
/// </remarks>
internal sealed class Repetition
{
    private const int MostClauses = 48;
    private const int ShortestCore = 2;
    private const int ShortestContained = 3;
    private const int LeastCharacters = 4;
    private const int MostCompared = 400;
    private const int FewestOfMany = 3;
    private const string Particles = "的了是在和与对有为以中到上下这个也都就要把被从等及或其很能会还着于之去来用得地性较";

    private static readonly WordMatcher s_stock = new(Lexicon.Words("stockNoun").Concat(Lexicon.Words("grade"))
        .Concat(Lexicon.Words("gradeStart")).Select(word => NormalizedText.Fold(word)).Distinct());
    private static readonly Dictionary<string, string> s_synonyms = Synonyms();
    private static readonly WordMatcher s_synonym = new(s_synonyms.Keys);

    private readonly Dictionary<int, List<int>> _byPair = [];
    private readonly List<(int Finding, Compared Core)> _clauses = [];

    // For each clause, the last one it was compared with.
    private readonly int[] _met;
    private int _meeting;

    private readonly double _pairs;
    private readonly double _characters;

    /// <param name="pairs">From which share of common pairs of characters on two clauses are alike.</param>
    /// <param name="characters">From which share of common characters on.</param>
    public Repetition(IReadOnlyList<ElementText> findings, double pairs, double characters)
    {
        (_pairs, _characters) = (pairs, characters);
        for (int i = 0; i < findings.Count; i++)
        {
            foreach (TextSpan span in findings[i].Clauses.Take(MostClauses))
            {
                ReadOnlySpan<char> clause = findings[i].Clause(span);
                Add(i, CoreOf(clause));

                // 安排布置多、具体执行落实少 is two of them.
                if (clause.Contains('、'))
                {
                    foreach (TextSpan item in Text.Clauses.AndItemsIn(clause))
                    {
                        Add(i, CoreOf(item.In(clause)));
                    }
                }
            }
        }

        _met = new int[_clauses.Count];
    }

    private void Add(int finding, string core)
    {
        if (core.Length >= ShortestCore)
        {
            Index(_clauses.Count, core);
            _clauses.Add((finding, Compared.Of(core)));
        }
    }

    /// <summary>Which finding a cause repeats without a why of its own; null for none.</summary>
    public int? OfCause(ElementText cause)
    {
        int said = 0;
        int plain = 0;
        int whys = 0;
        int first = -1;
        bool consequence = false;
        foreach (TextSpan span in cause.Clauses)
        {
            ReadOnlySpan<char> clause = cause.Clause(span);
            int finding = FindingOf(clause);
            bool graded = Phrases.IsGraded(clause);
            consequence = !graded && (consequence || Phrases.IsConsequence(clause));
            first = first < 0 ? finding : first;
            said += finding >= 0 ? 1 : 0;
            plain += finding < 0 && graded ? 1 : 0;
            whys += finding < 0 && !graded && !consequence && !Phrases.IsSetting(clause) ? 1 : 0;
        }

        bool nothingElse = said > 0 && whys == 0;
        bool mostly = said >= FewestOfMany && whys <= 1 && said + plain > 2 * whys;
        return nothingElse || mostly ? first : null;
    }

    /// <summary>Which finding says the clause; -1 for none.</summary>
    public int FindingOf(ReadOnlySpan<char> clause)
    {
        string core = CoreOf(clause);
        if (core.Length < ShortestCore)
        {
            return -1;
        }

        var compared = Compared.Of(core);
        _meeting++;
        int met = 0;
        int best = -1;
        double most = 0;
        for (int i = 0; i + 1 < core.Length && met < MostCompared; i++)
        {
            foreach (int candidate in _byPair.GetValueOrDefault(Pair(core, i)) ?? [])
            {
                if (_met[candidate] != _meeting)
                {
                    _met[candidate] = _meeting;
                    met++;
                    double alike = Alike(compared, _clauses[candidate].Core);
                    (best, most) = alike > most ? (_clauses[candidate].Finding, alike) : (best, most);
                }
            }
        }

        return best;
    }

    /// <summary>What of a clause is its own.</summary>
    public static string CoreOf(ReadOnlySpan<char> clause)
    {
        var core = new StringBuilder(clause.Length);
        int from = 0;
        foreach (WordMatch match in s_stock.Longest(clause))
        {
            AppendContent(core, clause[from..match.Span.Start]);
            from = match.Span.End;
        }

        AppendContent(core, clause[from..]);
        return Unified(core.ToString());
    }

    private static void AppendContent(StringBuilder core, ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c) && !Particles.Contains(c))
            {
                core.Append(c);
            }
        }
    }

    private static string Unified(string core)
    {
        StringBuilder? unified = null;
        int from = 0;
        foreach (WordMatch match in s_synonym.Longest(core))
        {
            unified ??= new StringBuilder(core.Length);
            string common = s_synonyms[s_synonym.Words[match.Word]];
            unified.Append(core, from, match.Span.Start - from);

            // 执行落实 is one thing said twice.
            unified.Append(unified.ToString().EndsWith(common, StringComparison.Ordinal) ? "" : common);
            from = match.Span.End;
        }

        return unified is null ? core : unified.Append(core, from, core.Length - from).ToString();
    }

    private static Dictionary<string, string> Synonyms()
    {
        var synonyms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string group in Lexicon.Words("synonym"))
        {
            string[] words = group.Split('=');
            foreach (string word in words.Skip(1))
            {
                synonyms[NormalizedText.Fold(word)] = NormalizedText.Fold(words[0]);
            }
        }

        return synonyms;
    }

    // 0 when not alike.
    private double Alike(Compared a, Compared b)
    {
        if (b.Text.Length >= ShortestContained && a.Text.Contains(b.Text, StringComparison.Ordinal))
        {
            return 1;
        }

        double pairs = Bigrams.Dice(a.Pairs, b.Pairs);
        double characters = CharacterDice(a, b);
        bool enough = characters >= _characters && Math.Min(a.Text.Length, b.Text.Length) >= LeastCharacters;
        return pairs >= _pairs || enough ? Math.Max(pairs, characters) : 0;
    }

    private static double CharacterDice(Compared a, Compared b)
    {
        int common = 0;
        for (int i = 0, j = 0; i < a.Characters.Length && j < b.Characters.Length;)
        {
            (char left, char right) = (a.Characters[i], b.Characters[j]);
            common += left == right ? 1 : 0;
            i += left <= right ? 1 : 0;
            j += left >= right ? 1 : 0;
        }

        return 2.0 * common / (a.Text.Length + b.Text.Length);
    }

    private void Index(int clause, string core)
    {
        for (int i = 0; i + 1 < core.Length; i++)
        {
            if (!_byPair.TryGetValue(Pair(core, i), out List<int>? list))
            {
                _byPair[Pair(core, i)] = list = [];
            }

            if (list.Count < MostClauses && (list.Count == 0 || list[^1] != clause))
            {
                list.Add(clause);
            }
        }
    }

    private static int Pair(string text, int at) => (text[at] << 16) | text[at + 1];

    /// <summary>A clause as it is compared: its pairs and its first characters, both in order.</summary>
    private sealed record Compared(string Text, uint[] Pairs, char[] Characters)
    {
        private const int MostCharacters = 64;

        public static Compared Of(string core)
        {
            char[] characters = core[..Math.Min(core.Length, MostCharacters)].ToCharArray();
            Array.Sort(characters);
            return new Compared(core, Bigrams.Pairs(core), characters);
        }
    }
}
