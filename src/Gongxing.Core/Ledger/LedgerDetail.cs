using System.Text.Json.Serialization;

namespace Gongxing.Core.Ledger;

/// <summary>
/// What an act carries besides who, when and the note. Written as JSON into the history: add fields, never rename.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Proposal), "proposal")]
[JsonDerivedType(typeof(LedgerPlan), "plan")]
[JsonDerivedType(typeof(AddedMeasure), "addedMeasure")]
[JsonDerivedType(typeof(OneMeasure), "measure")]
[JsonDerivedType(typeof(AmendedCriterion), "amendedCriterion")]
[JsonDerivedType(typeof(HandedIn), "handedIn")]
[JsonDerivedType(typeof(WithdrawnEvidence), "withdrawnEvidence")]
[JsonDerivedType(typeof(Verification), "verification")]
[JsonDerivedType(typeof(RedoneMeasures), "redone")]
[JsonDerivedType(typeof(NewDue), "newDue")]
[JsonDerivedType(typeof(NewOwner), "newOwner")]
public abstract record LedgerDetail
{
    public sealed record AddedMeasure(PlannedMeasure Measure) : LedgerDetail;

    public sealed record OneMeasure(int Measure) : LedgerDetail;

    public sealed record AmendedCriterion(int Measure, int Criterion, string Text) : LedgerDetail;

    public sealed record HandedIn(int Measure, IReadOnlyList<Evidence> Evidence) : LedgerDetail;

    public sealed record WithdrawnEvidence(int Measure, int Evidence) : LedgerDetail;

    /// <param name="Due">The new date of a reopened item; null when its closure was returned.</param>
    public sealed record RedoneMeasures(IReadOnlyList<int> Measures, DateOnly? Due) : LedgerDetail;

    /// <param name="IsLate">It was asked for after the old date had passed.</param>
    public sealed record NewDue(DateOnly Due, bool IsLate) : LedgerDetail;

    public sealed record NewOwner(NamedPerson Owner, NamedOffice Office) : LedgerDetail;
}
