namespace Gongxing.Core.Ledger;

/// <summary>Who answers for an item, by when, and by what its measures will be judged (责任清单).</summary>
/// <remarks>What is missing is null, and <see cref="WhyNot"/> says so: nothing is filled in for a person.</remarks>
public sealed record LedgerPlan : LedgerDetail
{
    public NamedOffice? Office { get; init; }
    public NamedPerson? Owner { get; init; }
    public NamedPerson? Lead { get; init; }
    public IReadOnlyList<NamedPerson> Helpers { get; init; } = [];

    /// <summary>Who is to verify; null leaves it to any independent verifier.</summary>
    public NamedPerson? Verifier { get; init; }
    public DateOnly? Due { get; init; }
    public ClosingLevel Level { get; init; } = ClosingLevel.B;
    public IReadOnlyList<PlannedMeasure> Measures { get; init; } = [];

    /// <summary>Everything the plan lacks, judged by itself.</summary>
    public IReadOnlyList<Refusal> WhyNot(NamedPerson? subject)
    {
        List<Refusal> why = [];
        Add(Office is null, Refusal.OfficeMissing);
        Add(Owner is null, Refusal.OwnerMissing);
        Add(Due is null, Refusal.DueMissing);
        Add(Measures.Count == 0, Refusal.MeasureMissing);
        Add(Measures.Any(measure => string.IsNullOrWhiteSpace(measure.Text)), Refusal.MeasureWithoutText);
        Add(Measures.Any(measure => !measure.HasCriterion), Refusal.CriterionMissing);
        Add(Measures.Any(measure => measure.Due > Due), Refusal.MeasureDueAfterItem);
        Add(Verifier is not null && (Verifier.Id == subject?.Id || Doers().Any(doer => doer.Id == Verifier.Id)),
            Refusal.VerifierNotIndependent);
        return why;

        void Add(bool holds, Refusal reason)
        {
            if (holds)
            {
                why.Add(reason);
            }
        }
    }

    /// <summary>Everybody who answers for the work: owner, lead and helpers.</summary>
    public IEnumerable<NamedPerson> Doers() => new[] { Owner, Lead }.OfType<NamedPerson>().Concat(Helpers);
}

/// <summary>A measure with its acceptance standards (验收标准), each a sentence that can be found true or not.</summary>
/// <param name="Due">Earlier than the item's; null for the same.</param>
public sealed record PlannedMeasure(string Text, IReadOnlyList<string> Criteria, DateOnly? Due = null)
{
    public MeasureKind Kind { get; init; }
    public MaterialSource? Source { get; init; }
    internal bool HasCriterion => Criteria.Any(criterion => !string.IsNullOrWhiteSpace(criterion));
}

public enum MeasureKind
{
    /// <summary>限期整改</summary>
    Dated,

    /// <summary>立行立改</summary>
    Correction,

    /// <summary>长期坚持</summary>
    Standing,
}
