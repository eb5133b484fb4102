using Gongxing.Review.Structure;

namespace Gongxing.Review.Rules.Facts;

/// <summary>What a clause of a finding or cause is made of, told by its grammar.</summary>
internal static class Phrases
{
    private const int LongestGraded = 26;

    // 不够积极、主动.
    private const int LongestAdjective = 8;

    private static readonly WordSet s_grade = Lexicon.Set("grade");
    private static readonly WordSet s_gradeStart = Lexicon.Set("gradeStart");
    private static readonly WordSet s_notQuite = Lexicon.Set("notQuite");
    private static readonly WordSet s_quality = Lexicon.Set("quality");
    private static readonly WordSet s_consequence = Lexicon.Set("consequence");
    private static readonly WordSet s_concession = Lexicon.Set("concession");
    private static readonly HidingSet s_thought = HidingSet.Of("thought", "stockAttitude");
    private static readonly WordSet s_settingStart = Lexicon.Set("settingStart");
    private static readonly WordSet s_settingEnd = Lexicon.Set("settingEnd");

    /// <summary>Something is not good enough, and no more: 学习不够系统, 主动性不强, 缺乏攻坚克难的勇气.</summary>
    public static bool IsGraded(ReadOnlySpan<char> clause)
    {
        if (clause.Length > LongestGraded)
        {
            return false;
        }

        // 用地手续、施工许可、电力接入衔接不畅 tells which.
        if (ListsMatters(clause))
        {
            return false;
        }

        // 不够深入, 不够、 with its adjective after it.
        int notEnough = clause.LastIndexOf("不够");
        bool withAdjective = notEnough >= 0 && clause.Length - notEnough <= LongestAdjective;
        return withAdjective || s_notQuite.IsIn(clause) || s_grade.Ends(clause) || s_gradeStart.Starts(clause)
            || (s_quality.Ends(clause) && s_grade.IsIn(clause));
    }

    private static bool ListsMatters(ReadOnlySpan<char> clause)
    {
        int last = clause.LastIndexOf('、');
        return last > 0 && clause[..last].Count('、') >= 1 && clause[..last].IndexOfAny('不', '没', '未') < 0
            && !s_grade.IsIn(clause[..last]);
    }

    /// <summary>Says where or towards what, and no more yet: 面对复杂形势， 对一些棘手问题， 在大是大非面前，.</summary>
    public static bool IsSetting(ReadOnlySpan<char> clause) =>
        clause.IndexOfAnyExcept(Formulations.Mask, '、', '"') < 0
            || s_settingStart.Starts(clause) || s_settingEnd.Ends(clause);

    public static bool IsConsequence(ReadOnlySpan<char> clause) => s_consequence.Starts(clause);

    public static bool IsConcession(ReadOnlySpan<char> clause) => s_concession.Starts(clause);

    /// <summary>Tells what somebody thought, felt or feared, in more than a stock word of attitude.</summary>
    public static bool TellsThought(ReadOnlySpan<char> text) => s_thought.IsIn(text);

}
