using Gongxing.Text;

namespace Gongxing.Core.Statements;

/// <summary>What findings, causes and measures have in common: a place in the text under a title.</summary>
public sealed record StatementElement(string Id, ElementRole Role, string Title, TextSpan Span, double Confidence)
{
    /// <summary>3 for F3.</summary>
    public int Number => int.Parse(Id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
}

public enum ElementRole
{
    Finding,
    Cause,
    Measure,
}

public static class StatementElements
{
    /// <summary>All findings, causes and measures, in the order of the text.</summary>
    public static IReadOnlyList<StatementElement> Elements(this Statement statement) =>
    [
        .. statement.Findings.Select(f => new StatementElement(f.Id, ElementRole.Finding, f.Title, f.Span, f.Confidence))
            .Concat(statement.Causes.Select(c => new StatementElement(c.Id, ElementRole.Cause, c.Title, c.Span, c.Confidence)))
            .Concat(statement.Measures.Select(m => new StatementElement(m.Id, ElementRole.Measure, m.Title, m.Span, m.Confidence)))
            .OrderBy(element => element.Span.Start),
    ];

    /// <summary>Null when there is none of that id.</summary>
    public static StatementElement? Element(this Statement statement, string id) =>
        statement.Elements().FirstOrDefault(element => element.Id == id);

    /// <summary>What links lead to or from an element, with the id at the other end.</summary>
    public static IEnumerable<(ElementLink Link, string Other)> LinksOf(this Statement statement, string id) =>
        from link in statement.Links
        where link.From == id || link.To == id
        select (link, link.From == id ? link.To : link.From);
}
