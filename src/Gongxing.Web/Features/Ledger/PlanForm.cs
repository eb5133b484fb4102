using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Ledger;
using Gongxing.Web.Features.Shared;

namespace Gongxing.Web.Features.Ledger;

/// <summary>The fields of the plan page. A row without a measure's text counts for nothing.</summary>
public sealed class PlanForm
{
    [Display(Name = "Field.Office")]
    public Guid? Office { get; set; }

    [Display(Name = "Field.Owner")]
    public Guid? Owner { get; set; }

    [Display(Name = "Field.Lead")]
    public Guid? Lead { get; set; }

    [Display(Name = "Field.Helpers")]
    public List<Guid> Helpers { get; set; } = [];

    [Display(Name = "Field.Verifier")]
    public Guid? Verifier { get; set; }

    [Display(Name = "Field.Due")]
    public DateOnly? Due { get; set; }

    [Display(Name = "Field.Level")]
    public ClosingLevel Level { get; set; } = ClosingLevel.B;

    public List<MeasureForm> Measures { get; set; } = [];

    public static PlanForm Of(LedgerItem item) => new()
    {
        Office = item.Office.Id.Value,
        Owner = item.Owner?.Id.Value,
        Lead = item.Lead?.Id.Value,
        Helpers = [.. item.Helpers.Select(helper => helper.Id.Value)],
        Verifier = item.Verifier?.Id.Value,
        Due = item.Due,
        Level = item.Level,
        Measures = [.. item.LiveMeasures.Select(MeasureForm.Of)],
    };

    public LedgerPlan ToPlan(Roster roster, LedgerItem item) => new()
    {
        Office = roster.NamedOffice(Office),
        Owner = roster.Named(Owner),
        Lead = roster.Named(Lead),
        Helpers = [.. Helpers.Select(helper => roster.Named(helper)).OfType<NamedPerson>()],
        Verifier = roster.Named(Verifier),
        Due = Due,
        Level = Level,
        Measures = [.. Measures.Where(measure => !measure.IsEmpty).Select(measure => measure.ToPlanned(item))],
    };
}

/// <summary>One measure of the plan page; its acceptance standards are typed one a line.</summary>
public sealed class MeasureForm
{
    /// <summary>Number of the proposed measure it came from, so that its place in the material is kept; 0 for a new one.</summary>
    public int Number { get; set; }

    [Display(Name = "Field.Measure")]
    [MaxLength(2000)]
    public string? Text { get; set; }

    [Display(Name = "Field.Criteria")]
    [MaxLength(2000)]
    public string? Criteria { get; set; }

    [Display(Name = "Field.MeasureDue")]
    public DateOnly? Due { get; set; }

    [Display(Name = "Field.Kind")]
    public MeasureKind Kind { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Criteria);

    public static MeasureForm Of(LedgerMeasure measure) => new()
    {
        Number = measure.Number,
        Text = measure.Text,
        Criteria = string.Join('\n', measure.Criteria.Select(criterion => criterion.Text)),
        Due = measure.Planned.Due,
        Kind = measure.Planned.Kind,
    };

    public PlannedMeasure ToPlanned(LedgerItem? item) =>
        new(Text?.Trim() ?? "", [.. Lines(Criteria)], Due) { Kind = Kind, Source = item?.Measure(Number)?.Planned.Source };

    private static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
