using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Web.Duplicates;

/// <summary>Whose words two texts share.</summary>
internal enum PassageOrigin
{
    /// <summary>One of the two, as far as anything tells: a reason to look.</summary>
    Own,

    /// <summary>A third's: both give them as a quotation.</summary>
    Quoted,

    /// <summary>Prescribed: formulations, headings and the sentences around them.</summary>
    Mandated,
}

internal static class PassageOrigins
{
    // As much as a passage must have that is rare.
    private const int FewLetters = 20;
    private const double FewOfAll = 0.2;
    private const double MostOfAll = 0.8;

    // What one of the two wrote himself in between is no part of it.
    private const int LargestGap = 12;

    // Shorter stretches are equal by chance between two texts that have an opening in common.
    private const int ShortestTelling = 6;

    /// <param name="shortest">Of so many letters a passage is one by itself.</param>
    public static PassageOrigin Of(Passage passage, OwnText a, OwnText b, int shortest)
    {
        int equal = Letters(passage.Blocks, a);
        IReadOnlyList<TextSpan> anyA = SpanUnion.Of(a.Quotations.Concat(a.Mandated));
        IReadOnlyList<TextSpan> anyB = SpanUnion.Of(b.Quotations.Concat(b.Mandated));
        int own = Outside(passage.Blocks, a, anyA, b, anyB);
        int few = Math.Min(FewLetters, shortest / 2);
        if (own >= Math.Max(few, MostOfAll * equal)
            || (Telling(passage.Blocks, a, anyA, b, anyB) >= few && (own >= shortest || own > FewOfAll * equal)))
        {
            return PassageOrigin.Own;
        }

        return OfMost(passage.Blocks, a, b);
    }

    /// <summary>A passage that is nobody's own, cut where a quotation and what is prescribed follow one another.</summary>
    public static IEnumerable<(PassageOrigin Origin, TextSpan A, TextSpan B)> Parts(Passage passage, OwnText a, OwnText b)
    {
        var part = new List<MatchedBlock>();
        var origin = PassageOrigin.Own;
        foreach (MatchedBlock block in passage.Blocks)
        {
            PassageOrigin next = OfMost([block], a, b);
            if (Letters(part, a) >= FewLetters
                && (next != origin || a.LettersOutside([], TextSpan.FromBounds(part[^1].A.End, block.A.Start)) > LargestGap))
            {
                yield return Whole();
                part.Clear();
            }

            origin = next;
            part.Add(block);
        }

        yield return Whole();

        (PassageOrigin Origin, TextSpan A, TextSpan B) Whole() => (
            OfMost(part, a, b),
            part.Select(block => block.A).Aggregate(TextSpan.Cover),
            part.Select(block => block.B).Aggregate(TextSpan.Cover));
    }

    private static PassageOrigin OfMost(IReadOnlyList<MatchedBlock> blocks, OwnText a, OwnText b) =>
        Outside(blocks, a, a.Quotations, b, b.Quotations) < Outside(blocks, a, a.Mandated, b, b.Mandated)
            ? PassageOrigin.Quoted
            : PassageOrigin.Mandated;

    private static int Letters(IReadOnlyList<MatchedBlock> blocks, OwnText a) =>
        blocks.Sum(block => a.LettersOutside([], block.A));

    // What only one of the two quotes may be the words of the other.
    private static int Outside(
        IReadOnlyList<MatchedBlock> blocks,
        OwnText a,
        IReadOnlyList<TextSpan> inA,
        OwnText b,
        IReadOnlyList<TextSpan> inB) =>
        blocks.Sum(block => Outside(block, a, inA, b, inB));

    private static int Telling(
        IReadOnlyList<MatchedBlock> blocks,
        OwnText a,
        IReadOnlyList<TextSpan> inA,
        OwnText b,
        IReadOnlyList<TextSpan> inB) =>
        blocks.Select(block => Outside(block, a, inA, b, inB)).Where(letters => letters >= ShortestTelling).Sum();

    private static int Outside(
        MatchedBlock block, OwnText a, IReadOnlyList<TextSpan> inA, OwnText b, IReadOnlyList<TextSpan> inB) =>
        Math.Max(a.LettersOutside(inA, block.A), b.LettersOutside(inB, block.B));
}
