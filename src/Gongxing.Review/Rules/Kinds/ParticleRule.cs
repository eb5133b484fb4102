using System.Buffers;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks about 的, 地 and 得 in each other's place, between words that tell which it must be.</summary>
/// <remarks>
/// <c>swaps</c> lists cases: which <c>particle</c>, what to <c>write</c>, the words <c>before</c> and <c>after</c> it,
/// <c>then</c>, one of which must follow those after it, <c>but</c>, with which what follows must not begin,
/// <c>ends</c>, that it ends the clause, so that no noun follows, and <c>noNoun</c>, that no other 的 does.
/// <c>doubled</c> takes 扎扎实实, 一件件 and 一户一户 for words before it.
/// </remarks>
internal sealed class ParticleRule : RuleKind
{
    // After 焊的不紧 these begin something else; a noun would begin with any other character.
    private const string Endings = "，。；：、！？,.;:!?)\"'…\n的了或而和且但又就还才不";

    private static readonly SearchValues<char> s_clauseOrNoun = SearchValues.Create("，。；：！？、,.;:!?\n的");

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

            IReadOnlyList<string> then = swap.Tokens("then");
            foreach (string word in then.Count == 0 ? after : after.SelectMany(first => then, string.Concat))
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
                swap.Tokens("but"),
                swap.Flag("doubled", whenAbsent: false),
                swap.Flag("ends", whenAbsent: false),
                swap.Flag("noNoun", whenAbsent: false)));
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
            if (match.Span.Start == asked || before < 0 || !swap.Allows(text.Normalized, match.Span))
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

    /// <param name="Before">Empty when anything may stand before it.</param>
    private sealed record Swap(
        int Particle, string Write, HashSet<string> Before, int Longest, IReadOnlyList<string> But, bool Doubled,
        bool Ends, bool NoNoun)
    {
        /// <summary>Length of the longest of the words that ends at <paramref name="at"/>; -1 when none does.</summary>
        public int WordBefore(string text, int at)
        {
            if (Before.Count == 0 && !Doubled)
            {
                return at > 0 && char.IsLetter(text[at - 1]) ? 1 : -1;
            }

            HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup =
                Before.GetAlternateLookup<ReadOnlySpan<char>>();
            for (int length = Math.Min(Longest, at); length > 0; length--)
            {
                if (lookup.Contains(text.AsSpan(at - length, length)))
                {
                    return length;
                }
            }

            return Doubled ? DoubledBefore(text.AsSpan(0, at)) : -1;
        }

        /// <summary>Whether what follows the particle, of which a match holds the beginning, may follow it.</summary>
        public bool Allows(string text, TextSpan match)
        {
            ReadOnlySpan<char> follows = text.AsSpan(match.Start + Particle);
            foreach (string word in But)
            {
                if (follows.StartsWith(word, StringComparison.Ordinal))
                {
                    return false;
                }
            }

            ReadOnlySpan<char> rest = text.AsSpan(match.End);
            return (!Ends || rest.IsEmpty || Endings.Contains(rest[0]))
                && (!NoNoun || text[match.End - 1] is '了' or '过' || !BelongsToNoun(rest));
        }

        // 更好的服务群众的办法. No further than the next 的, which keeps the whole linear.
        private static bool BelongsToNoun(ReadOnlySpan<char> rest)
        {
            int at = rest.IndexOfAny(s_clauseOrNoun);
            return at >= 0 && rest[at] == '的';
        }

        // 扎扎实实, 一户一户, 一件件.
        private static int DoubledBefore(ReadOnlySpan<char> text)
        {
            if (text is [.., var a, var b, var c, var d] && char.IsLetter(a) && char.IsLetter(c)
                && ((a == b && c == d && a != c) || (a == '一' && c == '一' && b == d)))
            {
                return 4;
            }

            return text is [.., '一', var first, var second] && first == second && char.IsLetter(first) ? 3 : -1;
        }
    }
}
