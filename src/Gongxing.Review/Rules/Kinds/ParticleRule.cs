using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks about 的, 地 and 得 in each other's place, between words that tell which it must be.</summary>
/// <remarks>
/// <c>swaps</c> lists cases: which <c>particle</c>, what to <c>write</c>, the words <c>before</c> and <c>after</c> it, and with
/// <c>ends</c> that the words after it end their clause, so that no noun follows.
/// </remarks>
internal sealed class ParticleRule : RuleKind
{
    // After 焊的不紧 these begin something else; a noun would begin with any other character.
    private const string Endings = "，。；：、！？,.;:!?)\"'…\n的了或而和且但又就还才不";

    private readonly List<Swap> _swaps = [];
    private readonly int[] _swapOf;

    private ParticleRule(RuleFields fields)
    {
        var tokens = new List<string>();
        var of = new List<int>();
        foreach (RuleFields swap in fields.List("swaps"))
        {
            string particle = swap.Text("particle");
            IReadOnlyList<string> after = swap.Tokens("after");
            if (after.Count == 0)
            {
                throw swap.Mistake("缺少 after。");
            }

            foreach (string word in after)
            {
                tokens.Add(particle + word);
                of.Add(_swaps.Count);
            }

            IReadOnlyList<string> before = swap.Tokens("before");
            _swaps.Add(new Swap(
                particle.Length,
                swap.Text("write"),
                [.. before],
                before.Count == 0 ? 0 : before.Max(word => word.Length),
                swap.Flag("ends", whenAbsent: false)));
            swap.NothingElse();
        }

        if (_swaps.Count == 0)
        {
            throw fields.Mistake("缺少 swaps。");
        }

        (Tokens, _swapOf) = (tokens, [.. of]);
    }

    public override IReadOnlyList<string> Tokens { get; }

    public override IReadOnlyList<string> Values => ["fix"];

    public static RuleKind Read(RuleFields fields) => new ParticleRule(fields);

    public override void Ask(ReviewedText text, Asking asking)
    {
        int asked = -1;
        foreach (WordMatch match in text.Matches(this).OrderBy(match => match.Span.Start)
            .ThenByDescending(match => match.Span.Length))
        {
            Swap swap = _swaps[_swapOf[match.Word]];
            int before = swap.WordBefore(text.Normalized, match.Span.Start);
            if (match.Span.Start == asked || before < 0 || (swap.Ends && !IsEnd(text.Normalized, match.Span.End)))
            {
                continue;
            }

            asked = match.Span.Start;
            TextSpan raw = text.ToRaw(TextSpan.FromBounds(match.Span.Start - before, match.Span.End));
            TextSpan particle = text.ToRaw(new TextSpan(match.Span.Start, swap.Particle));
            string fix = string.Concat(
                text.Raw.AsSpan(raw.Start, particle.Start - raw.Start),
                swap.Write,
                text.Raw.AsSpan(particle.End, raw.End - particle.End));
            asking.OfWords(raw, fix, null, ("fix", new(fix, fix)));
        }
    }

    private static bool IsEnd(string text, int at) => at == text.Length || Endings.Contains(text[at]);

    /// <param name="Before">Empty when anything may stand before it.</param>
    private sealed record Swap(int Particle, string Write, HashSet<string> Before, int Longest, bool Ends)
    {
        /// <summary>Length of the longest of the words that ends at <paramref name="at"/>; -1 when none does.</summary>
        public int WordBefore(string text, int at)
        {
            if (Before.Count == 0)
            {
                return at > 0 && char.IsLetter(text[at - 1]) ? 1 : -1;
            }

            HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = Before.GetAlternateLookup<ReadOnlySpan<char>>();
            for (int length = Math.Min(Longest, at); length > 0; length--)
            {
                if (lookup.Contains(text.AsSpan(at - length, length)))
                {
                    return length;
                }
            }

            return -1;
        }
    }
}
