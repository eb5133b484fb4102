using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

internal sealed record PartDraft(string? Title, int Start, int End, StatementKind Kind, int? Year, double Likeness);

/// <summary>Reads one document of a file: what stands before it, its outline, its tables.</summary>
internal static class PartReader
{
    /// <param name="draft">What the file has told so far.</param>
    /// <param name="lines">The lines of this document.</param>
    /// <param name="before">The document above it in the same file, null for none.</param>
    public static PartDraft Read(Draft draft, IReadOnlyList<FlowLine> lines, PartDraft? before)
    {
        Flow flow = draft.Flow;
        if (lines.Count == 0)
        {
            return new PartDraft(null, 0, 0, StatementKind.Other, null, 0);
        }

        int start = lines[0].Start;
        int end = lines[^1].End;
        FrontMatter front = FrontMatter.Read(draft, lines);
        string above = front.Title.Length > 0 ? "" : TitleAbove(flow, start);
        front = above.Length == 0 ? front : front with { Title = above };
        List<FlowLine> body = [.. front.Body.Where(line => line.Cell is null)];
        List<FlowLine> cells = [.. front.Body.Where(line => line.Cell is not null)];
        var subject = new Subject(flow, front.Title, start, end);
        double likeness = Genre.Likeness(flow, front, lines);
        // Under one title the short ones are of the kind that the others are.
        likeness = above.Length > 0 && before is not null ? Math.Max(likeness, before.Likeness) : likeness;
        if (likeness > 0)
        {
            int findings = draft.Findings.Count;
            new TableReader(draft).Read(cells);
            bool ledger = draft.Findings.Count > findings;
            var reader = new SectionReader(draft, subject.IsRectification) { BesideLedger = ledger };
            foreach (IReadOnlyList<FlowLine> run in ledger ? Runs(front.Body) : body.Count > 0 ? [body] : [])
            {
                reader.Read(OutlineBuilder.Build(flow, run, run[0].Start, run[^1].End));
            }
        }

        return new PartDraft(front.TitleAsWritten, start, end, subject.Kind, subject.Year, likeness);
    }

    // 对照检查材料汇总 ⏎ （一）…　田某 ⏎ （二）…: the title above all of them is each one's, where it has none.
    private static string TitleAbove(Flow flow, int start)
    {
        ReadOnlySpan<char> top = flow.Slice(flow.Lines[0].Start, flow.Lines[0].End);
        return start > flow.Lines[0].Start && FrontMatter.IsTitle(top) ? top.ToString() : "";
    }

    // A ledger has said all of its rows: what stands above it and below it is read without them.
    private static IEnumerable<IReadOnlyList<FlowLine>> Runs(IReadOnlyList<FlowLine> lines)
    {
        var run = new List<FlowLine>();
        foreach (FlowLine line in lines)
        {
            if (line.Cell is null)
            {
                run.Add(line);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
