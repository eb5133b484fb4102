using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Storage.Ledger;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Ledger;

/// <summary>A page for one act on one measure of an item: <c>/ledger/{id}/measures/{number}/…</c>.</summary>
public abstract class MeasurePage(
    LedgerStore ledger,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<LedgerTexts> texts,
    IStringLocalizer<SharedTexts> shared) : NotePage(ledger, me, clock, texts, shared)
{
    /// <summary>From 1 within the item.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public LedgerMeasure? Measure => Item.Measure(Number);

    public override IReadOnlyList<Refusal> WhyNot => Item.WhyNot(Act, Person, Number);
}
