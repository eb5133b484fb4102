using System.ComponentModel.DataAnnotations;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Materials;

/// <summary>A page with the form that takes files: for which office, and about whom.</summary>
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public abstract class UploadPage(
    MaterialIntake intake, PeopleStore people, CurrentPerson me, IStringLocalizer<MaterialsTexts> texts) : PageModel
{
    /// <summary>Bytes of one form with all its files; a single file may have far less.</summary>
    public const long Largest = 256L << 20;

    [BindProperty]
    [Display(Name = "Field.Files")]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    [Display(Name = "Field.Office")]
    public Guid? Office { get; set; }

    [BindProperty]
    [Display(Name = "Field.Subject")]
    public Guid? Subject { get; set; }

    public Roster Roster { get; private set; } = null!;

    /// <summary>What became of the files that were just sent; empty when none were, or all is well.</summary>
    public IReadOnlyList<Taken> Taken { get; private set; } = [];

    public bool MayUpload => me.Is(Policies.Admits[Policies.Intake]);

    protected MaterialIntake Intake => intake;

    protected Person Person => me.Person;

    protected IStringLocalizer<MaterialsTexts> Texts => texts;

    protected async Task ReadRosterAsync(CancellationToken ct) =>
        Roster = await Roster.ReadAsync(people, me.Organisation, ct);

    /// <summary>An author writes about themself; a clerk takes in what others wrote.</summary>
    protected void FillIn()
    {
        Office = me.Person.Office.Value;
        Subject = me.Is(Roles.Author) && !me.Is(Roles.Clerk) ? me.Id.Value : null;
    }

    /// <summary>Where the files belong as the form says; null when it says nothing that exists.</summary>
    protected IntakePlace? Place()
    {
        if (Roster.Office(Office) is not { } office)
        {
            ModelState.AddModelError(nameof(Office), texts["Wrong.Office"]);
            return null;
        }

        if (Subject is not null && Roster.Subject(Subject) is null)
        {
            ModelState.AddModelError(nameof(Subject), texts["Wrong.Subject"]);
            return null;
        }

        return new IntakePlace(office.Id, Roster.Subject(Subject)?.Id);
    }

    /// <summary>Takes the files in, one after the other; one that is refused stops no other.</summary>
    protected async Task TakeAsync(IntakePlace place, CancellationToken ct)
    {
        var taken = new List<Taken>();
        foreach (IFormFile file in Files)
        {
            await using Stream content = file.OpenReadStream();
            taken.Add(await intake.TakeAsync(me.Person, file.FileName, content, place, ct));
        }

        Taken = taken;
    }
}
