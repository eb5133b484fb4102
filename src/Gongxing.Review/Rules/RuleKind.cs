namespace Gongxing.Review.Rules;

/// <summary>
/// What a rule does with its own data. A kind of rule is one file in <c>Kinds</c> and one line in <see
/// cref="RuleKinds"/>.
/// </summary>
/// <remarks>
/// One instance a rule, made from its file; it keeps nothing of the texts it sees and may serve many threads.
/// </remarks>
internal abstract class RuleKind
{
    /// <summary>
    /// Words to look for in the one pass over the text, folded; their places are in <see cref="ReviewedText.Matches"/>.
    /// </summary>
    public virtual IReadOnlyList<string> Tokens => [];

    /// <summary>Names that messages may hold in braces, beyond <c>{words}</c>.</summary>
    public virtual IReadOnlyList<string> Values => [];

    /// <summary>
    /// Whether words that are a mandated formulation are found too; a rule that marks them has no reason to.
    /// </summary>
    public virtual bool SeesFormulations => false;

    /// <summary>Asks what there is to ask. Never throws on content, and takes time linear in the text.</summary>
    public abstract void Ask(ReviewedText text, Asking asking);
}
