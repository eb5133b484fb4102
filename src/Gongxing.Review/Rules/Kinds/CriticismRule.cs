using System.Text.RegularExpressions;
using Gongxing.Core.Remarks;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks about a criticism of a colleague (相互批评意见) that was made of somebody else, or in another year, in the same words.</summary>
/// <remarks>A criticism is what follows the <c>lead</c> on its line: 对李强同志的批评意见：.</remarks>
internal sealed class CriticismRule : RuleKind
{
    // A record of more is a collection of many meetings; its beginning tells enough.
    private const int MostItems = 300;

    private readonly Regex _lead;
    private readonly double _alike;
    private readonly int _shortest;

    private CriticismRule(Regex lead, double alike, int shortest) => (_lead, _alike, _shortest) = (lead, alike, shortest);

    public override IReadOnlyList<string> Values => ["where"];

    /// <summary>
    /// <c>lead</c>: what a line of criticism begins with; <c>alike</c>: from which share of common pairs on two are the same;
    /// <c>shortest</c>: of how many characters both must be.
    /// </summary>
    public static RuleKind Read(RuleFields fields) => new CriticismRule(
        fields.Pattern("lead") ?? throw fields.Mistake("缺少 lead。"),
        fields.Number("alike", 0.8),
        (int)fields.Number("shortest", 8));

    public override void Ask(ReviewedText text, Asking asking)
    {
        List<Item> items = ItemsOf(text.Normalized);
        List<(Item Item, LocalizedText Where)> known =
        [
            .. from earlier in text.Context.Earlier
               where items.Count > 0 && earlier.IsBefore(text.Statement.Year)
               let year = CopiedRule.YearOf(earlier)
               from item in ItemsOf(NormalizedText.Of(earlier.Text).Text)
               select (item, new LocalizedText($"{year.Zh}的一条", $"one of {year.En}")),
        ];
        var here = new LocalizedText("前面的一条", "an earlier one here");
        var own = new List<Item>();
        foreach (Item item in items)
        {
            if (own.Find(before => Same(before, item)) is { } first)
            {
                asking.OfWords(text.ToRaw(item.Span), related: [text.ToRaw(first.Span)], values: ("where", here));
            }
            else if (known.Find(before => Same(before.Item, item)) is { Item: not null } other)
            {
                asking.OfWords(text.ToRaw(item.Span), values: ("where", other.Where));
            }

            own.Add(item);
        }
    }

    private bool Same(Item one, Item other) => Bigrams.Dice(one.Pairs, other.Pairs) >= _alike;

    private List<Item> ItemsOf(string text)
    {
        var items = new List<Item>();
        for (int start = 0; start < text.Length && items.Count < MostItems;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            Match lead = _lead.Match(text, start, end - start);
            if (lead.Success)
            {
                TextSpan span = TextSpan.FromBounds(lead.Index + lead.Length, end).Trim(text);
                string letters = string.Concat(span.In(text).ToString().Where(char.IsLetter));
                if (letters.Length >= _shortest)
                {
                    items.Add(new Item(span, Bigrams.Pairs(letters)));
                }
            }

            start = end + 1;
        }

        return items;
    }

    private sealed record Item(TextSpan Span, uint[] Pairs);
}
