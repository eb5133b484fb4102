using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>A line that heads what follows though it has no number.</summary>
/// <param name="ContentStart">Where its words begin; its own start.</param>
/// <param name="Label">What it stands for when it is one of a report's labels.</param>
internal sealed record BareHeading(int ContentStart, bool IsAspect, LabelRole Label);

/// <summary>Finds headings without numbers among the lines of one document.</summary>
internal sealed class BareHeadings
{
    private readonly Dictionary<int, BareHeading> _byStart = [];

    public BareHeadings(Flow flow, IReadOnlyList<FlowLine> lines, List<List<Mark>> marks)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Cell is null && (marks[i].Count == 0 || !marks[i][0].AtLineStart)
                && Read(flow.Slice(lines[i].Start, lines[i].End), lines[i].Start) is { } heading)
            {
                _byStart[lines[i].Start] = heading;
            }
        }
    }

    public IEnumerable<LabelRole> Labels =>
        _byStart.Values.Select(heading => heading.Label).Where(label => label != LabelRole.None);

    public BareHeading? At(FlowLine line) => _byStart.GetValueOrDefault(line.Start);

    private static BareHeading? Read(ReadOnlySpan<char> line, int start)
    {
        ReadOnlySpan<char> bare = HeadingWords.Bare(line).Trim("()");
        if (HeadingWords.AspectLength(line) is var aspect and > 0 && (aspect < line.Length && line[aspect] is ':' || aspect >= bare.Length))
        {
            return new BareHeading(start, IsAspect: true, LabelRole.None);
        }

        IReadOnlyList<SectionRole> roles = HeadingWords.BareRoles(bare);
        if (roles.Count == 0)
        {
            return null;
        }

        LabelRole label = roles switch
        {
            [SectionRole.Findings] => LabelRole.Problem,
            [SectionRole.Causes] => LabelRole.Cause,
            [SectionRole.Measures] => LabelRole.Measure,
            _ => LabelRole.None,
        };
        return new BareHeading(start, IsAspect: false, label);
    }
}
