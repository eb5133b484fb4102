using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Facts;

/// <summary>
/// Tells a cause that blames time, tasks, staff, money or superiors (客观原因) from one that looks at oneself.
/// </summary>
internal static class Circumstances
{
    private const int Near = 7;

    // 我局, 我县 are the office, not the writer.
    private const string Offices = "们县市局校院中支镇乡村区省国党委公司厂队站所处科馆办矿园场单部会厅州组班街社集";

    private static readonly WordSet s_circumstances = Lexicon.Set("circumstance");
    private static readonly WordSet s_nouns = Lexicon.Set("circumstanceNoun");
    private static readonly HidingSet s_pressed = HidingSet.Of("pressed");
    private static readonly WordSet s_pressing = Lexicon.Set("pressing");
    private static readonly WordSet s_outward = Lexicon.Set("outward");
    private static readonly WordSet s_setAside = Lexicon.Set("setAside");

    public static bool AreBlamedIn(ElementText cause)
    {
        ReadOnlySpan<char> text = cause.Words;
        bool named = s_circumstances.IsIn(text) || s_nouns.CountDistinct(text) >= 2 || Presses(cause);
        return named && !s_setAside.IsIn(text) && !SpeaksOfOneself(text) && !Phrases.TellsThought(text)
            && (s_outward.IsIn(text) || !OwnsUp(cause));
    }

    // 人手没有增加, 设备老化: a thing from outside, and close behind it that there is too much or too little of it.
    private static bool Presses(ElementText cause)
    {
        foreach (TextSpan span in cause.Clauses)
        {
            ReadOnlySpan<char> clause = cause.Clause(span);
            foreach (TextSpan thing in s_pressed.In(clause))
            {
                if (s_pressing.IsIn(clause[thing.End..Math.Min(clause.Length, thing.End + Near)]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // A fault that no circumstance explains: 对学习抓得不紧.
    private static bool OwnsUp(ElementText cause)
    {
        foreach (TextSpan span in cause.Clauses)
        {
            ReadOnlySpan<char> clause = cause.Clause(span);
            bool pressed = s_circumstances.IsIn(clause) || s_nouns.IsIn(clause) || s_pressed.IsIn(clause);
            if (!pressed && Phrases.IsGraded(clause) && !Phrases.IsConsequence(clause))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SpeaksOfOneself(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '我' && (i + 1 == text.Length || !Offices.Contains(text[i + 1])))
            {
                return true;
            }
        }

        return false;
    }
}
