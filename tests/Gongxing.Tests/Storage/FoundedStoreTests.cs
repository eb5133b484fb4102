using Gongxing.Core.People;
using Gongxing.Storage.People;

namespace Gongxing.Tests.Storage;

/// <summary>A store test that starts with an organisation (县委办) and its administrator.</summary>
public abstract class FoundedStoreTests(TestServer server) : StoreTests(server)
{
    protected PeopleStore People { get; private set; } = null!;

    protected Person Administrator { get; private set; } = null!;

    protected OrganisationId Organisation => Administrator.Organisation;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        People = new PeopleStore(Database, Clock);
        Administrator = await People.FoundAsync("县委办", "admin", "管理员", "hash");
    }

    protected Task<Office> AddOfficeAsync(string name, OfficeId? parent = null) =>
        People.AddOfficeAsync(Organisation, name, parent ?? Administrator.Office, Administrator.Id);

    /// <summary>Adds somebody, in the topmost office unless told otherwise; the sign-in name is the name.</summary>
    protected async Task<Person> AddPersonAsync(string name, Roles roles, OfficeId? office = null)
    {
        var person = new Person(
            Organisation, PersonId.New(), name, name, office ?? Administrator.Office, "干部", roles, IsActive: true);
        await People.AddAsync(person, "hash", mustChangePassword: false, Administrator.Id);
        return person;
    }
}
