using Gongxing.Review.Duplicates;
using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Web.Duplicates;

/// <summary>What of a text can be its writer's own: all but what it quotes and what is prescribed.</summary>
public sealed class OwnText
{
    /// <summary>With fewer letters of its own a text says nothing.</summary>
    public const int LeastLetters = 300;

    // A passage is quoted if what stands outside of marks is no more than the words around a quotation.
    private const double QuotedShare = 0.8;

    private const int FewLetters = 4;

    private const int LongestLabel = 8;

    // With less in common what stands beyond a quotation is equal by chance; so are stretches of fewer letters.
    private const int LooseLetters = 20;
    private const int ShortestTelling = 6;
    private const double LooseShare = 0.5;

    private readonly Lazy<IReadOnlyList<TextSpan>> _mandated;
    private readonly Lazy<IReadOnlyList<TextSpan>> _nobodys;
    private readonly string _text;

    /// <param name="given">What was handed over as common to all texts of the kind.</param>
    public OwnText(string text, GivenWording? given = null)
    {
        _text = text;
        Quotations = SpanUnion.Of(QuotedWording.In(text));
        _mandated = new(() => SpanUnion.Of(MandatedWording.In(text).Concat(given?.In(text) ?? [])));
        _nobodys = new(() => SpanUnion.Of(Quotations.Concat(Mandated)));
        Letters = SpanUnion.Letters(text, [new TextSpan(0, text.Length)]);
        IsTooShort = Letters - SpanUnion.Letters(text, Quotations) < LeastLetters;
    }

    /// <summary>What it gives as another's words; stretches that do not overlap.</summary>
    public IReadOnlyList<TextSpan> Quotations { get; }

    /// <summary>What its kind prescribes, or was handed over; stretches that do not overlap.</summary>
    public IReadOnlyList<TextSpan> Mandated => _mandated.Value;

    /// <summary>With those in quotations.</summary>
    public int Letters { get; }

    /// <summary>Nothing is claimed about so short a text.</summary>
    public bool IsTooShort { get; }

    public bool IsQuoted(TextSpan span) => SpanUnion.Share(_text, span, Quotations) >= QuotedShare;

    public bool IsMandated(TextSpan span) => SpanUnion.Share(_text, span, Mandated) >= QuotedShare;

    /// <summary>Whether a stretch may be somebody's own words: neither quoted nor prescribed, nor one after the other.</summary>
    public bool IsOwn(TextSpan span) => SpanUnion.Share(_text, span, _nobodys.Value) < QuotedShare;

    /// <summary>How many letters of a stretch stand outside of some others.</summary>
    public int LettersOutside(IReadOnlyList<TextSpan> union, TextSpan span) =>
        SpanUnion.Letters(_text, [span]) - SpanUnion.Letters(_text, union.Select(span.Intersect));

    /// <summary>
    /// A passage without the lines at its two ends that are nobody's own, and without what little it has in common beyond them;
    /// empty where nothing else is left.
    /// </summary>
    /// <param name="equal">What of the passage stands in the other text; in any order.</param>
    public TextSpan WithoutOthersLines(TextSpan span, IReadOnlyList<TextSpan> equal)
    {
        List<(TextSpan Lines, bool IsNobodys)> parts = PartsOf(span);
        int first = 0;
        int last = parts.Count - 1;
        while (first <= last && (parts[first].IsNobodys || (parts.Count > 1 && IsLoose(parts[first].Lines, equal))))
        {
            first++;
        }

        while (last >= first && (parts[last].IsNobodys || (parts.Count > 1 && IsLoose(parts[last].Lines, equal))))
        {
            last--;
        }

        return first > last ? new TextSpan(span.Start, 0) : TextSpan.Cover(parts[first].Lines, parts[last].Lines).Trim(_text);
    }

    // Lines in turn, those that follow one another and are alike as one.
    private List<(TextSpan Lines, bool IsNobodys)> PartsOf(TextSpan span)
    {
        var parts = new List<(TextSpan Lines, bool IsNobodys)>();
        for (int start = span.Start; start < span.End;)
        {
            TextSpan line = HeadingLines.LineAt(_text, start);
            TextSpan some = line.Intersect(span);
            bool isNobodys = IsNobodys(line) || IsLabel(some);
            if (parts.Count > 0 && parts[^1].IsNobodys == isNobodys)
            {
                parts[^1] = (TextSpan.Cover(parts[^1].Lines, some), isNobodys);
            }
            else
            {
                parts.Add((some, isNobodys));
            }

            start = line.End + 1;
        }

        return parts;
    }

    // An empty line, too.
    private bool IsNobodys(TextSpan line) =>
        SpanUnion.Letters(_text, _nobodys.Value.Select(line.Intersect)) >= QuotedShare * SpanUnion.Letters(_text, [line]);

    // 整改情况： before what the other text has not.
    private bool IsLabel(TextSpan some) =>
        some.Length <= LongestLabel
        && (some.End == _text.Length || _text[some.End] is '\n' or '：' or ':')
        && (some.Start == 0 || _text[some.Start - 1] == '\n')
        && (_text.AsSpan(some.Start, some.Length).TrimEnd() is [.., '：' or ':'] || (some.End < _text.Length && _text[some.End] != '\n'));

    private bool IsLoose(TextSpan lines, IReadOnlyList<TextSpan> equal)
    {
        int[] letters = [.. equal.Select(some => SpanUnion.Letters(_text, [lines.Intersect(some)]))];
        return letters.Where(some => some >= ShortestTelling).Sum() < LooseLetters
            && letters.Sum() < LooseShare * SpanUnion.Letters(_text, [lines]);
    }

    /// <summary>A passage without what it has of the lines before and after where that is no more than their numbers.</summary>
    public TextSpan WithoutNumbers(TextSpan span)
    {
        int start = span.Start;
        int end = span.End;
        int last = _text.LastIndexOf('\n', end - 1, end - start);
        if (last > start && SpanUnion.Letters(_text, [TextSpan.FromBounds(last, end)]) < FewLetters)
        {
            end = last;
        }

        int first = _text.IndexOf('\n', start, end - start);
        if (first > start && SpanUnion.Letters(_text, [TextSpan.FromBounds(start, first)]) < FewLetters)
        {
            start = first;
        }

        return TextSpan.FromBounds(start, end).Trim(_text);
    }
}
