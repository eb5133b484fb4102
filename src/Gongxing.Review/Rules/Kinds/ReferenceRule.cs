using System.Globalization;
using System.Text.RegularExpressions;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>
/// Asks about names of documents that are no longer in force: a dated list in <c>repealed</c>. Excuses as in <see
/// cref="WordPlaces"/>.
/// </summary>
/// <remarks>
/// A document that is named together with the one that replaced it is named because it was replaced, and a statement
/// about an earlier year could still rely on it.
/// </remarks>
internal sealed partial class ReferenceRule : RuleKind
{
    private readonly WordPlaces _places;
    private readonly Repealed[] _repealed;
    private readonly int[] _of;

    private ReferenceRule(RuleFields fields)
    {
        var names = new List<string>();
        var of = new List<int>();
        var repealed = new List<Repealed>();
        foreach (RuleFields entry in fields.List("repealed"))
        {
            IReadOnlyList<string> tokens = entry.Tokens("names");
            names.AddRange(tokens);
            of.AddRange(tokens.Select(_ => repealed.Count));
            string successor = entry.Text("successor");
            string since = entry.Text("since");
            if (!SincePattern().IsMatch(since))
            {
                throw entry.Mistake("since 应为“2021年1月1日”或“2021年1月”。", "since");
            }

            int year = int.Parse(since.AsSpan(0, 4), CultureInfo.InvariantCulture);
            repealed.Add(new Repealed(since, year, successor, NormalizedText.Fold(successor)));
            entry.NothingElse();
        }

        _places = new WordPlaces(fields, names);
        (_repealed, _of) = ([.. repealed], [.. of]);
    }

    public override IReadOnlyList<string> Tokens => _places.Tokens;

    public override IReadOnlyList<string> Values => ["since", "successor"];

    public static RuleKind Read(RuleFields fields) => new ReferenceRule(fields);

    public override void Ask(ReviewedText text, Asking asking)
    {
        foreach (WordMatch match in _places.In(text, this))
        {
            Repealed entry = _repealed[_of[match.Word]];
            bool wasInForce = text.Statement.Year < entry.Year;
            if (!wasInForce && !IsSuccessorNear(text, match.Span, entry))
            {
                asking.OfWords(text.ToRaw(match.Span), null, null,
                    ("since", new(entry.Since, entry.Since)), ("successor", new(entry.Successor, entry.Successor)));
            }
        }
    }

    // In its line or the next: who names the successor there knows which is in force.
    private static bool IsSuccessorNear(ReviewedText text, TextSpan cited, Repealed entry)
    {
        TextSpan line = text.LineAt(cited.Start);
        TextSpan next = line.End + 1 < text.Normalized.Length ? text.LineAt(line.End + 1) : line;
        ReadOnlySpan<char> near = TextSpan.FromBounds(line.Start, next.End).In(text.Normalized);

        // 《民法典》 and 《中华人民共和国民法典》; but 监督条例（试行） does not name the 监督条例.
        ReadOnlySpan<char> bare = entry.Folded.AsSpan().Trim("《》");
        return near.Contains(entry.Folded, StringComparison.Ordinal)
            || (!cited.In(text.Normalized).Contains(bare, StringComparison.Ordinal)
                && near.Contains($"{bare}》", StringComparison.Ordinal));
    }

    [GeneratedRegex("^(19|20)[0-9]{2}年[0-9]{1,2}月([0-9]{1,2}日)?$")]
    private static partial Regex SincePattern();

    private sealed record Repealed(string Since, int Year, string Successor, string Folded);
}
