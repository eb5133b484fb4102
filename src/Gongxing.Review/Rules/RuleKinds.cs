using System.Collections.Frozen;
using Gongxing.Review.Rules.Kinds;

namespace Gongxing.Review.Rules;

/// <summary>The kinds of rule there are, by the name rule files use.</summary>
internal static class RuleKinds
{
    /// <summary>Each reads its own keys from the rule and leaves the others alone.</summary>
    public static FrozenDictionary<string, Func<RuleFields, RuleKind>> All { get; } =
        new Dictionary<string, Func<RuleFields, RuleKind>>(StringComparer.Ordinal)
        {
            ["existence"] = ExistenceRule.Read,
            ["substitution"] = SubstitutionRule.Read,
            ["particle"] = ParticleRule.Read,
            ["pairing"] = PairingRule.Read,
            ["order"] = OrderRule.Read,
            ["number"] = NumberRule.Read,
            ["reference"] = ReferenceRule.Read,
            ["turn"] = TurnRule.Read,
            ["subject"] = SubjectRule.Read,
            ["otherName"] = OtherNameRule.Read,
            ["meetingYear"] = MeetingYearRule.Read,
            ["absence"] = AbsenceRule.Read,
            ["answer"] = AnswerRule.Read,
            ["aspects"] = AspectRule.Read,
            ["balance"] = BalanceRule.Read,
            ["chain"] = ChainRule.Read,
            ["circumstance"] = CircumstanceRule.Read,
            ["copied"] = CopiedRule.Read,
            ["criticism"] = CriticismRule.Read,
            ["generality"] = GeneralityRule.Read,
            ["instance"] = InstanceRule.Read,
            ["overlap"] = OverlapRule.Read,
            ["praise"] = PraiseRule.Read,
            ["promise"] = PromiseRule.Read,
            ["ratio"] = RatioRule.Read,
            ["relapse"] = RelapseRule.Read,
            ["slogan"] = SloganRule.Read,
            ["thought"] = ThoughtRule.Read,
            ["trace"] = TraceRule.Read,
        }.ToFrozenDictionary(StringComparer.Ordinal);
}
