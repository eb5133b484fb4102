using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Web.Duplicates;

/// <summary>Tells what pairs quote, and what is prescribed to them, apart from what one may have from the other.</summary>
/// <param name="given">What was handed over as common to all.</param>
/// <param name="shortest">Of so many letters a passage is one by itself.</param>
internal sealed class SiftedPairs(IReadOnlyList<ComparedText> texts, GivenWording given, int shortest)
{
    // They are the same words everywhere, and there may be thousands.
    private const int PlacesLookedAt = 5;

    private const int ManyTexts = 3;

    // A word in marks is the writer's own; a longer quotation is not.
    private const int LongestWord = 12;

    private readonly Dictionary<int, OwnText> _own = [];
    private readonly SharedGroups _quoted = new();
    private readonly SharedGroups _mandated = new();
    private readonly SharedGroups _repeated = new();

    public IReadOnlyList<CirculatingPassage> Quoted => _quoted.ToList();

    public IReadOnlyList<CirculatingPassage> Mandated => _mandated.ToList();

    /// <summary>What is kept in the pairs of so many texts that it may be a notice's.</summary>
    public IReadOnlyList<CirculatingPassage> Repeated => [.. _repeated.ToList().Where(group => group.Texts >= ManyTexts)];

    /// <summary>The pair without those passages, which are no part of its shares; null when no other is left.</summary>
    public SimilarPair? Sift(SimilarPair pair)
    {
        var kept = new List<Passage>(pair.Passages.Count);
        foreach (Passage passage in pair.Passages)
        {
            (OwnText a, OwnText b) = (Own(pair.A), Own(pair.B));
            if (PassageOrigins.Of(passage, a, b, shortest) == PassageOrigin.Own
                && WithoutOthers(passage, texts[pair.A].Text, a, texts[pair.B].Text, b) is { } own)
            {
                kept.Add(own);
                _repeated.Add(pair.A, own.A, pair.B, own.B);
                continue;
            }

            foreach ((PassageOrigin origin, TextSpan inA, TextSpan inB) in PassageOrigins.Parts(passage, a, b))
            {
                (origin == PassageOrigin.Quoted ? _quoted : _mandated).Add(pair.A, inA, pair.B, inB);
            }
        }

        return kept.Count == 0 ? null : kept.SequenceEqual(pair.Passages) ? pair : With(pair, kept);
    }

    // Without the quoted finding before a copied answer and the heading after it; null where that leaves nothing, and the whole
    // passage where it leaves too little to be one.
    private Passage? WithoutOthers(Passage passage, string textA, OwnText a, string textB, OwnText b)
    {
        TextSpan inA = a.WithoutOthersLines(passage.A, [.. passage.Blocks.Select(block => block.A)]);
        TextSpan inB = b.WithoutOthersLines(passage.B, [.. passage.Blocks.Select(block => block.B)]);
        Passage? own = passage.WithinEither(textA, inA, textB, inB);
        return own is null || own.EqualCharacters < shortest / 2 ? null : own.EqualCharacters < shortest ? passage : own;
    }

    /// <summary>The passage; null when it is prescribed or a quotation wherever one looks.</summary>
    public CirculatingPassage? Sift(CirculatingPassage passage)
    {
        CirculatingPlace[] looked = [.. passage.Places.Take(PlacesLookedAt)];
        if (looked.All(place => Own(place.Text).IsMandated(place.Span)))
        {
            _mandated.Add(passage);
            return null;
        }

        if (looked.All(place => Own(place.Text).IsQuoted(place.Span)))
        {
            _quoted.Add(passage);
            return null;
        }

        return passage;
    }

    private SimilarPair With(SimilarPair pair, IReadOnlyList<Passage> kept)
    {
        double a = SpanUnion.Kept(texts[pair.A].Text, kept, pair.Passages, block => block.A);
        double b = SpanUnion.Kept(texts[pair.B].Text, kept, pair.Passages, block => block.B);
        return pair with
        {
            ContainmentA = pair.ContainmentA * a,
            ContainmentB = pair.ContainmentB * b,
            Similarity = pair.Similarity * (a + b) / 2,
            Passages = kept,
        };
    }

    /// <summary>What of a text is its own words by no reading.</summary>
    public IEnumerable<TextSpan> Nobodys(int text) =>
        Own(text).Quotations.Where(span => span.Length > LongestWord).Concat(Own(text).Mandated);

    private OwnText Own(int text)
    {
        if (!_own.TryGetValue(text, out OwnText? own))
        {
            _own[text] = own = new OwnText(texts[text].Text, given);
        }

        return own;
    }
}
