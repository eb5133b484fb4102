using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>
/// Offers other words: <c>words</c> says for each what to write. Excuses as in <see cref="WordPlaces"/>.
/// </summary>
internal sealed class SubstitutionRule : RuleKind
{
    private readonly WordPlaces _places;
    private readonly string[] _fixes;

    private SubstitutionRule(RuleFields fields)
    {
        IReadOnlyList<(string From, string To)> words = fields.Pairs("words");
        _places = new WordPlaces(fields, [.. words.Select(word => word.From)]);
        _fixes = [.. words.Select(word => word.To)];
    }

    public override IReadOnlyList<string> Tokens => _places.Tokens;

    public override IReadOnlyList<string> Values => ["fix"];

    public static RuleKind Read(RuleFields fields) => new SubstitutionRule(fields);

    public override void Ask(ReviewedText text, Asking asking)
    {
        foreach (WordMatch match in _places.In(text, this))
        {
            if (IsInOtherScript(text.ToRaw(match.Span).In(text.Raw), _places.Tokens[match.Word]))
            {
                continue;
            }

            string fix = _fixes[match.Word];
            asking.OfWords(text.ToRaw(match.Span), fix, null, ("fix", new(fix, fix)));
        }
    }

    // 欠帳 is right in the traditional script, and what is offered is written in the other.
    private static bool IsInOtherScript(ReadOnlySpan<char> raw, string token)
    {
        for (int i = 0; raw.Length == token.Length && i < raw.Length; i++)
        {
            if (raw[i] != token[i] && raw[i] is >= '\u3400' and <= '\u9FFF')
            {
                return true;
            }
        }

        return false;
    }
}
