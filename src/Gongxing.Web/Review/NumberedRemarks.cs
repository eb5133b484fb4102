using Gongxing.Core.Remarks;

namespace Gongxing.Web.Review;

/// <summary>A remark and its number, the same wherever it is shown.</summary>
/// <param name="Number">From 1, in the order of the text.</param>
public sealed record NumberedRemark(int Number, Remark Remark)
{
    /// <summary>Numbers of the others on the same finding, cause or measure, where this one leads them; else empty.</summary>
    public IReadOnlyList<int> Also { get; init; } = [];
}

/// <summary>The remarks on a document in the order of its text, and which of them to answer first (先改这几处).</summary>
public sealed class NumberedRemarks
{
    /// <summary>What a writer takes in at once.</summary>
    public const int MostFirst = 12;

    /// <summary>The same question twelve times over hides eleven others.</summary>
    private const int MostAlike = 4;

    private NumberedRemarks(IReadOnlyList<NumberedRemark> all)
    {
        All = Led(all);
        HashSet<int> led = [.. All.SelectMany(one => one.Also)];
        NumberedRemark[] leading =
        [
            .. All.Where(one => one.Remark.Level != RemarkLevel.Info && !led.Contains(one.Number))
                .OrderBy(one => one.Remark.Level),
        ];
        ILookup<bool, NumberedRemark> alike = leading.GroupBy(one => (one.Remark.Rule, one.Remark.Check))
            .SelectMany(same => same.Select((one, i) => (one, i))).ToLookup(pair => pair.i >= MostAlike, pair => pair.one);
        HashSet<NumberedRemark> first =
        [
            .. alike[false].OrderBy(one => one.Remark.Level).ThenBy(one => one.Number)
                .Concat(alike[true].OrderBy(one => one.Remark.Level).ThenBy(one => one.Number)).Take(MostFirst),
        ];
        First = [.. leading.Where(first.Contains)];
        Rest = [.. All.Except(First)];
    }

    public IReadOnlyList<NumberedRemark> All { get; }

    /// <summary>
    /// One question a place: the weightiest first, then by place. What is only worth knowing is never among them.
    /// </summary>
    public IReadOnlyList<NumberedRemark> First { get; }

    /// <summary>The others, by place.</summary>
    public IReadOnlyList<NumberedRemark> Rest { get; }

    public static NumberedRemarks Of(IEnumerable<Remark> remarks) => new([.. remarks
        .OrderBy(remark => remark.Span.Start).ThenBy(remark => remark.Level).ThenBy(remark => remark.Span.End)
        .Select((remark, i) => new NumberedRemark(i + 1, remark))]);

    // Of several on one element the weightiest leads, and of those the first of the catalogue: what happened comes
    // before what was thought.
    private static IReadOnlyList<NumberedRemark> Led(IReadOnlyList<NumberedRemark> all)
    {
        Dictionary<int, int[]> also = all.Where(one => one.Remark.Scope == RemarkScope.Element)
            .GroupBy(one => one.Remark.Span.Start)
            .Select(place => place.OrderBy(one => one.Remark.Level)
                .ThenBy(one => one.Remark.Rule, StringComparer.Ordinal).ThenBy(one => one.Number)
                .Select(one => one.Number).ToArray())
            .Where(numbers => numbers.Length > 1)
            .ToDictionary(numbers => numbers[0], numbers => numbers[1..].Order().ToArray());
        return [.. all.Select(one => also.TryGetValue(one.Number, out int[]? others) ? one with { Also = others } : one)];
    }
}
