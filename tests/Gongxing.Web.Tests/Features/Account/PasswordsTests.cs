using Gongxing.Web.Features.Account;
using Microsoft.AspNetCore.Identity;

namespace Gongxing.Web.Tests.Features.Account;

public sealed class PasswordsTests : IDisposable
{
    private readonly Passwords _passwords = new(new SiteOptions { Urls = "", Data = "", PasswordRounds = 200_000 });

    [Fact]
    public async Task Whoever_finds_the_queue_full_is_sent_away_at_once_and_the_others_are_served()
    {
        var all = Enumerable.Range(0, 24).Select(_ => _passwords.VerifyAsync(null, "x", CancellationToken.None)).ToArray();

        Task refused = await Task.WhenAny(all);

        await Assert.ThrowsAsync<TooBusyException>(() => refused);
        await Assert.ThrowsAsync<TooBusyException>(() => Task.WhenAll(all));
        Assert.Equal(6, all.Count(task => task.IsFaulted));
        Assert.All(all.Where(task => !task.IsFaulted), task => Assert.True(task.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task A_hash_made_with_fewer_rounds_is_to_be_made_anew()
    {
        using var weaker = new Passwords(new SiteOptions { Urls = "", Data = "", PasswordRounds = 1000 });
        string hash = await weaker.HashAsync("words", CancellationToken.None);

        Assert.Equal(
            PasswordVerificationResult.SuccessRehashNeeded, await _passwords.VerifyAsync(hash, "words", CancellationToken.None));
        Assert.False(await _passwords.IsAsync(hash, "other", CancellationToken.None));
    }

    public void Dispose() => _passwords.Dispose();
}
