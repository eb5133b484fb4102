using Gongxing.Core.Remarks;

namespace Gongxing.Storage.Remarks;

/// <summary>What a list needs to know of a review.</summary>
/// <param name="IsStatement">False when no structure was recognised, so that only words were looked at.</param>
public sealed record KeptReview(bool IsStatement, IReadOnlyList<KeptRemark> Remarks)
{
    public static KeptReview Of(bool isStatement, IEnumerable<Remark> remarks) =>
        new(isStatement, [.. remarks.Select(remark => new KeptRemark(remark.RuleKey, remark.Fingerprint))]);
}

/// <param name="Rule">Its id and check: <c>C24/particles</c>.</param>
public sealed record KeptRemark(string Rule, string Fingerprint);
