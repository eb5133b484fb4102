namespace Gongxing.Core.Ledger;

/// <summary>
/// What an independent person found when checking a measure (核验): a result for each criterion, and on what grounds.
/// </summary>
public sealed record Verification : LedgerDetail
{
    public required int Measure { get; init; }
    public required VerificationMethod Method { get; init; }
    public required IReadOnlyList<CriterionCheck> Checks { get; init; }

    /// <summary>Hash of what was verified, see <see cref="LedgerMeasure.ContentHash"/>; set by the item.</summary>
    public string ContentHash { get; init; } = "";
}

public enum VerificationMethod
{
    /// <summary>查阅</summary>
    Documents,

    /// <summary>现场</summary>
    OnSite,

    /// <summary>访谈</summary>
    Interview,

    /// <summary>抽查</summary>
    Sample,

    /// <summary>回访</summary>
    CallBack,
}

/// <param name="Criterion">Number of the criterion within the measure.</param>
/// <param name="Evidence">Numbers of the evidence that was looked at.</param>
public sealed record CriterionCheck(int Criterion, CheckResult Result, string Note, IReadOnlyList<int> Evidence);

public enum CheckResult
{
    /// <summary>符合</summary>
    Met,

    /// <summary>部分符合: what remains stands in the note and is shown beside the closure.</summary>
    Partly,

    /// <summary>不符合</summary>
    NotMet,

    /// <summary>不适用</summary>
    NotApplicable,
}
