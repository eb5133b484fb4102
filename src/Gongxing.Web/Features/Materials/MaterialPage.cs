using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Statements;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Materials;

/// <summary>A page about one material that the person may see.</summary>
public abstract class MaterialPage(MaterialStore materials, PeopleStore people, CurrentPerson me) : PageModel
{
    public Material Material { get; private set; } = null!;

    public Roster Roster { get; private set; } = null!;

    /// <summary>Null before the material is read, as is the structure.</summary>
    public Document? Document { get; private set; }

    /// <summary>The structure in force.</summary>
    public StructureRevision? Structure { get; private set; }

    public string Address => $"/materials/{Material.Id}";

    public bool MayChange => Material.WhyNotChange(me.Person, Roster.Offices) is null;

    protected MaterialStore Materials => materials;

    protected Person Person => me.Person;

    /// <returns>False when there is no such material, or none for this person: they are told the same.</returns>
    protected async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await materials.FindAsync(me.Organisation, new MaterialId(id), ct) is not { } material)
        {
            return false;
        }

        Roster = await Roster.ReadAsync(people, me.Organisation, ct);
        if (material.WhyNotRead(me.Person, Roster.Offices) is not null)
        {
            return false;
        }

        Material = material;
        if (material.State == MaterialState.Read)
        {
            Document = await materials.DocumentAsync(material, ct);
            Structure = await materials.StructureAsync(material, ct: ct);
        }

        return true;
    }
}
