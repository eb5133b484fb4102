using Gongxing.Core;
using Gongxing.Core.Ledger;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>A page for one act on one measure of an item: <c>/ledger/{id}/measures/{number}/…</c>.</summary>
public abstract class MeasurePage(LedgerDesk desk) : NotePage(desk)
{
    /// <summary>From 1 within the item.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public LedgerMeasure? Measure => Item.Measure(Number);

    public override IReadOnlyList<Refusal> WhyNot => Item.WhyNot(Act, Person, Number);
}
