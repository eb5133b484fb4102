using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Rules;

/// <summary>A text that a rule must ask about, or must not; it is run as a test.</summary>
/// <remarks>
/// Either a whole <see cref="Text"/> that is read like any file, or elements that are taken as given. Running text of a
/// rule for one element or one section stands as that element, in that section.
/// </remarks>
public sealed record RuleExample
{
    /// <summary>What a person sees of it.</summary>
    public required string Shown { get; init; }

    /// <summary>Where it stands in its file, from 1.</summary>
    public required int Line { get; init; }
    public string? Text { get; init; }
    public IReadOnlyList<string> Findings { get; init; } = [];
    public IReadOnlyList<string> Causes { get; init; } = [];
    public IReadOnlyList<string> Measures { get; init; } = [];
    public SectionRole? Section { get; init; }
    public StatementKind? Kind { get; init; }
    public string? Template { get; init; }
    public int? Year { get; init; }
    public ReviewContext Context { get; init; } = ReviewContext.Empty;

    /// <summary>What <paramref name="rule"/>, alone and switched on, asks of the example.</summary>
    public IReadOnlyList<Remark> Ask(Rule rule)
    {
        (Document document, Statement statement) = Read();
        return StatementReview.Run(document, statement, new RuleBook([rule with { IsOn = true }], []), Context);
    }

    private (Document Document, Statement Statement) Read()
    {
        if (Text is not null && Section is null)
        {
            Document whole = Document.FromText(Text);
            Statement read = StatementReader.Read(whole, Template);
            return (whole, read with { Kind = Kind ?? read.Kind, Year = Year ?? read.Year });
        }

        var text = new System.Text.StringBuilder();
        var sections = new List<Section>();
        TextSpan[] findings = Write(text, sections, SectionRole.Findings, Findings);
        TextSpan[] causes = Write(text, sections, SectionRole.Causes, Causes);
        TextSpan[] measures = Write(text, sections, SectionRole.Measures, Measures);
        if (Text is not null)
        {
            Write(text, sections, Section!.Value, [Text]);
        }

        string all = text.ToString();
        var statement = new Statement
        {
            Kind = Kind ?? StatementKind.Individual,
            IsStatement = true,
            Confidence = 1,
            Template = Template,
            Year = Year,
            Sections = sections,
            Findings = [.. findings.Select((s, i) => new Finding($"F{i + 1}", null, Title(all, s), s, 1))],
            Causes = [.. causes.Select((s, i) => new Cause($"K{i + 1}", Title(all, s), s, 1))],
            Measures = [.. measures.Select((s, i) => new Measure($"M{i + 1}", null, Title(all, s), s, 1))],
        };
        return (Document.FromText(all), statement);
    }

    private static TextSpan[] Write(
        System.Text.StringBuilder text, List<Section> sections, SectionRole role, IReadOnlyList<string> elements)
    {
        int start = text.Length;
        var spans = new List<TextSpan>();
        foreach (string element in elements)
        {
            spans.Add(new TextSpan(text.Length, element.Length));
            text.Append(element).Append('\n');
        }

        if (spans.Count > 0)
        {
            sections.Add(new Section(role, null, TextSpan.FromBounds(start, text.Length - 1)));
        }

        return [.. spans];
    }

    private static string Title(string text, TextSpan span) => TitleOf(span.In(text).ToString());

    /// <summary>What stands before the first full stop.</summary>
    internal static string TitleOf(string element)
    {
        int end = element.IndexOf('。', StringComparison.Ordinal);
        return end < 0 ? element : element[..end];
    }
}
