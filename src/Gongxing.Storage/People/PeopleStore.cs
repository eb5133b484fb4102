using System.Data.Common;
using Dapper;
using Gongxing.Core;
using Gongxing.Core.People;

namespace Gongxing.Storage.People;

/// <summary>Organisations, offices, and the people in them.</summary>
public sealed class PeopleStore(Database database, TimeProvider clock)
{
    /// <summary>The organisation of this installation; null before somebody has founded it.</summary>
    public async Task<Organisation?> OrganisationAsync(CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<Organisation>(
            "select o.id, o.name from founding f join organisation o on o.id = f.organisation where f.only_one = 1");
    }

    /// <summary>Makes the organisation, its topmost office and its first administrator, in one step and only once.</summary>
    /// <exception cref="RefusedException">Somebody has founded it before, or in the same moment.</exception>
    public async Task<Person> FoundAsync(
        string organisation,
        string signInName,
        string name,
        string passwordHash,
        CancellationToken ct = default)
    {
        var made = new Organisation(OrganisationId.New(), organisation);
        var office = new Office(made.Id, OfficeId.New(), organisation, null);
        var person = new Person(
            made.Id, PersonId.New(), Person.FoldSignInName(signInName), name, office.Id, "", Roles.Administrator, true);
        return await GuardedAsync(Refusal.SomebodyWasFirst, () => database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "insert into organisation (id, name, settings, made_at) values (@Id, @Name, '{}', @at)",
                    new { made.Id, made.Name, at = clock.GetUtcNow() },
                    transaction);
                await connection.ExecuteAsync(
                    "insert into founding (only_one, organisation) values (1, @Id)", new { made.Id }, transaction);
                await connection.ExecuteAsync(
                    "insert into data_version (organisation, version) values (@Id, 1)", new { made.Id }, transaction);
                await InsertAsync(connection, transaction, office);
                await InsertAsync(connection, transaction, person, passwordHash, mustChangePassword: false);
                await LogAsync(connection, transaction, made.Id, SecurityAct.Founded, null, person.Id, "");
                return person;
            },
            ct));
    }

    public async Task<IReadOnlyList<Office>> OfficesAsync(OrganisationId organisation, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return await OfficesAsync(connection, null, organisation);
    }

    /// <summary>Adds an office under another.</summary>
    /// <exception cref="RefusedException">There is no such office above it.</exception>
    public Task<Office> AddOfficeAsync(
        OrganisationId organisation,
        string name,
        OfficeId parent,
        PersonId by,
        CancellationToken ct = default)
    {
        var office = new Office(organisation, OfficeId.New(), name, parent);
        return database.WriteAsync(
            organisation,
            async (connection, transaction) =>
            {
                var tree = new OfficeTree(await OfficesAsync(connection, transaction, organisation));
                RefusedException.ThrowIf(tree.WhyNotMove(office.Id, parent));
                await InsertAsync(connection, transaction, office);
                await LogAsync(connection, transaction, organisation, SecurityAct.OfficeAdded, by, null, name);
                return office;
            },
            ct);
    }

    /// <summary>Renames or moves an office; what hangs under it comes along.</summary>
    /// <exception cref="RefusedException">It would stand under itself, or under an office that is not there.</exception>
    public Task ChangeOfficeAsync(Office office, PersonId by, CancellationToken ct = default) =>
        database.WriteAsync(
            office.Organisation,
            async (connection, transaction) =>
            {
                var tree = new OfficeTree(await OfficesAsync(connection, transaction, office.Organisation));
                RefusedException.ThrowIf(tree.Contains(office.Id) ? null : Refusal.NoSuchOffice);
                RefusedException.ThrowIf(tree.WhyNotMove(office.Id, office.Parent));
                await connection.ExecuteAsync(
                    "update office set name = @Name, parent = @Parent where organisation = @Organisation and id = @Id",
                    office,
                    transaction);
                string detail = $"{tree[office.Id].Name} → {office.Name}";
                await LogAsync(connection, transaction, office.Organisation, SecurityAct.OfficeChanged, by, null, detail);
            },
            ct);

    /// <summary>Everybody, also those who are no longer active, in the order they were added.</summary>
    public async Task<IReadOnlyList<Person>> PeopleAsync(OrganisationId organisation, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<PersonRow>(
            $"select {PersonRow.Columns} from person p where p.organisation = @organisation order by p.id", new { organisation });
        return [.. rows.Select(row => row.ToPerson())];
    }

    public async Task<Person?> FindAsync(OrganisationId organisation, PersonId id, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return await FindAsync(connection, null, organisation, id);
    }

    /// <summary>Adds somebody who can sign in at once.</summary>
    /// <exception cref="RefusedException">The sign-in name is taken, or an administrator would hold another role.</exception>
    public async Task AddAsync(
        Person person,
        string passwordHash,
        bool mustChangePassword,
        PersonId by,
        CancellationToken ct = default)
    {
        RefusedException.ThrowIf(Person.WhyNotHold(person.Roles));
        Person folded = person with { SignInName = Person.FoldSignInName(person.SignInName) };
        await GuardedAsync(Refusal.SignInNameTaken, () => database.WriteAsync(
            person.Organisation,
            async (connection, transaction) =>
            {
                await InsertAsync(connection, transaction, folded, passwordHash, mustChangePassword);
                string detail = $"{folded.SignInName}: {folded.Roles}";
                await LogAsync(connection, transaction, folded.Organisation, SecurityAct.PersonAdded, by, folded.Id, detail);
                return true;
            },
            ct));
    }

    /// <summary>Changes name, office, post, roles, or whether somebody is active; the sign-in name stays.</summary>
    /// <remarks>With other roles, or when no longer active, the person is signed out everywhere in the same step.</remarks>
    /// <exception cref="RefusedException">Nobody would be left to administer, or an administrator would hold another role.</exception>
    public async Task ChangeAsync(Person person, PersonId by, CancellationToken ct = default)
    {
        RefusedException.ThrowIf(Person.WhyNotHold(person.Roles));
        await database.WriteAsync(
            person.Organisation,
            async (connection, transaction) =>
            {
                Person before = await FindAsync(connection, transaction, person.Organisation, person.Id)
                    ?? throw new InvalidOperationException($"There is no person {person.Id}.");
                await connection.ExecuteAsync(
                    """
                    update person set name = @Name, office = @Office, post = @Post, roles = @roles, is_active = @isActive
                    where organisation = @Organisation and id = @Id
                    """,
                    new
                    {
                        person.Organisation,
                        person.Id,
                        person.Name,
                        person.Office,
                        person.Post,
                        roles = (long)person.Roles,
                        isActive = person.IsActive ? 1L : 0L,
                    },
                    transaction);
                await KeepAnAdministratorAsync(connection, transaction, person.Organisation);
                await NotePostAsync(connection, transaction, person, before);
                if (!person.IsActive || person.Roles != before.Roles)
                {
                    await SessionStore.EndAllAsync(connection, transaction, person.Organisation, person.Id, keep: null);
                }

                string detail = Difference(before, person);
                await LogAsync(connection, transaction, person.Organisation, SecurityAct.PersonChanged, by, person.Id, detail);
            },
            ct);
    }

    /// <summary>The posts of a person, newest first.</summary>
    public async Task<IReadOnlyList<Post>> PostsAsync(
        OrganisationId organisation,
        PersonId person,
        CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return [.. await connection.QueryAsync<Post>(
            """
            select office, name, since, until from post
            where organisation = @organisation and person = @person order by number desc
            """,
            new { organisation, person })];
    }

    private async Task InsertAsync(
        DbConnection connection,
        DbTransaction transaction,
        Person person,
        string passwordHash,
        bool mustChangePassword)
    {
        await connection.ExecuteAsync(
            """
            insert into person (organisation, id, sign_in_name, name, office, post, roles, is_active, password_hash,
                must_change_password, totp_last_step, failures, made_at)
            values (@Organisation, @Id, @SignInName, @Name, @Office, @Post, @roles, @isActive, @passwordHash,
                @mustChangePassword, 0, 0, @at)
            """,
            new
            {
                person.Organisation,
                person.Id,
                person.SignInName,
                person.Name,
                person.Office,
                person.Post,
                roles = (long)person.Roles,
                isActive = person.IsActive ? 1L : 0L,
                passwordHash,
                mustChangePassword = mustChangePassword ? 1L : 0L,
                at = clock.GetUtcNow(),
            },
            transaction);
        await NotePostAsync(connection, transaction, person, before: null);
    }

    private async Task NotePostAsync(DbConnection connection, DbTransaction transaction, Person person, Person? before)
    {
        if (before is not null && before.Office == person.Office && before.Post == person.Post)
        {
            return;
        }

        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var key = new { person.Organisation, person.Id, person.Office, person.Post, today };
        await connection.ExecuteAsync(
            "update post set until = @today where organisation = @Organisation and person = @Id and until is null",
            key,
            transaction);
        await connection.ExecuteAsync(
            """
            insert into post (organisation, person, number, office, name, since)
            select @Organisation, @Id, coalesce(max(number), 0) + 1, @Office, @Post, @today
            from post where organisation = @Organisation and person = @Id
            """,
            key,
            transaction);
    }

    private static async Task KeepAnAdministratorAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation)
    {
        long left = await connection.ExecuteScalarAsync<long>(
            "select count(*) from person where organisation = @organisation and is_active = 1 and roles = @administrator",
            new { organisation, administrator = (long)Roles.Administrator },
            transaction);
        RefusedException.ThrowIf(left == 0 ? Refusal.LastAdministrator : null);
    }

    private static string Difference(Person before, Person after)
    {
        (string Name, string From, string To)[] fields =
        [
            ("name", before.Name, after.Name),
            ("office", $"{before.Office}", $"{after.Office}"),
            ("post", before.Post, after.Post),
            ("roles", $"{before.Roles}", $"{after.Roles}"),
            ("active", $"{before.IsActive}", $"{after.IsActive}"),
        ];
        return string.Join("; ", fields.Where(f => f.From != f.To).Select(f => $"{f.Name}: {f.From} → {f.To}"));
    }

    private Task LogAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        SecurityAct act,
        PersonId? actor,
        PersonId? subject,
        string detail) =>
        SecurityStore.AddAsync(connection, transaction, organisation, clock.GetUtcNow(), act, actor, subject, detail);

    private async Task<T> GuardedAsync<T>(Refusal whenTaken, Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (DbException e) when (database.IsDuplicate(e))
        {
            throw new RefusedException(whenTaken);
        }
    }

    private static Task InsertAsync(DbConnection connection, DbTransaction transaction, Office office) =>
        connection.ExecuteAsync(
            "insert into office (organisation, id, name, parent) values (@Organisation, @Id, @Name, @Parent)",
            office,
            transaction);

    private static async Task<IReadOnlyList<Office>> OfficesAsync(
        DbConnection connection,
        DbTransaction? transaction,
        OrganisationId organisation) =>
        [.. await connection.QueryAsync<Office>(
            "select organisation, id, name, parent from office where organisation = @organisation order by id",
            new { organisation },
            transaction)];

    private static async Task<Person?> FindAsync(
        DbConnection connection,
        DbTransaction? transaction,
        OrganisationId organisation,
        PersonId id) =>
        (await connection.QuerySingleOrDefaultAsync<PersonRow>(
            $"select {PersonRow.Columns} from person p where p.organisation = @organisation and p.id = @id",
            new { organisation, id },
            transaction))?.ToPerson();
}
