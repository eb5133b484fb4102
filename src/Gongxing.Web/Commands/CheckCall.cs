using Gongxing.Review.Rules;

namespace Gongxing.Web.Commands;

/// <summary>What <c>gongxing check</c> was called with.</summary>
internal sealed record CheckCall(
    IReadOnlyList<string> Files,
    string? Template,
    string Format,
    string? Output,
    string? Comments,
    IReadOnlyList<string> Rules,
    IReadOnlyList<string> Earlier,
    ReviewContext Context)
{
    /// <summary>What is wrong with the call; null for nothing.</summary>
    public string? WhyNot()
    {
        if (Comments is not null && Files.Count != 1)
        {
            return CommandTexts.Get("CommentsForOne", Files.Count);
        }

        if (Comments is not null && !Path.GetExtension(Comments).Equals(".docx", StringComparison.OrdinalIgnoreCase))
        {
            return CommandTexts.Get("CommentsAreDocx", Comments);
        }

        if (Comments is not null && Output is not null && RealPath.Comparer.Equals(RealPath.Of(Comments), RealPath.Of(Output)))
        {
            return CommandTexts.Get("OutputIsInput", Output);
        }

        IReadOnlyList<string> inputs = [.. Files, .. Rules, .. Earlier];
        return (Comments is null ? null : OutputFile.WhyNot(Comments, inputs))
            ?? (Output is null ? null : OutputFile.WhyNot(Output, inputs));
    }

    /// <exception cref="RuleFileException">There is a mistake in a rule file.</exception>
    /// <exception cref="IOException">A rule file could not be read.</exception>
    public RuleBook ReadRules() => Rules.Count == 0
        ? RuleBook.BuiltIn
        : RuleBook.BuiltIn.With(Rules.Select(RuleLayer.Load));
}
