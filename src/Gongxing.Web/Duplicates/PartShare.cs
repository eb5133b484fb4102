using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Web.Duplicates;

/// <summary>A part of a statement, and how much of it is shared.</summary>
/// <param name="Id">Of a finding, cause or measure; null for what stands in none.</param>
/// <param name="Section">What the part is, or what it stands in; null outside of all sections.</param>
/// <param name="Share">0 to 1.</param>
public sealed record PartShare(string? Id, string Title, SectionRole? Section, TextSpan Span, double Share)
{
    /// <param name="shared">Stretches that do not overlap.</param>
    public static IReadOnlyList<PartShare> Of(ReadMaterial material, IReadOnlyList<TextSpan> shared)
    {
        string text = material.Document.Text;
        Statement statement = material.Statement;
        IReadOnlyList<StatementElement> elements = statement.Elements();
        IEnumerable<PartShare> inElements =
            from element in elements
            select new PartShare(element.Id, element.Title, null, element.Span, SpanUnion.Share(text, element.Span, shared));
        IEnumerable<PartShare> inSections =
            from section in statement.Sections
            where !elements.Any(element => section.Span.Contains(element.Span))
            let share = SpanUnion.Share(text, section.Span, shared)
            select new PartShare(null, section.Heading ?? "", section.Role, section.Span, share);
        return [.. inElements.Concat(inSections).Where(part => part.Share > 0).OrderBy(part => part.Span.Start)];
    }

    /// <summary>The parts that a passage stands in, in their order; none where nothing was understood.</summary>
    public static IReadOnlyList<PartShare> Around(ReadMaterial material, TextSpan passage)
    {
        PartShare[] elements =
        [
            .. from element in material.Statement.Elements()
               where element.Span.Overlaps(passage)
               select new PartShare(element.Id, element.Title, null, element.Span, 0),
        ];
        return elements.Length > 0
            ? elements
            : [
                .. from section in material.Statement.Sections
                   where section.Span.Overlaps(passage)
                   select new PartShare(null, section.Heading ?? "", section.Role, section.Span, 0),
            ];
    }
}
