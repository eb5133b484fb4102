using Gongxing.Core.Remarks;

namespace Gongxing.Web.Review;

/// <summary>A remark and its number, the same wherever it is shown.</summary>
/// <param name="Number">From 1, in the order of the text.</param>
public sealed record NumberedRemark(int Number, Remark Remark);

/// <summary>The remarks on a document in the order of its text, and which of them to answer first (先改这几处).</summary>
public sealed class NumberedRemarks
{
    /// <summary>What a writer takes in at once.</summary>
    public const int MostFirst = 12;

    private NumberedRemarks(IReadOnlyList<NumberedRemark> all)
    {
        All = all;
        First = [.. all.Where(one => one.Remark.Level != RemarkLevel.Info).OrderBy(one => one.Remark.Level).Take(MostFirst)];
        Rest = [.. all.Except(First)];
    }

    public IReadOnlyList<NumberedRemark> All { get; }

    /// <summary>The weightiest first, then by place. What is only worth knowing is never among them.</summary>
    public IReadOnlyList<NumberedRemark> First { get; }

    /// <summary>The others, by place.</summary>
    public IReadOnlyList<NumberedRemark> Rest { get; }

    public static NumberedRemarks Of(IEnumerable<Remark> remarks) => new([.. remarks
        .OrderBy(remark => remark.Span.Start).ThenBy(remark => remark.Level).ThenBy(remark => remark.Span.End)
        .Select((remark, i) => new NumberedRemark(i + 1, remark))]);
}
