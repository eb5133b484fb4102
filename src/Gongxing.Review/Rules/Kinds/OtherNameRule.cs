using Gongxing.Core.Statements;
using Gongxing.Review.Rules.Facts;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks about another unit's name where one's own belongs, as copied passages bring it along.</summary>
/// <remarks>
/// Names come with the review, see <see cref="UnitNames"/>. Another place or unit may well be meant. So a name is asked
/// about after <c>self</c>, by which writers say who they are; a place also after <c>own</c>, which speak of one's own
/// place, and before a body where a clause begins or after <c>before</c>; and one that could be one's own also where a
/// sentence of a measure begins: what is promised is done at home. In a sentence with one of <c>unlessNear</c> nothing
/// is asked. <c>units</c>: how names of units end that stand on their own.
/// </remarks>
internal sealed class OtherNameRule : RuleKind
{
    // 云岭县委: of how many characters the name before the rank is.
    private const int LeastName = 2;
    private const int MostName = 3;

    private const string Ranks = "省市县区旗镇乡";

    // 平川县、云岭县共同: both are meant.
    private const string Together = "、和与及同等";

    private readonly int _bodies;
    private readonly string[] _before;
    private readonly string[] _own;
    private readonly string[] _self;
    private readonly IReadOnlyList<string> _units;

    private OtherNameRule(RuleFields fields)
    {
        // 县委, 县政府, …: in the one pass, as the names are not known yet.
        IReadOnlyList<string> bodies = fields.Tokens("bodies");
        Tokens = [.. bodies, .. fields.Tokens("unlessNear")];
        _bodies = bodies.Count;
        _before = [.. fields.Tokens("before")];
        _self = [.. fields.Tokens("self")];
        _own = [.. fields.Tokens("own"), .. _self];
        _units = fields.Tokens("units");
    }

    public override IReadOnlyList<string> Tokens { get; }

    public static RuleKind Read(RuleFields fields) => new OtherNameRule(fields);

    public override void Ask(ReviewedText text, Asking asking)
    {
        var names = new UnitNames(text.Context.OwnNames, text.Context.OtherNames, _units);
        if (!text.Statement.IsStatement || (names.Own.Count == 0 && names.Places.Count + names.Units.Count == 0))
        {
            return;
        }

        var spans = new List<TextSpan>();
        int[] onPurpose =
        [
            .. text.Matches(this).Where(match => match.Word >= _bodies).Select(match => match.Span.Start).Order(),
        ];
        string[] others = [.. names.Places, .. names.Units];
        if (others.Length > 0)
        {
            // One's own and what leads it hide a shorter name inside them.
            foreach (WordMatch match in
                new WordMatcher([.. others, .. names.Own.Concat(names.OwnPlaces).Distinct()]).Longest(text.Normalized))
            {
                bool isPlace = match.Word < names.Places.Count;
                if (match.Word < others.Length
                    && (IsForOwn(text.Normalized, match.Span, isPlace)
                        || ((isPlace || names.Peers.Contains(others[match.Word])) && Promises(text, match.Span))))
                {
                    spans.Add(match.Span);
                }
            }
        }

        spans.AddRange(text.Matches(this).Where(match => match.Word < _bodies)
            .Select(match => Foreign(text.Normalized, match.Span.Start, names.OwnPlaces)).OfType<TextSpan>());
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

    private bool IsForOwn(string text, TextSpan name, bool isPlace)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, name.Start);
        if (!isPlace)
        {
            return EndsWithOne(before, _self);
        }

        bool begins = before.IsEmpty || ClauseMarks.All.Contains(before[^1]);
        return EndsWithOne(before, _own)
            || ((begins || EndsWithOne(before, _before)) && IsBody(text.AsSpan(name.End - 1)));
    }

    // Where a measure, or a sentence of one, begins with it.
    private static bool Promises(ReviewedText text, TextSpan name)
    {
        string words = text.Normalized;
        char after = name.End < words.Length ? words[name.End] : '\0';
        int raw = text.ToRaw(name).Start;
        Measure? measure = Array.Find([.. text.Statement.Measures], one => one.Span.Contains(raw));
        return measure is not null && !Together.Contains(after)
            && (raw == measure.Span.Start || words[name.Start - 1] is '。' or ';' or ':' or '\n');
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
    private TextSpan? Foreign(string text, int rank, IReadOnlyList<string> own)
    {
        if (!Ranks.Contains(text[rank]) || !own.Any(place => place[^1] == text[rank]))
        {
            return null;
        }

        foreach (string lead in _before)
        {
            for (int length = LeastName; length <= MostName; length++)
            {
                int start = rank - length;
                if (start >= lead.Length && text.AsSpan(start - lead.Length, lead.Length).SequenceEqual(lead)
                    && UnitNames.IsName(text.AsSpan(start, length)))
                {
                    TextSpan name = new(start, length + 1);
                    string written = name.In(text).ToString();
                    return own.Any(mine => mine.Contains(written, StringComparison.Ordinal)) ? null : name;
                }
            }
        }

        return null;
    }
}
