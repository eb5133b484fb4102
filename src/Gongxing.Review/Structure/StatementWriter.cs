using Gongxing.Core.Statements;
using Gongxing.Review.Templates;
using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>Turns a draft into a <see cref="Statement"/>: ids, spans in the document, confidence.</summary>
internal static class StatementWriter
{
    public static Statement Write(Draft draft, IReadOnlyList<PartDraft> parts, string? templateId)
    {
        Flow flow = draft.Flow;
        foreach (List<Element> elements in (IEnumerable<List<Element>>)[draft.Findings, draft.Causes, draft.Measures])
        {
            // Tables are read before the prose around them.
            elements.Sort((a, b) => a.Start.CompareTo(b.Start));
        }

        draft.Sections.Sort((a, b) => a.Start.CompareTo(b.Start));
        draft.Aspects.Sort((a, b) => a.Start.CompareTo(b.Start));
        double likeness = parts.Count == 0 ? -1 : parts.Max(part => part.Likeness);
        bool isStatement = likeness > 0 && draft.Findings.Count + draft.Causes.Count + draft.Measures.Count > 0;
        PartDraft? first = parts.Count > 0 ? parts[0] : null;
        if (!isStatement)
        {
            return new Statement
            {
                Kind = StatementKind.Other,
                IsStatement = false,
                Confidence = Math.Clamp(0.5 - likeness * 0.08, 0.1, 0.5),
                Title = first?.Title,
                Year = first?.Year,
                Unplaced = Sorted(draft.Unplaced),
            };
        }

        int? year = parts.Select(part => part.Year).FirstOrDefault(one => one is not null)
            ?? YearReader.Read(Top(flow), "", "");
        TemplatePack? template = templateId is not null
            ? TemplatePacks.Find(templateId)
            : TemplateRecognition.Recognise(flow.Source, year, first!.Kind,
                [.. draft.Aspects.Select(aspect => aspect.Heading)]);
        if (templateId is null && template is { Years: [var only], Confidence: TemplateConfidence.Confirmed })
        {
            // The meeting's own aspects date it where no number does.
            year ??= only;
        }

        var promises = new PromiseReader(flow);
        return new Statement
        {
            Kind = first!.Kind,
            IsStatement = true,
            Confidence = Math.Clamp(0.4 + likeness * 0.1, 0.1, 0.98),
            Year = year,
            Template = template?.Id,
            Title = first.Title,
            Parts = [.. parts
                .Select(part =>
                    new StatementPart(part.Title, flow.ToSource(part.Start, part.End), part.Kind, part.Year))],
            Sections = [.. draft.Sections.Select(s => new Section(s.Role, s.Heading, flow.ToSource(s.Start, s.End)))],
            Aspects = [.. draft.Aspects.Select(a =>
                new Aspect(a.Heading, TemplateRecognition.Official(template, a.Heading),
                    flow.ToSource(a.Start, a.End)))],
            Findings = [.. draft.Findings.Select((e, i) =>
                new Finding(Id('F', i), e.Under, Title(flow, e), Span(flow, e), Confidence(flow, e, lacks: true)))],
            Causes = [.. draft.Causes
                .Select((e, i) =>
                    new Cause(Id('K', i), Title(flow, e), Span(flow, e), Confidence(flow, e, lacks: false)))],
            Measures = [.. draft.Measures.Select((e, i) => promises.Complete(
                new Measure(Id('M', i), e.Under, Title(flow, e), Span(flow, e),
                    Confidence(flow, e, lacks: false)) { Owner = e.Owner, Due = e.Due }, e))],
            Links = Linker.Link(draft, parts),
            Unplaced = Sorted(draft.Unplaced),
        };
    }

    // The title of a file of several documents stands before the first of them.
    private static ReadOnlySpan<char> Top(Flow flow)
    {
        int line = flow.Text.IndexOf('\n');
        return flow.Text.AsSpan(0, Math.Clamp(line, 0, 120));
    }

    private static string Id(char kind, int index) => $"{kind}{index + 1}";

    private static string Title(Flow flow, Element element) => flow.Quote(element.Start, element.TitleEnd);

    private static TextSpan Span(Flow flow, Element element) => flow.ToSource(element.Start, element.End);

    // Right about as often as it says, on damaged texts: a finding is sure with a number and a heading only, while prose
    // under 原因 and 措施 can hardly be anything else.
    private static double Confidence(Flow flow, Element element, bool lacks)
    {
        double confidence = 0.3;
        confidence += element.HasMark ? 0.27 : lacks ? 0 : 0.1;
        confidence += element.InHeadedSection ? 0.27 : 0;
        bool expected = lacks
            ? Lexicon.Deficiency.IsIn(flow.Slice(element.Start, element.End))
            : element.TitleEnd - element.Start <= 24;
        return Math.Round(confidence + (expected ? 0.11 : 0), 2);
    }

    private static IReadOnlyList<Unplaced> Sorted(List<Unplaced> unplaced) =>
        [.. unplaced.OrderBy(one => one.Span.Start)];
}
