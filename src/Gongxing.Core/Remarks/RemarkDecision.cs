using Gongxing.Core.People;

namespace Gongxing.Core.Remarks;

/// <summary>A decision (处理) about a remark on a draft: what somebody means to do about the question. Added to, never changed.</summary>
/// <param name="Rule">Of the remark, so that a decision can still be read when the rule asks no more.</param>
/// <param name="Draft">The draft it was made on.</param>
/// <param name="Number">
/// From 1 for the remark and the draft. Two decisions about what both saw get the same number, and one is refused.
/// </param>
/// <param name="Reason">Never empty for a rejection.</param>
public sealed record RemarkDecision(
    string Fingerprint, string Rule, int Draft, int Number, RemarkAct Act, string Reason, PersonId By, DateTimeOffset At);

/// <summary>What can be decided about a remark.</summary>
public enum RemarkAct
{
    /// <summary>采纳: it will be changed.</summary>
    Adopt,

    /// <summary>已修改: it has been changed where the text is written.</summary>
    Change,

    /// <summary>不采纳: it stays as it is, for a reason.</summary>
    Reject,

    /// <summary>Takes back what was decided before: the remark is open again.</summary>
    TakeBack,
}
