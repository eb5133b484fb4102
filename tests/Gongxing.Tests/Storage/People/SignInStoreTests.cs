using Gongxing.Core.People;
using Gongxing.Storage.People;

namespace Gongxing.Tests.Storage.People;

public abstract class SignInStoreTests(TestServer server) : FoundedStoreTests(server)
{
    private SignInStore SignIns => new(Database, Clock);

    [Fact]
    public async Task Somebody_is_found_by_the_name_they_type()
    {
        SignIn? found = await SignIns.FindAsync(Organisation, " ADMIN ");

        Assert.Equal((Administrator, "hash", false), (found?.Person, found?.PasswordHash, found?.MustChangePassword));
        Assert.Null(await SignIns.FindAsync(Organisation, "nobody"));
    }

    [Fact]
    public async Task Wrong_attempts_at_the_same_moment_all_count()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SignIns.FailAsync(Administrator, "127.0.0.1")));

        Lockout lockout = (await SignIns.FindAsync(Organisation, Administrator.Id))!.Lockout;
        Assert.Equal((5, true), (lockout.Failures, lockout.IsLocked(Clock.GetUtcNow())));

        await SignIns.SucceedAsync(Administrator, "");
        SignIn after = (await SignIns.FindAsync(Organisation, Administrator.Id))!;
        Assert.Equal((Lockout.None, Clock.GetUtcNow()), (after.Lockout, after.LastSignIn));
    }

    [Fact]
    public async Task A_password_set_by_another_must_be_changed_and_ends_every_session()
    {
        Person person = await AddPersonAsync("王敏", Roles.Clerk);
        var sessions = new SessionStore(Database, Clock);
        string token = await sessions.StartAsync(person, "");

        await SignIns.SetPasswordAsync(person, "new", Administrator.Id, keep: null);

        SignIn reset = (await SignIns.FindAsync(Organisation, person.Id))!;
        Assert.Equal(("new", true), (reset.PasswordHash, reset.MustChangePassword));
        Assert.Null(await sessions.FindAsync(Organisation, token, TimeSpan.FromMinutes(15)));

        await SignIns.SetPasswordAsync(person, "own", person.Id, keep: null);
        Assert.False((await SignIns.FindAsync(Organisation, person.Id))!.MustChangePassword);
    }

    [Fact]
    public async Task A_code_of_the_second_factor_is_good_once()
    {
        await SignIns.SetTotpAsync(Administrator, [1, 2, 3], step: 100, [], Administrator.Id);

        bool[] used = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignIns.UseTotpStepAsync(Administrator, 101)));

        Assert.Single(used, once => once);
        Assert.False(await SignIns.UseTotpStepAsync(Administrator, 100));
        Assert.Equal([1, 2, 3], (await SignIns.FindAsync(Organisation, "admin"))!.TotpSecret);
    }

    [Fact]
    public async Task A_recovery_code_is_good_once_and_new_ones_replace_the_old()
    {
        await SignIns.SetTotpAsync(Administrator, [1], 0, ["a", "b", "c"], Administrator.Id);

        Assert.True(await SignIns.UseRecoveryCodeAsync(Administrator, "a"));
        Assert.False(await SignIns.UseRecoveryCodeAsync(Administrator, "a"));

        await SignIns.SetTotpAsync(Administrator, null, 0, [], Administrator.Id);
        Assert.False(await SignIns.UseRecoveryCodeAsync(Administrator, "b"));
        Assert.Null((await SignIns.FindAsync(Organisation, "admin"))!.TotpSecret);
    }
}

public sealed class SqliteSignInStoreTests() : SignInStoreTests(TestServer.Sqlite);

public sealed class PostgresSignInStoreTests() : SignInStoreTests(TestServer.Postgres);
