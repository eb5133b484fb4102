using System.ComponentModel.DataAnnotations;
using Gongxing.Core;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
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

    /// <summary>The offices that the person may hand something in for.</summary>
    public IEnumerable<SelectListItem> Offices =>
        Roster.OfficeChoices().Where(one => WhyNotHandIn(new OfficeId(Guid.Parse(one.Value)), null) is null);

    /// <summary>Nobody, and those about whom the person may hand something in.</summary>
    public IEnumerable<SelectListItem> Subjects =>
        Roster.Subjects(texts["Subject.Nobody"]).Where(one =>
            one.Value.Length == 0 || WhyNotHandIn(me.Person.Office, new PersonId(Guid.Parse(one.Value))) is null);

    /// <summary>Where the files belong as the form says; null when it says nothing that exists or that the person may hand in for.</summary>
    protected IntakePlace? Place()
    {
        if (Roster.Office(Office) is not { } office || WhyNotHandIn(office.Id, null) is not null)
        {
            ModelState.AddModelError(nameof(Office), texts["Wrong.Office"]);
            return null;
        }

        PersonId? subject = Roster.Subject(Subject)?.Id;
        if (Subject is not null && (subject is null || WhyNotHandIn(office.Id, subject) is not null))
        {
            ModelState.AddModelError(nameof(Subject), texts["Wrong.Subject"]);
            return null;
        }

        return new IntakePlace(office.Id, subject);
    }

    private Refusal? WhyNotHandIn(OfficeId office, PersonId? subject) =>
        Material.WhyNotHandIn(me.Person, office, subject, Roster.Offices);

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
