namespace Gongxing.Core.Statements;

/// <summary>What leads to what in a statement (对应关系): a row a finding, and what stands alone.</summary>
/// <param name="Rows">In the order of the text.</param>
/// <param name="CausesAlone">Causes of no finding.</param>
/// <param name="MeasuresAlone">Measures that no finding and no cause leads to.</param>
public sealed record TraceMatrix(
    IReadOnlyList<TraceRow> Rows, IReadOnlyList<Cause> CausesAlone, IReadOnlyList<Measure> MeasuresAlone)
{
    public IEnumerable<TraceRow> WithoutCause => Rows.Where(row => row.Causes.Count == 0);

    public IEnumerable<TraceRow> WithoutMeasure => Rows.Where(row => row.Measures.Count == 0 && row.Through.Count == 0);

    public static TraceMatrix Of(Statement statement)
    {
        ILookup<string, string> next = statement.Links.ToLookup(link => link.From, link => link.To, StringComparer.Ordinal);
        var reached = statement.Links.Select(link => link.To).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, Cause> causes = statement.Causes.ToDictionary(cause => cause.Id, StringComparer.Ordinal);
        Dictionary<string, Measure> measures = statement.Measures.ToDictionary(measure => measure.Id, StringComparer.Ordinal);
        return new TraceMatrix(
            [.. statement.Findings.Select(RowOf)],
            [.. statement.Causes.Where(cause => !reached.Contains(cause.Id))],
            [.. statement.Measures.Where(measure => !reached.Contains(measure.Id))]);

        TraceRow RowOf(Finding finding)
        {
            Cause[] why = [.. Among(causes, next[finding.Id]).OrderBy(cause => cause.Span.Start)];
            Measure[] direct = [.. Among(measures, next[finding.Id]).OrderBy(measure => measure.Span.Start)];
            IEnumerable<Measure> through = Among(measures, why.SelectMany(cause => next[cause.Id]).Distinct());
            return new TraceRow(finding, why, direct, [.. through.Except(direct).OrderBy(measure => measure.Span.Start)]);
        }
    }

    private static IEnumerable<T> Among<T>(Dictionary<string, T> known, IEnumerable<string> ids) =>
        from id in ids where known.ContainsKey(id) select known[id];
}

/// <summary>A finding with its causes and measures.</summary>
/// <param name="Measures">Those that answer the finding itself.</param>
/// <param name="Through">Those that answer it only by one of its causes.</param>
public sealed record TraceRow(
    Finding Finding, IReadOnlyList<Cause> Causes, IReadOnlyList<Measure> Measures, IReadOnlyList<Measure> Through)
{
    public TraceGap Gap => (Causes.Count, Measures.Count + Through.Count) switch
    {
        (0, 0) => TraceGap.Both,
        (0, _) => TraceGap.Cause,
        (_, 0) => TraceGap.Measure,
        _ => TraceGap.None,
    };
}

/// <summary>What a finding is short of.</summary>
public enum TraceGap
{
    None,
    Cause,
    Measure,
    Both,
}
