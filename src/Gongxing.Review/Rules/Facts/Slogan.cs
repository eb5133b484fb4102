using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Facts;

/// <summary>Tells a clause that calls for something (加强, 提高, 进一步) from one that says what will be done.</summary>
internal static class Slogan
{
    private const double Most = 0.5;

    private static readonly WordSet s_adverbs = Lexicon.Set("sloganAdverb");
    private static readonly WordSet s_verbs = Lexicon.Set("sloganVerb");
    private static readonly WordSet s_ends = Lexicon.Set("sloganEnd");

    /// <summary>True when most clauses only call for something.</summary>
    public static bool IsMostOf(ElementText element)
    {
        int slogans = 0;
        foreach (TextSpan span in element.Clauses)
        {
            slogans += Is(element.Clause(span)) ? 1 : 0;
        }

        return slogans > 0 && slogans >= element.Clauses.Count * Most;
    }

    /// <summary>True when every clause up to <paramref name="end"/> only calls for something.</summary>
    public static bool IsAllOf(ElementText element, int end)
    {
        foreach (TextSpan span in element.Clauses)
        {
            if (span.End <= end && !Is(element.Clause(span)))
            {
                return false;
            }
        }

        return true;
    }

    public static bool Is(ReadOnlySpan<char> clause)
    {
        if (s_ends.Ends(clause) || clause.IndexOfAnyExcept(Formulations.Mask, '、', '"') < 0)
        {
            return true;
        }

        ReadOnlySpan<char> rest = clause.TrimStart("\"\uFFFC、");
        for (int adverb = s_adverbs.LengthAt(rest); adverb > 0; adverb = s_adverbs.LengthAt(rest))
        {
            rest = rest[adverb..].TrimStart("\"\uFFFC、");
        }

        return rest.IsEmpty || s_verbs.LengthAt(rest) > 0;
    }
}
