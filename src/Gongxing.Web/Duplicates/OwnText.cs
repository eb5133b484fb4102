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
