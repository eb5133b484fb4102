using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

internal sealed record PartDraft(string? Title, int Start, int End, StatementKind Kind, int? Year, double Likeness);

/// <summary>Reads one document of a file: what stands before it, its outline, its tables.</summary>
internal static class PartReader
{
    public static PartDraft Read(Draft draft, IReadOnlyList<FlowLine> lines)
    {
        Flow flow = draft.Flow;
        if (lines.Count == 0)
        {
            return new PartDraft(null, 0, 0, StatementKind.Other, null, 0);
        }

        int start = lines[0].Start;
        int end = lines[^1].End;
        FrontMatter front = FrontMatter.Read(draft, lines);
        List<FlowLine> body = [.. front.Body.Where(line => line.Cell is null)];
        List<FlowLine> cells = [.. front.Body.Where(line => line.Cell is not null)];
        var subject = new Subject(flow, front.Title, start, end);
        double likeness = Genre.Likeness(flow, front, lines);
        if (likeness > 0)
        {
            new TableReader(draft).Read(cells);
            int bodyEnd = body.Count > 0 ? body[^1].End : start;
            Node root = OutlineBuilder.Build(flow, body, body.Count > 0 ? body[0].Start : start, bodyEnd);
            if (body.Count > 0)
            {
                new SectionReader(draft, subject.IsRectification).Read(root);
            }
        }

        return new PartDraft(front.TitleAsWritten, start, end, subject.Kind, subject.Year, likeness);
    }
}
