using System.Globalization;
using System.Text;
using System.Text.Json;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Review.Rules;
using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Tests.Review.Rules;

/// <summary>Compares what the rules ask with what a good reviewer would, see tests/corpus/review/README.md.</summary>
internal sealed class ReviewScore(RuleBook book)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<string, RuleFigures> _figures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StringBuilder> _details = new(StringComparer.Ordinal);

    /// <summary>Quotes that stand nowhere in their text.</summary>
    public List<string> NotFound { get; } = [];

    public RuleFigures Of(string id) => _figures.GetValueOrDefault(id);

    /// <summary>False alarms and misses, a line each.</summary>
    public string DetailsOf(string id) => _details.GetValueOrDefault(id)?.ToString() ?? "";

    public void Add(string text, string json)
    {
        AnnotatedText annotated = JsonSerializer.Deserialize<AnnotatedText>(json, s_options)!;
        Document document = Document.FromText(text);
        Statement statement = StatementReader.Read(document);
        var context = new ReviewContext
        {
            OwnNames = annotated.OwnNames ?? [],
            OtherNames = annotated.OtherNames ?? [],
            Opinions = annotated.Opinions ?? [],
        };
        ILookup<string, Remark> asked =
            StatementReview.Run(document, statement, book, context).SelectMany(Each).ToLookup(remark => remark.Rule);
        ILookup<string, AnnotatedRemark> wanted = annotated.Remarks.ToLookup(remark => remark.Rule);
        foreach (string id in asked.Select(group => group.Key).Union(wanted.Select(group => group.Key)))
        {
            Place[] places = [.. wanted[id].Select(one => Locate(annotated.File, one, text, statement))];
            Compare(annotated.File, id, text, [.. asked[id]], places);
        }
    }

    // One question that names several elements is right or wrong of each.
    private static IEnumerable<Remark> Each(Remark remark) =>
        remark is { Scope: RemarkScope.Statement, Related.Count: > 0 }
            ? remark.Related.Select(place => remark with { Scope = RemarkScope.Element, Span = place })
            : [remark];

    private void Compare(string file, string id, string text, Remark[] asked, Place[] places)
    {
        var answered = new HashSet<Place>();
        int wrong = 0;
        foreach (Remark remark in asked)
        {
            // A must comes before a may, and one that nobody has asked before one that somebody has.
            Place? place = places.Where(place => place.Meets(remark))
                .OrderBy(place => (!place.Remark.Must, answered.Contains(place))).FirstOrDefault();
            if (place is not null)
            {
                answered.Add(place);
                continue;
            }

            wrong++;
            Tell(id, $"  wrong  {file}: {remark.Check} {Cut(remark.Span.In(text).ToString())} | {remark.Message.Zh}");
        }

        int must = places.Count(place => place.Remark.Must);
        int found = answered.Count(place => place.Remark.Must);
        _figures[id] = Of(id) + new RuleFigures(must, found, wrong);
        foreach (Place place in places.Where(place => place.Remark.Must && !answered.Contains(place)))
        {
            Tell(id, $"  missed {file}: {place.Remark.Quote}{place.Remark.About}");
        }
    }

    private Place Locate(string file, AnnotatedRemark remark, string text, Statement statement)
    {
        var spans = new List<TextSpan>();
        foreach (string quote in new[] { remark.Quote, remark.Or }.OfType<string>().Where(quote => quote.Length > 0))
        {
            int at = -1;
            for (int i = 0; i < (remark.Occurrence ?? 1) && (i == 0 || at >= 0); i++)
            {
                at = text.IndexOf(quote, at + 1, StringComparison.Ordinal);
            }

            if (at < 0)
            {
                NotFound.Add($"{file}: {quote}");
                continue;
            }

            spans.Add(new TextSpan(at, quote.Length));
        }

        TextSpan[] elements = [.. statement.Elements().Select(element => element.Span)
            .Where(element => spans.Exists(span => element.Contains(span.Start)))];
        return new Place(remark, spans, elements);
    }

    private void Tell(string id, string line)
    {
        if (!_details.TryGetValue(id, out StringBuilder? details))
        {
            _details[id] = details = new StringBuilder(id).Append('\n');
        }

        details.Append(line.ReplaceLineEndings(" ")).Append('\n');
    }

    private static string Cut(string words) => words.Length > 40 ? $"{words[..40]}…" : words;

    /// <summary>Where an annotated remark belongs: its words, and the elements that hold them.</summary>
    private sealed record Place(AnnotatedRemark Remark, List<TextSpan> Spans, TextSpan[] Elements)
    {
        public bool Meets(Remark remark) => remark.Scope switch
        {
            _ when Spans.Count == 0 => remark.Message.Zh.Contains(Remark.About ?? "", StringComparison.Ordinal),
            RemarkScope.Element => Elements.Any(remark.Span.Overlaps) || Spans.Exists(remark.Span.Overlaps),
            // A bracket that is not closed may be marked where it opens or where it should close: the spans touch.
            _ => Spans.Exists(span => span.Start <= remark.Span.End && remark.Span.Start <= span.End),
        };
    }
}

/// <summary>How well a rule asked over some texts. What is fair both ways counts neither way.</summary>
/// <param name="Must">How often a good reviewer would certainly ask.</param>
/// <param name="Found">How many of these the rule asked.</param>
/// <param name="Wrong">What else it asked.</param>
internal readonly record struct RuleFigures(int Must, int Found, int Wrong)
{
    public const string Header = "rule\topenMust\topenFound\topenWrong\theldOutMust\theldOutFound\theldOutWrong";

    /// <summary>Null when nothing that counts was asked.</summary>
    public double? Precision => Found + Wrong == 0 ? null : (double)Found / (Found + Wrong);

    /// <summary>Null when there was nothing to ask.</summary>
    public double? Recall => Must == 0 ? null : (double)Found / Must;

    public string Columns => string.Create(CultureInfo.InvariantCulture, $"{Must}\t{Found}\t{Wrong}");

    public static RuleFigures operator +(RuleFigures a, RuleFigures b) =>
        new(a.Must + b.Must, a.Found + b.Found, a.Wrong + b.Wrong);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"precision {Precision:0.00}, recall {Recall:0.00} ({Must} must, {Found} found, {Wrong} wrong)");
}

/// <summary>An annotation file of tests/corpus/review.</summary>
internal sealed record AnnotatedText(
    string File, string[]? OwnNames, string[]? OtherNames, string[]? Opinions, AnnotatedRemark[] Remarks);

internal sealed record AnnotatedRemark(
    string Rule, string Quote, string? Or, int? Occurrence, string? About, bool Must);
