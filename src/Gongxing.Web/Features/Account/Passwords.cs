using System.Threading.RateLimiting;
using Gongxing.Core.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Gongxing.Web.Features.Account;

/// <summary>Hashes and checks passwords, few at a time: each takes a core for a fifth of a second, on purpose.</summary>
public sealed class Passwords : IDisposable
{
    private const int AtOnce = 2;
    private const int Waiting = 16;

    private readonly PasswordHasher<Person> _hasher;
    private readonly string _nobodys;

    // Without a gate a flood of sign-ins would stop every page; whoever finds the queue full is told to come back.
    private readonly ConcurrencyLimiter _gate = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = AtOnce,
        QueueLimit = Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public Passwords(SiteOptions site)
    {
        _hasher = new PasswordHasher<Person>(
            Options.Create(new PasswordHasherOptions { IterationCount = site.PasswordRounds }));
        _nobodys = _hasher.HashPassword(null!, Guid.CreateVersion7().ToString());
    }

    /// <exception cref="TooBusyException">Too many wait already.</exception>
    public async Task<string> HashAsync(string password, CancellationToken ct)
    {
        using RateLimitLease lease = await EnterAsync(ct);
        return await Task.Run(() => _hasher.HashPassword(null!, password), ct);
    }

    /// <param name="hash">Null for a name nobody has: checking then takes as long and fails.</param>
    /// <exception cref="TooBusyException">Too many wait already.</exception>
    public async Task<PasswordVerificationResult> VerifyAsync(string? hash, string password, CancellationToken ct)
    {
        using RateLimitLease lease = await EnterAsync(ct);
        PasswordVerificationResult result =
            await Task.Run(() => _hasher.VerifyHashedPassword(null!, hash ?? _nobodys, password), ct);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }

    /// <summary>Whether <paramref name="password"/> is the one that was hashed.</summary>
    /// <exception cref="TooBusyException">Too many wait already.</exception>
    public async Task<bool> IsAsync(string hash, string password, CancellationToken ct) =>
        await VerifyAsync(hash, password, ct) != PasswordVerificationResult.Failed;

    public void Dispose() => _gate.Dispose();

    private async Task<RateLimitLease> EnterAsync(CancellationToken ct)
    {
        RateLimitLease lease = await _gate.AcquireAsync(1, ct);
        return lease.IsAcquired ? lease : throw new TooBusyException();
    }
}
