using System.ComponentModel.DataAnnotations;
using Gongxing.Core.People;

namespace Gongxing.Web.Features.People;

/// <summary>The fields of a person that an administrator fills in, for somebody new and for changing somebody.</summary>
public sealed class PersonForm
{
    [Display(Name = "Name")]
    [MaxLength(50)]
    public string Name { get; set; } = "";

    [Display(Name = "Office")]
    public Guid Office { get; set; }

    [Display(Name = "Post")]
    [MaxLength(50)]
    public string? Post { get; set; }

    [Display(Name = "Roles")]
    public List<Roles> Roles { get; set; } = [];

    public static PersonForm Of(Person person) => new()
    {
        Name = person.Name,
        Office = person.Office.Value,
        Post = person.Post,
        Roles = [.. Policies.RolesOf(person)],
    };

    public Person Apply(Person person) => person with
    {
        Name = Name.Trim(),
        Office = new OfficeId(Office),
        Post = Post?.Trim() ?? "",
        Roles = Roles.Aggregate(Core.People.Roles.None, (all, role) => all | role),
    };
}
