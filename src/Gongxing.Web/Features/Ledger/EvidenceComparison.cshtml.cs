using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Ledger;
using Gongxing.Storage.EvidenceReuse;
using Gongxing.Web.Duplicates;
using Gongxing.Web.EvidenceReuse;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>佐证对照: a file of the item beside one of another item that it is like, for whoever judges it and may see both.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class EvidenceComparisonModel(LedgerDesk desk, EvidenceContentStore contents, EvidenceMatches matches)
    : ItemPage(desk)
{
    /// <summary>Of the evidence, from 1 within the item.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty(Name = "other", SupportsGet = true)]
    public Guid OtherId { get; set; }

    [BindProperty(SupportsGet = true)]
    public int OtherNumber { get; set; }

    [BindProperty]
    [Display(Name = "Field.CompareReason")]
    [Required]
    [MaxLength(500)]
    public string? Reason { get; set; }

    public LedgerMeasure Measure { get; private set; } = null!;

    public HeldEvidence Own { get; private set; } = null!;

    public OtherEvidence Other { get; private set; } = null!;

    /// <summary>In what the two are alike, the plainest first; not empty.</summary>
    public IReadOnlyList<EvidenceMatch> Matches { get; private set; } = [];

    public bool IsSameFile => Matches[0].Likeness == EvidenceLikeness.File;

    public IReadOnlyList<AlikePictures> Pictures => Matches[^1].Pictures;

    public EvidenceContent? OwnContent { get; private set; }

    public EvidenceContent? OtherContent { get; private set; }

    public IReadOnlyList<NumberedPassage> Passages { get; private set; } = [];

    public EvidenceComparison? Compared { get; private set; }

    public string VerificationUrl => $"{ItemUrl}/measures/{Measure.Number}/verification";

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await LoadBothAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadBothAsync(id, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        bool isFirst = await contents.CompareAsync(
            Item.Organisation,
            new EvidenceComparison(new EvidencePlace(Item.Id, Number), Other.Place, Reason!.Trim(), Person.Id, Desk.Now),
            ct);
        this.Notice(Desk.Texts[isFirst ? "Compare.Done" : "Compare.DoneBefore"]);
        return Redirect(VerificationUrl);
    }

    private async Task<bool> LoadBothAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)
            || Item.Measures.FirstOrDefault(one => one.EvidenceInForce.Any(held => held.Number == Number)) is not { } measure
            || (Item.WhyNot(LedgerAct.VerifyMeasure, Person, measure.Number).Count > 0
                && Item.WhyNot(LedgerAct.ReturnMeasure, Person, measure.Number).Count > 0)
            || OtherId == id || (await Desk.FindAsync(OtherId, ct))?.Item is not { } otherItem
            || otherItem.Measures.SelectMany(one => one.EvidenceInForce).FirstOrDefault(one => one.Number == OtherNumber) is not { } held)
        {
            return false;
        }

        (Measure, Own, Other) = (measure, measure.EvidenceInForce.First(one => one.Number == Number), new OtherEvidence(otherItem, held));
        Compared = (await contents.ComparisonsAsync(Item.Organisation, Item.Id, ct))
            .FirstOrDefault(one => one.Own.Number == Number && one.Other == Other.Place);
        Matches = await MatchesAsync(ct);
        return Matches.Count > 0;
    }

    private async Task<IReadOnlyList<EvidenceMatch>> MatchesAsync(CancellationToken ct)
    {
        if (Own.Evidence.File is not { } own || Other.Held.Evidence.File is not { } other)
        {
            return [];
        }

        OwnContent = await contents.FindAsync(Item.Organisation, own.Sha256, ct);
        OtherContent = await contents.FindAsync(Item.Organisation, other.Sha256, ct);
        if (own.Sha256 == other.Sha256)
        {
            return [new EvidenceMatch(Own, EvidenceLikeness.File, Other)];
        }

        if (OwnContent is null || OtherContent is null)
        {
            return [];
        }

        var found = new List<EvidenceMatch>();
        if (await matches.SharedAsync(Item.Organisation, OwnContent, OtherContent, ct) is { } shared)
        {
            Passages = MaterialMatch.Numbered(shared);
            found.Add(new EvidenceMatch(Own, EvidenceLikeness.Text, Other) { Passages = Passages.Count });
        }

        if (PictureMatches.Between(OwnContent, OtherContent) is { Count: > 0 } pictures)
        {
            found.Add(new EvidenceMatch(Own, EvidenceLikeness.Picture, Other) { Pictures = pictures });
        }

        return found;
    }
}
