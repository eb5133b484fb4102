using Gongxing.Core.Statements;
using Gongxing.Review.Rules;
using Gongxing.Review.Rules.Facts;
using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Relapses;

/// <summary>What a finding speaks of, without what every finding is told with: formulations, stock words, grades, figures.</summary>
internal sealed class FindingProfile
{
    private const double TitleWeight = 2;
    private const int MostWords = 3;
    private const string Particles =
        "的了是在和与及或对把被从向等其也都就还又才很太能要着过于之为以将让使得地个件次月年日周第一二三四五六七八九十百千万几两半多余"
        + "我你他她它这那有无不没未只到";

    private static readonly WordTable s_none = new([]);
    private static readonly WordMatcher s_stock = new(
        Lexicon.Words("stockNoun").Concat(Lexicon.Words("grade")).Concat(Lexicon.Words("gradeStart"))
            .Concat(Lexicon.Words("saidOften")).Select(word => NormalizedText.Fold(word)).Distinct());

    private static readonly WordSet s_fixed = new(["已整改", "已经整改", "已解决", "已经解决", "已完成", "已经完成", "已销号"]);

    private readonly string _content;
    private readonly int _title;

    public FindingProfile(SaidFinding said)
    {
        var span = new TextSpan(0, said.Text.Length);
        var element = new StatementElement("F1", ElementRole.Finding, said.Title, span, 1);
        var statement = new Statement { Kind = StatementKind.Individual, IsStatement = true, Confidence = 1 };
        var text = new ElementText(
            new ReviewedText(Document.FromText(said.Text), statement, ReviewContext.Empty, s_none), element);
        SaysFixed = s_fixed.IsIn(text.Title);
        HasFact = Instance.In(text).Strong > 0;
        IsOnlyPhrases = Generality.Of(text).IsNothingElse;
        _title = text.TitleLength;
        _content = ContentOf(text.Words);
        Core = text.Clauses.Count > 0 ? Repetition.CoreOf(text.Clause(text.Clauses[0])) : "";
        Themes.Add(text.Title, 1, OfTitle);
        Themes.Add(text.Words, 1, Whole);
        for (int i = 0; i < _content.Length; i++)
        {
            if (_content[i] != '\0')
            {
                Keep(_content[i], i);
            }

            if (IsPair(i))
            {
                Keep(PairAt(i), i);
            }
        }
    }

    /// <summary>Its title says that what it names has been put right: it is told as work done.</summary>
    public bool SaysFixed { get; }

    /// <summary>It tells a fact that happened; one that does not is known again by its very words only.</summary>
    public bool HasFact { get; }

    /// <summary>Phrases and no more: there is nothing to know it again by.</summary>
    public bool IsOnlyPhrases { get; }

    /// <summary>The first clause without what it shares with all others: 联系群众 of 联系群众不够紧密.</summary>
    public string Core { get; }

    public double[] OfTitle { get; } = new double[Themes.Count];

    public double[] Whole { get; } = new double[Themes.Count];

    /// <summary>The characters and the pairs of characters of what it speaks of; those of the title count more.</summary>
    public Dictionary<int, double> Units { get; } = [];

    /// <summary>Something that both speak of stands in the title of one of them: it is what the finding is about.</summary>
    public bool SharesTitleWith(FindingProfile other) => Units.Any(unit =>
        unit.Key > char.MaxValue && other.Units.TryGetValue(unit.Key, out double weight)
        && Math.Max(weight, unit.Value) >= TitleWeight);

    /// <summary>The stretches of this finding that the other has too, each once and none inside another.</summary>
    public IReadOnlyList<SharedRun> SharedRuns(FindingProfile other)
    {
        var runs = new List<SharedRun>();
        int start = -1;
        bool beyond = false;
        for (int i = 0; i < _content.Length; i++)
        {
            bool shared = IsPair(i) && other.Units.ContainsKey(PairAt(i));
            if (shared)
            {
                start = start < 0 ? i : start;
                beyond |= Units[PairAt(i)] < TitleWeight || other.Units[PairAt(i)] < TitleWeight;
            }
            else if (start >= 0)
            {
                runs.Add(new SharedRun(_content[start..(i + 1)], start < _title, beyond));
                (start, beyond) = (-1, false);
            }
        }

        return
        [
            .. runs.DistinctBy(run => run.Words).Where(run => !runs.Exists(longer =>
                longer.Words.Length > run.Words.Length && longer.Words.Contains(run.Words, StringComparison.Ordinal))),
        ];
    }

    /// <summary>The longest of the shared stretches, for a person to see.</summary>
    public static IReadOnlyList<string> Shown(IEnumerable<SharedRun> runs) =>
    [
        .. runs.OrderByDescending(run => run.Words.Length).ThenByDescending(run => run.IsTitle).Take(MostWords)
            .Select(run => run.Words),
    ];

    private void Keep(int unit, int at) =>
        Units[unit] = Math.Max(Units.GetValueOrDefault(unit), at < _title ? TitleWeight : 1);

    private bool IsPair(int at) => at + 1 < _content.Length && _content[at] != '\0' && _content[at + 1] != '\0';

    private int PairAt(int at) => (_content[at] << 16) | _content[at + 1];

    private static string ContentOf(string words)
    {
        char[] content = words.ToCharArray();
        foreach (WordMatch match in s_stock.Longest(words))
        {
            content.AsSpan(match.Span.Start, match.Span.Length).Clear();
        }

        for (int i = 0; i < content.Length; i++)
        {
            if (!char.IsLetter(content[i]) || Particles.Contains(content[i]))
            {
                content[i] = '\0';
            }
        }

        return new string(content);
    }
}

/// <summary>A stretch that two findings share.</summary>
/// <param name="IsTitle">It stands in the title.</param>
/// <param name="IsBeyondTitles">Part of it stands below the title, here or there.</param>
internal readonly record struct SharedRun(string Words, bool IsTitle, bool IsBeyondTitles);
