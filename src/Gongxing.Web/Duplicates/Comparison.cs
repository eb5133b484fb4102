using Gongxing.Review.Duplicates;
using Gongxing.Text;
using Gongxing.Text.Similarity;
using Gongxing.Web.Intake;

namespace Gongxing.Web.Duplicates;

/// <summary>A text that is compared, and what it is known by to whoever asked.</summary>
/// <param name="File">The whole path of what it was read from; a list has several texts.</param>
public sealed record ComparedText(string Name, string File, string Text, TextRoles Roles);

/// <summary>What a text is compared for; one may be given for both.</summary>
[Flags]
public enum TextRoles
{
    None = 0,

    /// <summary>Whoever asked wants to know what of it stands elsewhere.</summary>
    Compared = 1,

    /// <summary>Others are held against it.</summary>
    Reference = 2,
}

/// <summary>What came of comparing texts.</summary>
/// <param name="Pairs">The most similar first; A and B are numbers in <paramref name="Texts"/>.</param>
/// <param name="Quoted">What texts share as quotations, which makes no pair of them.</param>
/// <param name="Mandated">What they share because it is prescribed, or was handed over as common.</param>
/// <param name="Repeated">What of the pairs stands in three texts or more, so that it may be a notice's.</param>
/// <param name="Given">What the texts that were handed over as common are known by.</param>
public sealed record Comparison(
    IReadOnlyList<ComparedText> Texts,
    IReadOnlyList<SimilarPair> Pairs,
    IReadOnlyList<CirculatingPassage> Circulating,
    IReadOnlyList<CirculatingPassage> Quoted,
    IReadOnlyList<CirculatingPassage> Mandated,
    IReadOnlyList<CirculatingPassage> Repeated,
    IReadOnlyList<string> Given,
    IReadOnlyList<UnreadFile> Unread)
{
    // Up to so many characters the deep look costs less than starting the program did.
    private const long FewCharacters = 1_000_000;

    // Among so many, every pair can be looked at for what was put into other words.
    private const int FewTexts = 300;

    /// <summary>What the readers left out of a file, or guessed of it.</summary>
    public IReadOnlyList<(string File, string Notice)> Notices { get; init; } = [];

    /// <summary>How many references there are besides those among the texts: of an index only what was found is.</summary>
    public int Unnamed { get; init; }

    /// <param name="given">Notices and the like: their wording is nobody's own.</param>
    /// <param name="crosses">What is compared is held against references only; otherwise all with all.</param>
    /// <param name="shortest">Passages of fewer letters are left out; null for the usual length.</param>
    public static Comparison Of(
        IReadOnlyList<ComparedText> texts,
        IReadOnlyList<ComparedText> given,
        IReadOnlyList<UnreadFile> unread,
        bool crosses,
        int? shortest,
        IProgress<SimilarityProgress>? progress,
        CancellationToken ct)
    {
        SimilarityOptions options = OptionsFor(texts.Select(text => text.Text));
        options = shortest is { } letters ? With(options, letters) : options;
        SimilarityResult result = NearDuplicates.FindAll(
            [.. texts.Select(text => text.Text)], options, CommonWording.BuiltIn, crosses ? Cross : null, progress, ct);
        return Sifted(texts, result.Pairs, result.Circulating, given, unread, options.ShortestPassage, Reworded);

        IReadOnlyList<SimilarPair> Reworded(SiftedPairs sifted) =>
            RewordedIn(texts, result, sifted, crosses ? Cross : null, options.ShortestPassage, ct);

        bool Cross(int a, int b) => (texts[a].Roles | texts[b].Roles) == (TextRoles.Compared | TextRoles.Reference);
    }

    /// <summary>The same for what was found of each text in an index.</summary>
    /// <param name="found">Of each of the texts.</param>
    /// <param name="reference">Gives a text of the index.</param>
    /// <param name="references">How many texts the index has.</param>
    public static Comparison Against(
        IReadOnlyList<ComparedText> texts,
        IReadOnlyList<FoundTexts> found,
        Func<Guid, ComparedText> reference,
        int references,
        IReadOnlyList<ComparedText> given,
        IReadOnlyList<UnreadFile> unread,
        int? shortest)
    {
        var all = texts.ToList();
        var numbers = new Dictionary<Guid, int>();
        var pairs = new List<SimilarPair>();
        var circulating = new List<(string Words, CirculatingPlace Place, int Texts)>();
        for (int i = 0; i < texts.Count; i++)
        {
            foreach (FoundText match in found[i].Matches)
            {
                ComparedText other = reference(match.Id);
                if (given.Any(text => text.File == other.File))
                {
                    continue;
                }

                if (numbers.TryAdd(match.Id, all.Count))
                {
                    all.Add(other);
                }

                pairs.Add(new SimilarPair(
                    i, numbers[match.Id], match.ContainmentA, match.ContainmentB, match.Similarity, match.Passages));
            }

            circulating.AddRange(found[i].Circulating.Select(
                span => (texts[i].Text[span.Span.Start..span.Span.End], new CirculatingPlace(i, span.Span), span.Texts)));
        }

        IEnumerable<CirculatingPassage> passages = circulating.GroupBy(one => one.Words).Select(
            same => new CirculatingPassage([.. same.Select(one => one.Place)]) { Texts = same.Max(one => one.Texts) });
        Comparison comparison = Sifted(
            all, pairs, passages.OrderByDescending(passage => passage.Texts), given, unread,
            shortest ?? SimilarityOptions.Corpus.ShortestPassage);
        return comparison with { Unnamed = references - numbers.Count };
    }

    private static Comparison Sifted(
        IReadOnlyList<ComparedText> texts,
        IEnumerable<SimilarPair> pairs,
        IEnumerable<CirculatingPassage> circulating,
        IReadOnlyList<ComparedText> given,
        IReadOnlyList<UnreadFile> unread,
        int shortest,
        Func<SiftedPairs, IReadOnlyList<SimilarPair>>? reworded = null)
    {
        var sifted = new SiftedPairs(texts, new GivenWording(given.Select(text => text.Text)), shortest);
        SimilarPair[] copied = [.. pairs.Select(sifted.Sift).OfType<SimilarPair>()];
        SimilarPair[] own =
        [
            .. With(copied, reworded?.Invoke(sifted) ?? [])
                .OrderByDescending(pair => pair.Similarity).ThenBy(pair => (pair.A, pair.B)),
        ];
        CirculatingPassage[] passages = [.. circulating.Select(sifted.Sift).OfType<CirculatingPassage>()];
        return new Comparison(
            texts, own, passages, sifted.Quoted, sifted.Mandated, sifted.Repeated, [.. given.Select(text => text.Name)], unread);
    }

    private static IReadOnlyList<SimilarPair> RewordedIn(
        IReadOnlyList<ComparedText> texts,
        SimilarityResult result,
        SiftedPairs sifted,
        Func<int, int, bool>? isAsked,
        int shortest,
        CancellationToken ct)
    {
        if (texts.Count > FewTexts || texts.Sum(text => (long)text.Text.Length) > FewCharacters)
        {
            return [];
        }

        ILookup<int, TextSpan> circulating = result.Circulating.SelectMany(passage => passage.Places)
            .ToLookup(place => place.Text, place => place.Span);
        return RewordedPassages.Find(
            [.. texts.Select(text => text.Text)], text => sifted.Nobodys(text).Concat(circulating[text]),
            CommonWording.Letters, result.Pairs, isAsked, shortest, ct);
    }

    private static IEnumerable<SimilarPair> With(IReadOnlyList<SimilarPair> copied, IEnumerable<SimilarPair> reworded)
    {
        var pairs = copied.ToDictionary(pair => (pair.A, pair.B));
        foreach (SimilarPair pair in reworded)
        {
            pairs[(pair.A, pair.B)] = pairs.TryGetValue((pair.A, pair.B), out SimilarPair? known)
                ? known with
                {
                    ContainmentA = Math.Min(1, known.ContainmentA + pair.ContainmentA),
                    ContainmentB = Math.Min(1, known.ContainmentB + pair.ContainmentB),
                    Similarity = Math.Min(1, known.Similarity + pair.Similarity),
                    Passages = [.. known.Passages, .. pair.Passages],
                }
                : pair;
        }

        return pairs.Values;
    }

    /// <summary>How closely to look at so much text.</summary>
    public static SimilarityOptions OptionsFor(IEnumerable<string> texts) =>
        texts.Sum(text => (long)text.Length) <= FewCharacters ? SimilarityOptions.Deep : SimilarityOptions.Corpus;

    // Who asks for shorter passages asks for less evidence: short ones cannot prove as much.
    private static SimilarityOptions With(SimilarityOptions options, int shortest)
    {
        if (shortest >= options.ShortestPassage)
        {
            return options with { ShortestPassage = shortest };
        }

        SimilarityOptions deep = SimilarityOptions.Deep;
        double share = (double)shortest / deep.ShortestPassage;
        return deep with
        {
            ShortestPassage = shortest,
            EvidenceBits = share * deep.EvidenceBits,
            RareCharacters = (int)(share * deep.RareCharacters),
        };
    }
}
