using Gongxing.Core.Statements;
using Gongxing.Review.Rules.Facts;
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
    private readonly Lazy<int[]> _sentences;
    private readonly Lazy<int[]> _lines;
    private readonly Lazy<IReadOnlyList<TextSpan>> _quoted;
    private readonly Lazy<IReadOnlyList<TextSpan>> _digits;
    private readonly int[] _sectionStarts;
    private readonly Lazy<StatementFacts> _facts;

    public ReviewedText(Document document, Statement statement, ReviewContext context, WordTable words)
    {
        (Document, Statement, Context) = (document, statement, context);
        Folded = NormalizedText.Of(document.Text);
        _formulations = Formulations.In(Folded);
        _matches = words.Find(Folded.Text);
        _masked = new(Mask);
        _sentences = new(() => Ends(Sentences.In(Normalized)));
        _lines = new(LineEnds);
        _quoted = new(() => QuotedStretches.In(Raw));
        _digits = new(() => DigitRuns.In(Normalized));
        _sectionStarts = [.. statement.Sections.Select(section => section.Span.Start)];
        _facts = new(() => new StatementFacts(this));
    }

    public Document Document { get; }

    public Statement Statement { get; }

    public ReviewContext Context { get; }

    /// <summary>The text as written: the coordinates of everything that is asked.</summary>
    public string Raw => Document.Text;

    public NormalizedText Folded { get; }

    public string Normalized => Folded.Text;

    /// <summary>
    /// The normalised text with <see cref="Formulations.Mask"/> for every character of a mandated formulation.
    /// </summary>
    public string Masked => _masked.Value;

    /// <summary>What its findings, causes and measures say and do not say.</summary>
    public StatementFacts Facts => _facts.Value;

    public TextSpan ToRaw(TextSpan normalized) => Folded.ToRaw(normalized);

    public TextSpan FromRaw(TextSpan raw) => Folded.FromRaw(raw);

    /// <summary>
    /// Where the words of a rule stand in the normalised text, by where they end, the longer first; none in a
    /// formulation.
    /// </summary>
    public IEnumerable<WordMatch> Matches(RuleKind kind) =>
        _matches.TryGetValue(kind, out List<WordMatch>? found)
            ? kind.SeesFormulations ? found : found.Where(match => !IsFormulation(match.Span))
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
        int at = Array.BinarySearch(_sectionStarts, raw);
        at = at < 0 ? ~at - 1 : at;
        return at >= 0 && Statement.Sections[at].Span.Contains(raw) ? Statement.Sections[at] : null;
    }

    /// <summary>The sentence a place of the normalised text stands in.</summary>
    public TextSpan SentenceAt(int normalized) => StretchAt(_sentences.Value, normalized);

    /// <summary>The line a place of the normalised text stands in, without its end.</summary>
    public TextSpan LineAt(int normalized)
    {
        TextSpan line = StretchAt(_lines.Value, normalized);
        return line.Length > 0 && Normalized[line.End - 1] == '\n' ? line with { Length = line.Length - 1 } : line;
    }

    /// <summary>Whether a place of the text as written stands between quotation marks.</summary>
    public bool IsQuoted(int raw)
    {
        IReadOnlyList<TextSpan> quoted = _quoted.Value;
        int low = 0;
        int high = quoted.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (quoted[middle].End <= raw)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < quoted.Count && quoted[low].Contains(raw);
    }

    /// <summary>
    /// Numbers of eleven digits and more in the normalised text, also those written in groups, as cards and telephones
    /// are.
    /// </summary>
    public IReadOnlyList<TextSpan> Digits => _digits.Value;

    private int[] LineEnds()
    {
        var ends = new List<int>();
        for (int end = Normalized.IndexOf('\n', StringComparison.Ordinal);
            end >= 0;
            end = Normalized.IndexOf('\n', end + 1))
        {
            ends.Add(end + 1);
        }

        ends.Add(Normalized.Length);
        return [.. ends];
    }

    private static int[] Ends(SegmentEnumerator segments)
    {
        var ends = new List<int>();
        foreach (TextSpan segment in segments)
        {
            ends.Add(segment.End);
        }

        return [.. ends];
    }

    private static TextSpan StretchAt(int[] ends, int position)
    {
        int at = Array.BinarySearch(ends, position + 1);
        at = at < 0 ? ~at : at;
        int start = at == 0 ? 0 : ends[at - 1];
        return TextSpan.FromBounds(start, at < ends.Length ? ends[at] : Math.Max(start, position));
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
