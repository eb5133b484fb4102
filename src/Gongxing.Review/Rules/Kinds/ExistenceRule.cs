using System.Text.RegularExpressions;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks where certain words stand.</summary>
/// <remarks>
/// <c>tokens</c> says which, <c>unless</c> inside which longer ones not, <c>in</c> in which sections, <c>apart</c> not
/// next to a Latin letter, <c>unquoted</c> not in quotation marks, <c>unlessNear</c> not in a sentence with these. With
/// a <c>pattern</c> a token only says in which lines the expression is tried, and what it matches is asked about, also
/// in headers and footers if <c>margins</c> is set.
/// </remarks>
internal sealed class ExistenceRule : RuleKind
{
    private readonly WordPlaces _places;
    private readonly bool _apart;
    private readonly bool _margins;
    private readonly Regex? _pattern;

    private ExistenceRule(RuleFields fields)
    {
        _places = new WordPlaces(fields, fields.Tokens("tokens"));
        _apart = fields.Flag("apart", whenAbsent: false);
        _margins = fields.Flag("margins", whenAbsent: false);
        _pattern = fields.Pattern("pattern");
        if (_margins && _pattern is null)
        {
            throw fields.Mistake("margins 要和 pattern 一起用。", "margins");
        }
    }

    public override IReadOnlyList<string> Tokens => _places.Tokens;

    public static RuleKind Read(RuleFields fields) => new ExistenceRule(fields);

    public override void Ask(ReviewedText text, Asking asking)
    {
        int tried = 0;
        foreach (WordMatch match in _places.In(text, this))
        {
            if (_pattern is null)
            {
                if (!_apart || IsApart(text.Normalized, match.Span))
                {
                    asking.OfWords(text.ToRaw(match.Span));
                }
            }
            else if (match.Span.Start >= tried)
            {
                TextSpan line = text.LineAt(match.Span.Start);
                tried = line.End;
                foreach (TextSpan span in Found(line.In(text.Normalized), asking))
                {
                    asking.OfWords(text.ToRaw(span.Shift(line.Start)));
                }
            }
        }

        if (_margins)
        {
            AskMargins(text, asking);
        }
    }

    private void AskMargins(ReviewedText text, Asking asking)
    {
        foreach (string margin in text.Document.Margins)
        {
            string folded = NormalizedText.Fold(margin);
            if (Found(folded, asking) is [var span, ..])
            {
                asking.OfStatement(span.In(folded).ToString());
            }
        }
    }

    private List<TextSpan> Found(ReadOnlySpan<char> line, Asking asking)
    {
        var spans = new List<TextSpan>();
        try
        {
            foreach (ValueMatch match in _pattern!.EnumerateMatches(line))
            {
                spans.Add(new TextSpan(match.Index, match.Length));
            }
        }
        catch (RegexMatchTimeoutException)
        {
            asking.NotFinished();
        }

        return spans;
    }

    private static bool IsApart(string text, TextSpan span) =>
        (span.Start == 0 || !char.IsAsciiLetter(text[span.Start - 1]))
        && (span.End == text.Length || !char.IsAsciiLetter(text[span.End]));
}
