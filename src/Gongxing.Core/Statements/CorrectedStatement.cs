using Gongxing.Text;

namespace Gongxing.Core.Statements;

/// <summary>How a statement is put together again after a correction.</summary>
internal static class CorrectedStatement
{
    /// <summary>Id of an element that has none yet.</summary>
    public const string New = "+";

    /// <summary>Puts an element in, in place of the one that had its id; call <see cref="Renumber"/> at the end.</summary>
    /// <param name="under">Heading of the aspect or group; null to take that of the place.</param>
    public static Statement Put(
        this Statement statement, Document document, string id, ElementRole role, string title, TextSpan span, string? under = null)
    {
        Statement without = statement.Without(id);
        return role switch
        {
            ElementRole.Finding => without with
            {
                Findings = [.. without.Findings, new Finding(id, under ?? AspectAt(statement, id, span), title, span, 1)],
            },
            ElementRole.Cause => without with { Causes = [.. without.Causes, new Cause(id, title, span, 1)] },
            _ => without with { Measures = [.. without.Measures, MeasureAt(statement, document, id, title, span)] },
        };
    }

    /// <summary>Takes an element out; its links go when the ids are given anew.</summary>
    public static Statement Without(this Statement statement, string id) => statement with
    {
        Findings = [.. statement.Findings.Where(finding => finding.Id != id)],
        Causes = [.. statement.Causes.Where(cause => cause.Id != id)],
        Measures = [.. statement.Measures.Where(measure => measure.Id != id)],
    };

    /// <summary>Gives ids in the order of the text, and keeps the links that still lead from one kind to another.</summary>
    public static Statement Renumber(this Statement statement)
    {
        var places = new Dictionary<string, (ElementRole Role, string Id)>(StringComparer.Ordinal);
        Finding[] findings = [.. statement.Findings.OrderBy(finding => finding.Span.Start)];
        Cause[] causes = [.. statement.Causes.OrderBy(cause => cause.Span.Start)];
        Measure[] measures = [.. statement.Measures.OrderBy(measure => measure.Span.Start)];
        return statement with
        {
            Findings = [.. findings.Select((finding, i) => finding with { Id = Give(finding.Id, ElementRole.Finding, $"F{i + 1}") })],
            Causes = [.. causes.Select((cause, i) => cause with { Id = Give(cause.Id, ElementRole.Cause, $"K{i + 1}") })],
            Measures = [.. measures.Select((measure, i) => measure with { Id = Give(measure.Id, ElementRole.Measure, $"M{i + 1}") })],
            Links = [.. statement.Links.Select(Follow).OfType<ElementLink>().DistinctBy(link => (link.From, link.To))],
        };

        string Give(string old, ElementRole role, string id)
        {
            places[old] = (role, id);
            return id;
        }

        ElementLink? Follow(ElementLink link) =>
            !places.TryGetValue(link.From, out var from) || !places.TryGetValue(link.To, out var to) || from.Role == to.Role ? null
            : from.Role < to.Role ? link with { From = from.Id, To = to.Id }
            : link with { From = to.Id, To = from.Id };
    }

    /// <summary>The span without the number it begins with: （一）, 1. or 一是.</summary>
    public static TextSpan AfterNumber(string text, TextSpan span)
    {
        ReadOnlySpan<char> words = span.In(text);
        int at = words.Length > 0 && words[0] is '（' or '(' or '第' ? 1 : 0;
        int numeral = at;
        while (at < words.Length && (char.IsDigit(words[at]) || ChineseNumeral.IsPart(words[at])))
        {
            at++;
        }

        bool isNumber = at > numeral && at < words.Length
            && (numeral == 1 && words[0] != '第' ? words[at] is '）' or ')' : words[at] is '、' or '.' or '．' or '）' or ')' or '是' or '，');
        bool isCircled = words.Length > 0 && words[0] is >= '①' and <= '⑳';
        TextSpan rest = isNumber ? TextSpan.FromBounds(span.Start + at + 1, span.End)
            : isCircled ? TextSpan.FromBounds(span.Start + 1, span.End)
            : span;
        rest = rest.Trim(text);
        return rest.IsEmpty ? span : rest;
    }

    private static string? AspectAt(Statement statement, string id, TextSpan span) =>
        statement.Findings.FirstOrDefault(finding => finding.Id == id) is { } same
            ? same.Aspect
            : statement.Aspects.LastOrDefault(aspect => aspect.Span.Contains(span.Start))?.Heading;

    private static Measure MeasureAt(Statement statement, Document document, string id, string title, TextSpan span)
    {
        Measure[] before = [.. statement.Measures.Where(measure => measure.Id == id || measure.Span.Overlaps(span))];
        return new Measure(id, before.FirstOrDefault()?.Group, title, span, 1)
        {
            Due = Fact(measure => measure.Due),
            Cadence = Fact(measure => measure.Cadence),
            Quantity = Fact(measure => measure.Quantity),
            Owner = Fact(measure => measure.Owner),
            Commitments = [.. before.SelectMany(measure => measure.Commitments).Where(promise => span.Contains(promise.Span)).Distinct()],
        };

        // A fact goes with its words; one that stands in a column or label beside the measure belongs to every part of it.
        string? Fact(Func<Measure, string?> of) =>
            before.Where(measure => of(measure) is { } words && (Has(span, words) || !Has(measure.Span, words))).Select(of).FirstOrDefault();

        bool Has(TextSpan place, string words) => place.In(document.Text).IndexOf(words, StringComparison.Ordinal) >= 0;
    }
}
