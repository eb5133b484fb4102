using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks about another unit's name where one's own belongs, as copied passages bring it along.</summary>
/// <remarks>
/// Names come with the review: those of others, and one's own, which tell a name of the same rank before <c>bodies</c>
/// for a foreign one. Another place may well be meant. So a name is asked about after <c>own</c>, which speak of one's
/// own place, and before a body where a clause begins or after <c>before</c>; and not in a sentence with one of
/// <c>unlessNear</c>.
/// </remarks>
internal sealed class OtherNameRule : RuleKind
{
    // 云岭县委: of how many characters the name before the rank is.
    private const int LeastName = 2;
    private const int MostName = 3;

    private const string Ranks = "省市县区旗镇乡";

    // What stands before 县委 and is no name: 落实好县委, 全县, 按照县委.
    private const string NoName = "的了和与及在对各全本我该某向为被把中于以是按照根据落实贯彻围绕执行服务关完成做抓好深刻领会开召经由报请受省";

    private readonly int _bodies;
    private readonly string[] _before;
    private readonly string[] _own;

    private OtherNameRule(RuleFields fields)
    {
        // 县委, 县政府, …: in the one pass, as the names are not known yet.
        IReadOnlyList<string> bodies = fields.Tokens("bodies");
        Tokens = [.. bodies, .. fields.Tokens("unlessNear")];
        _bodies = bodies.Count;
        _before = [.. fields.Tokens("before")];
        _own = [.. fields.Tokens("own")];
    }

    public override IReadOnlyList<string> Tokens { get; }

    public static RuleKind Read(RuleFields fields) => new OtherNameRule(fields);

    public override void Ask(ReviewedText text, Asking asking)
    {
        string[] own =
        [
            .. text.Context.OwnNames.Select(name => NormalizedText.Fold(name)).Where(name => name.Length > 0),
        ];
        string[] others = [.. text.Context.OtherNames.Select(name => NormalizedText.Fold(name))
            .Where(name => name.Length > 0).Except(own).Distinct(StringComparer.Ordinal)];
        if (!text.Statement.IsStatement || (own.Length == 0 && others.Length == 0))
        {
            return;
        }

        var spans = new List<TextSpan>();
        int[] onPurpose =
        [
            .. text.Matches(this).Where(match => match.Word >= _bodies).Select(match => match.Span.Start).Order(),
        ];
        if (others.Length > 0)
        {
            foreach (WordMatch match in new WordMatcher([.. others, .. own]).Longest(text.Normalized))
            {
                if (match.Word < others.Length && IsForOwn(text.Normalized, match.Span))
                {
                    spans.Add(match.Span);
                }
            }
        }

        spans.AddRange(text.Matches(this).Where(match => match.Word < _bodies)
            .Select(match => Foreign(text.Normalized, match.Span.Start, own)).OfType<TextSpan>());
        TextSpan last = default;
        foreach (TextSpan span in spans.OrderBy(span => span.Start).ThenByDescending(span => span.Length))
        {
            TextSpan sentence = text.SentenceAt(span.Start);
            int cue = Array.BinarySearch(onPurpose, sentence.Start);
            cue = cue < 0 ? ~cue : cue;
            if (!span.Overlaps(last) && !(cue < onPurpose.Length && onPurpose[cue] < sentence.End))
            {
                last = span;
                asking.OfWords(text.ToRaw(span));
            }
        }
    }

    private bool IsForOwn(string text, TextSpan name)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, name.Start);
        bool begins = before.IsEmpty || ClauseMarks.All.Contains(before[^1]);
        return EndsWithOne(before, _own)
            || ((begins || EndsWithOne(before, _before)) && IsBody(text.AsSpan(name.End - 1)));
    }

    // From the last character of a name on: 县 of 平川县, and 委.
    private bool IsBody(ReadOnlySpan<char> from)
    {
        for (int i = 0; i < _bodies; i++)
        {
            if (from.StartsWith(Tokens[i], StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithOne(ReadOnlySpan<char> text, string[] words)
    {
        foreach (string word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // A name of our own rank that is not ours: 平川 before 县委 where we are 云岭县.
    private TextSpan? Foreign(string text, int rank, string[] own)
    {
        if (!Ranks.Contains(text[rank])
            || !Array.Exists(own, name => name.Contains(text[rank], StringComparison.Ordinal)))
        {
            return null;
        }

        foreach (string lead in _before)
        {
            for (int length = LeastName; length <= MostName; length++)
            {
                int start = rank - length;
                if (start >= lead.Length && text.AsSpan(start - lead.Length, lead.Length).SequenceEqual(lead)
                    && IsName(text.AsSpan(start, length)))
                {
                    TextSpan name = new(start, length + 1);
                    string written = name.In(text).ToString();
                    return Array.Exists(own, mine => mine.Contains(written, StringComparison.Ordinal)) ? null : name;
                }
            }
        }

        return null;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (c is < '\u4e00' or > '\u9fff' || Ranks.Contains(c) || NoName.Contains(c))
            {
                return false;
            }
        }

        return true;
    }
}
