using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Rules;

/// <summary>A text under review, and what several rules need of it, made once.</summary>
/// <remarks>
/// Rules match in <see cref="Normalized"/> or <see cref="Masked"/>, whose positions are the same, and ask with spans of
/// the text as written, see <see cref="ToRaw"/>.
/// </remarks>
internal sealed class ReviewedText
{
    private readonly Dictionary<RuleKind, List<WordMatch>> _matches;
    private readonly IReadOnlyList<TextSpan> _formulations;
    private readonly Lazy<string> _masked;

    public ReviewedText(Document document, Statement statement, ReviewContext context, WordTable words)
    {
        (Document, Statement, Context) = (document, statement, context);
        Folded = NormalizedText.Of(document.Text);
        _formulations = Formulations.In(Folded);
        _matches = words.Find(Folded.Text);
        _masked = new(Mask);
    }

    public Document Document { get; }

    public Statement Statement { get; }

    public ReviewContext Context { get; }

    /// <summary>The text as written: the coordinates of everything that is asked.</summary>
    public string Raw => Document.Text;

    public NormalizedText Folded { get; }

    public string Normalized => Folded.Text;

    /// <summary>The normalised text with <see cref="Formulations.Mask"/> for every character of a mandated formulation.</summary>
    public string Masked => _masked.Value;

    public TextSpan ToRaw(TextSpan normalized) => Folded.ToRaw(normalized);

    public TextSpan FromRaw(TextSpan raw) => Folded.FromRaw(raw);

    /// <summary>Where the words of a rule stand in the normalised text, by where they end, the longer first; none in a formulation.</summary>
    public IEnumerable<WordMatch> Matches(RuleKind kind) =>
        _matches.TryGetValue(kind, out List<WordMatch>? found)
            ? found.Where(match => !IsFormulation(match.Span))
            : [];

    /// <summary>Whether a stretch of the normalised text lies in a mandated formulation or is one.</summary>
    public bool IsFormulation(TextSpan span)
    {
        int low = 0;
        int high = _formulations.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_formulations[middle].End < span.End)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < _formulations.Count && _formulations[low].Contains(span);
    }

    /// <summary>The section a place of the text as written stands in; null outside of all.</summary>
    public Section? SectionAt(int raw)
    {
        foreach (Section section in Statement.Sections)
        {
            if (section.Span.Contains(raw))
            {
                return section;
            }
        }

        return null;
    }

    private string Mask()
    {
        char[] masked = Normalized.ToCharArray();
        foreach (TextSpan span in _formulations)
        {
            masked.AsSpan(span.Start, span.Length).Fill(Formulations.Mask);
        }

        return new string(masked);
    }
}
