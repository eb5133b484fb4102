using Gongxing.Core.Statements;
using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Facts;

/// <summary>What a measure can be held to: when, how often, how much, by whom, what is there afterwards.</summary>
/// <param name="Said">How many of these its own words say.</param>
/// <param name="Strong">The same, with what columns and labels beside it say.</param>
/// <param name="Weak">How many it says in a way that nobody could check the day: 定期, 专班.</param>
/// <param name="Acts">Acts that can be seen done or not done.</param>
/// <param name="HasHolder">Somebody is named who answers for it.</param>
/// <param name="HasDate">It says, or a column beside it says, until when.</param>
internal readonly record struct PromiseFacts(int Said, int Strong, int Weak, int Acts, bool HasHolder, bool HasDate)
{
    private const int LongestProduct = 16;
    private const int LongestName = 14;

    private static readonly HidingSet s_weak = HidingSet.Of("weakPromise");
    private static readonly HidingSet s_day = HidingSet.Of("dayNamed", "notDayNamed");
    private static readonly HidingSet s_holder = HidingSet.Of("holder", "notHolder");
    private static readonly WordSet s_selfPost = Lexicon.Set("selfPost");
    private static readonly WordSet s_body = Lexicon.Set("body");
    private static readonly HidingSet s_act = HidingSet.Of("actSeen", "notActSeen");
    private static readonly HidingSet s_makes = HidingSet.Of("makes");
    private static readonly WordSet s_products = Lexicon.Set("products");
    private static readonly WordSet s_nameEnd = Lexicon.Set("nameEnd");
    private static readonly WordSet s_next = Lexicon.Set("nextStep");
    private static readonly HashSet<string> s_nobody = [.. Lexicon.Words("nobody")];
    private static readonly WordSet s_done = Lexicon.Set("doneAlready");

    public static PromiseFacts Of(ElementText whole, Measure measure)
    {
        ElementText element = PartOf(whole);
        ReadOnlySpan<char> text = element.Words;
        TextSpan cadence = PromiseTerms.Cadence(text);
        bool weakCadence = !cadence.IsEmpty && s_weak.IsIn(cadence.In(text));
        NumberScan.Numbers numbers = NumberScan.In(text);
        TextSpan due = PromiseTerms.Due(text);
        bool when = !due.IsEmpty || numbers.Days > 0 || s_day.IsIn(text);
        bool often = !cadence.IsEmpty && !weakCadence;
        bool much = numbers.Counts > 0 || !PromiseTerms.Quantity(text).IsEmpty;
        bool who = NamesHolder(text);
        bool what = MakesProduct(element) || s_done.IsIn(text);
        int said = (when ? 1 : 0) + (often ? 1 : 0) + (much ? 1 : 0) + (who ? 1 : 0) + (what ? 1 : 0);
        int weak = (weakCadence || s_weak.IsIn(text) ? 1 : 0) + (s_body.IsIn(text) ? 1 : 0);
        bool owned = measure.Owner is { } owner && !s_nobody.Contains(NormalizedText.Fold(owner).Trim());
        bool dated = measure.Due is { } date && date.Any(char.IsLetterOrDigit)
            && !s_weak.IsIn(NormalizedText.Fold(date));
        int strong = said + (owned ? 1 : 0) + (dated ? 1 : 0);
        return new PromiseFacts(said, strong, weak, ActsOf(element), who || owned, when || dated);
    }

    /// <summary>What of a measure promises: not what has been done already, where 下一步： parts the two.</summary>
    public static ElementText PartOf(ElementText measure) => measure.After(s_next);

    // 加强排查 calls for it; 排查一遍 does it.
    private static int ActsOf(ElementText element)
    {
        int acts = 0;
        foreach (TextSpan span in element.Clauses)
        {
            ReadOnlySpan<char> clause = element.Clause(span);
            acts += Slogan.Is(clause) ? 0 : s_act.In(clause).Count;
        }

        return acts;
    }

    // A post or office that acts, or whoever 由 names; not one that the writer holds.
    private static bool NamesHolder(ReadOnlySpan<char> text)
    {
        foreach (TextSpan holder in s_holder.In(text))
        {
            ReadOnlySpan<char> before = text[Math.Max(0, holder.Start - 4)..holder.Start];
            if (!s_selfPost.Ends(before))
            {
                return true;
            }
        }

        for (int by = text.IndexOf('由'); by >= 0; by = Next(text, by, '由'))
        {
            char before = by > 0 ? text[by - 1] : '，';
            ReadOnlySpan<char> name = text[(by + 1)..Math.Min(text.Length, by + 1 + LongestName)];
            int stop = name.IndexOfAny(",。;:");
            if (!"理自缘事因".Contains(before) && s_nameEnd.IsIn(stop < 0 ? name : name[..stop]) && !name.StartsWith("我"))
            {
                return true;
            }
        }

        return false;
    }

    private static int Next(ReadOnlySpan<char> text, int at, char c)
    {
        int next = text[(at + 1)..].IndexOf(c);
        return next < 0 ? -1 : at + 1 + next;
    }

    // 制定整改清单; not 完善制度, which was there before and is there after.
    private static bool MakesProduct(ElementText element)
    {
        foreach (TextSpan span in element.Clauses)
        {
            ReadOnlySpan<char> clause = element.Clause(span);
            foreach (TextSpan make in s_makes.In(clause))
            {
                if (s_products.IsIn(clause[make.End..Math.Min(clause.Length, make.End + LongestProduct)]))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
