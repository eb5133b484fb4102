using Gongxing.Core.Materials;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Storage.Remarks;
using Gongxing.Web.Features.Shared;
using Gongxing.Web.Review;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Materials;

/// <summary>材料: takes files in, and lists what was taken in and how far the reading of it has come.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class IndexModel(
    MaterialStore materials,
    ReadingStore reading,
    Jobs.ReadingJob job,
    MaterialIntake intake,
    ReviewStore reviews,
    Jobs.ReviewJob reviewing,
    ReviewRules rules,
    PeopleStore people,
    CurrentPerson me,
    IStringLocalizer<MaterialsTexts> texts,
    IStringLocalizer<SharedTexts> shared) : UploadPage(intake, people, me, texts)
{
    private const string RefreshAfter = "2";

    /// <summary>Before any material.</summary>
    private static readonly MaterialId First = new(Guid.Empty);

    [BindProperty(SupportsGet = true)]
    public MaterialState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    /// <summary>The first of what was just uploaded: while that is read the page renews itself, and has no form to lose.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Batch { get; set; }

    public IReadOnlyList<MaterialLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<MaterialState, int> Counts { get; private set; } = new Dictionary<MaterialState, int>();

    public int BatchSize { get; private set; }

    /// <summary>Read, or stopped, or found unreadable.</summary>
    public int BatchDone { get; private set; }

    public int BatchWaiting { get; private set; }

    public int BatchHeld { get; private set; }

    public int BatchRead { get; private set; }

    public int BatchStopped { get; private set; }

    public int BatchUnreadable { get; private set; }

    public ReviewProgress BatchReviews { get; private set; }

    public bool IsBatchGoingOn => BatchWaiting > 0 || BatchReviews.Waiting > 0;

    /// <summary>What the person has stopped in any upload, so that it can be found again.</summary>
    public (int Readings, int Reviews) OwnHeld { get; private set; }

    /// <summary>How many questions are open on each material of the page that has been reviewed.</summary>
    public IReadOnlyDictionary<MaterialId, OpenQuestions> Questions { get; private set; } = new Dictionary<MaterialId, OpenQuestions>();

    public int Pending => Counts.GetValueOrDefault(MaterialState.Waiting) + Counts.GetValueOrDefault(MaterialState.Reading);

    public Pager Pager { get; private set; } = new(null, null, Pager.Sizes[0]);

    public bool IsFiltered => State is not null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        FillIn();
        await ListAsync(ct);
        if (Batch is not null && IsBatchGoingOn)
        {
            Response.Headers["Refresh"] = RefreshAfter;
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!MayUpload)
        {
            return Forbid();
        }

        await ReadRosterAsync(ct);
        if (Files.Count == 0)
        {
            ModelState.AddModelError(nameof(Files), Texts["Wrong.NoFiles"]);
        }

        if (Place() is { } place && ModelState.IsValid)
        {
            await TakeAsync(place, ct);
            if (Taken.All(taken => taken.Material is not null))
            {
                return Redirect($"/materials?batch={Taken[0].Material!.Id}");
            }
        }

        await ListAsync(ct);
        return Page();
    }

    /// <summary>Keeps a file that is there already once more, because somebody says so.</summary>
    public async Task<IActionResult> OnPostKeepAsync(Guid same, string? fileName, CancellationToken ct)
    {
        if (!MayUpload)
        {
            return Forbid();
        }

        await ReadRosterAsync(ct);
        if (Place() is not { } place || await VisibleAsync(same, ct) is not { State: not MaterialState.Stopped } material)
        {
            return NotFound();
        }

        Material kept = await Intake.KeepAsync(Person, fileName ?? material.FileName, material, place, ct);
        return Redirect($"/materials?batch={kept.Id}");
    }

    /// <summary>停下: what still waits of what was just uploaded is kept and not read.</summary>
    public async Task<IActionResult> OnPostHoldAsync(CancellationToken ct)
    {
        if (!MayUpload || Batch is not { } first)
        {
            return Forbid();
        }

        int held = await reading.HoldAsync(Person, new MaterialId(first), ct);
        this.Notice(Texts["Batch.Hold.Done", held]);
        return Redirect($"/materials?batch={first}");
    }

    /// <summary>继续: what was held waits again.</summary>
    public async Task<IActionResult> OnPostResumeAsync(CancellationToken ct)
    {
        if (!MayUpload || Batch is not { } first)
        {
            return Forbid();
        }

        await reading.ResumeAsync(Person, new MaterialId(first), ct);
        job.Wake();
        return Redirect($"/materials?batch={first}");
    }

    /// <summary>停下审阅: what was uploaded and is not reviewed yet stays so for now.</summary>
    public async Task<IActionResult> OnPostHoldReviewsAsync(CancellationToken ct)
    {
        if (!MayUpload || Batch is not { } first)
        {
            return Forbid();
        }

        RulesInForce inForce = await rules.OfAsync(Person.Organisation, null, ct);
        int held = await reviews.HoldAsync(Person, new MaterialId(first), inForce.Version, ct);
        this.Notice(Texts["Batch.HoldReviews.Done", held]);
        return Redirect($"/materials?batch={first}");
    }

    /// <summary>继续审阅: what was held waits to be reviewed again.</summary>
    public async Task<IActionResult> OnPostResumeReviewsAsync(CancellationToken ct)
    {
        if (!MayUpload || Batch is not { } first)
        {
            return Forbid();
        }

        await reviews.ResumeAsync(Person, new MaterialId(first), ct);
        reviewing.Wake();
        return Redirect($"/materials?batch={first}");
    }

    /// <summary>都继续: whatever the person has stopped, in whichever upload, is read and reviewed.</summary>
    public async Task<IActionResult> OnPostResumeAllAsync(CancellationToken ct)
    {
        if (!MayUpload)
        {
            return Forbid();
        }

        int readings = await reading.ResumeAsync(Person, First, ct);
        int resumed = await reviews.ResumeAsync(Person, First, ct);
        job.Wake();
        reviewing.Wake();
        string done = Counted.Words(
            Texts, shared["Clause"], ("Held.ResumeAll.Readings", readings), ("Held.ResumeAll.Reviews", resumed));
        this.Notice(done.Length > 0 ? Texts["Held.ResumeAll.Done", done] : Texts["Held.ResumeAll.None"]);
        return Redirect("/materials");
    }

    /// <summary>现在审: one held material waits to be reviewed again.</summary>
    public async Task<IActionResult> OnPostReviewAsync(Guid id, CancellationToken ct)
    {
        await ReadRosterAsync(ct);
        if (await VisibleAsync(id, ct) is not { } material)
        {
            return NotFound();
        }

        if (material.WhyNotChange(Person, Roster.Offices) is not null)
        {
            return Forbid();
        }

        await reviews.ResumeAsync(material, ct);
        reviewing.Wake();
        this.Notice(Texts["Questions.Resumed"]);
        return Redirect("/materials");
    }

    /// <summary>再读一次: what could not be read waits once more.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken ct)
    {
        await ReadRosterAsync(ct);
        if (await VisibleAsync(id, ct) is not { } material)
        {
            return NotFound();
        }

        if (material.WhyNotChange(Person, Roster.Offices) is not null)
        {
            return Forbid();
        }

        await reading.AgainAsync(material, ct);
        job.Wake();
        this.Notice(Texts["Again.Done"]);
        return Redirect("/materials");
    }

    public bool MayChange(Material material) => material.WhyNotChange(Person, Roster.Offices) is null;

    private async Task<Material?> VisibleAsync(Guid id, CancellationToken ct) =>
        await materials.FindAsync(Person.Organisation, new MaterialId(id), ct) is { } material
            && material.WhyNotRead(Person, Roster.Offices) is null
            ? material
            : null;

    private async Task ListAsync(CancellationToken ct)
    {
        await ReadRosterAsync(ct);
        int size = Pager.SizeOf(Size);
        MaterialId? after = After is { } last ? new MaterialId(last) : null;
        IReadOnlyList<MaterialLine> found = await materials.ListAsync(Person, State, after, size + 1, ct);
        Lines = [.. found.Take(size)];
        Counts = await materials.CountAsync(Person, ct);
        RulesInForce inForce = await rules.OfAsync(Person.Organisation, null, ct);
        Questions = await reviews.OpenAsync(
            Person.Organisation,
            inForce.Version,
            await rules.SilencedAsync(Person, ct),
            [.. Lines.Select(line => line.Material).Where(one => one.State == MaterialState.Read)],
            ct);
        Pager = new Pager(
            After is null ? null : Request.With(("after", null)),
            found.Count > size ? Request.With(("after", $"{Lines[^1].Material.Id}")) : null,
            size);
        if (Batch is { } first)
        {
            IReadOnlyDictionary<MaterialState, int> batch = await materials.CountOwnAsync(Person, new MaterialId(first), ct);
            BatchSize = batch.Values.Sum();
            BatchRead = batch.GetValueOrDefault(MaterialState.Read);
            BatchHeld = batch.GetValueOrDefault(MaterialState.Held);
            BatchStopped = batch.GetValueOrDefault(MaterialState.Stopped);
            BatchUnreadable = batch.GetValueOrDefault(MaterialState.Unreadable);
            BatchWaiting = batch.GetValueOrDefault(MaterialState.Waiting) + batch.GetValueOrDefault(MaterialState.Reading);
            BatchDone = BatchSize - BatchWaiting - BatchHeld;
            BatchReviews = await reviews.ProgressAsync(Person, new MaterialId(first), inForce.Version, ct);
        }
        else if (MayUpload)
        {
            OwnHeld = await reviews.OwnHeldAsync(Person, ct);
        }
    }
}
