using System.Security.Claims;
using Gongxing.Core.People;

namespace Gongxing.Web;

/// <summary>Whoever is signed in. Pages take this instead of reading claims.</summary>
public sealed class CurrentPerson(IHttpContextAccessor http)
{
    public bool IsSignedIn => Of(User) is not null;

    /// <exception cref="InvalidOperationException">Nobody is signed in; pages with a policy are never reached then.</exception>
    public Person Person => Of(User) ?? throw new InvalidOperationException("Nobody is signed in.");

    public PersonId Id => Person.Id;

    public OrganisationId Organisation => Person.Organisation;

    /// <summary>Whether the person holds any of <paramref name="roles"/>.</summary>
    public bool Is(Roles roles) => Person.Is(roles);

    private ClaimsPrincipal? User => http.HttpContext?.User;

    /// <summary>The person behind a principal, as they stood in the database when the request came in.</summary>
    public static Person? Of(ClaimsPrincipal? user) => (user?.Identity as Signed)?.Person;

    /// <summary>A principal for <paramref name="person"/>; their id is a claim, to which form tokens are bound.</summary>
    public static ClaimsPrincipal ToPrincipal(Person person) => new(new Signed(person));

    private sealed class Signed(Person person)
        : ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.Id.ToString())], "session")
    {
        public Person Person => person;
    }
}
