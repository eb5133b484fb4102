namespace Gongxing.Review.Rules.Facts;

/// <summary>How much of an element is stock phrases (套话): clauses that grade something and tell nothing.</summary>
/// <param name="Phrases">How many such clauses there are, the title's among them.</param>
/// <param name="Others">Clauses that say something else; concessions and consequences are neither.</param>
/// <param name="Left">Characters that are left when formulations are masked.</param>
internal readonly record struct Generality(int Phrases, int Others, int Left)
{
    private const double Nearly = 0.75;
    private const int Nothing = 4;

    /// <summary>Phrases and no more, or nothing but formulations.</summary>
    public bool IsNothingElse => Left <= Nothing || (Phrases > 0 && Phrases >= (Phrases + Others) * Nearly);

    public static Generality Of(ElementText element)
    {
        int phrases = 0;
        int others = 0;
        bool consequence = false;
        foreach (Gongxing.Text.TextSpan span in element.Clauses)
        {
            ReadOnlySpan<char> clause = element.Clause(span);
            bool graded = Facts.Phrases.IsGraded(clause);
            consequence = !graded && (consequence || Facts.Phrases.IsConsequence(clause));
            phrases += graded ? 1 : 0;
            bool counts = !graded && !consequence
                && !Facts.Phrases.IsConcession(clause) && !Facts.Phrases.IsSetting(clause);
            others += counts ? 1 : 0;
        }

        int left = 0;
        foreach (char c in element.Words)
        {
            left += char.IsLetterOrDigit(c) ? 1 : 0;
        }

        return new Generality(phrases, others, left);
    }
}
