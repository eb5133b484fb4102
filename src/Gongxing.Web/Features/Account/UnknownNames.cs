using System.Collections.Concurrent;
using Gongxing.Core.People;

namespace Gongxing.Web.Features.Account;

/// <summary>Slows down guessing at names nobody has as at those somebody has, so that the two cannot be told apart.</summary>
public sealed class UnknownNames(TimeProvider clock)
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, Lockout> _lockouts = new(StringComparer.Ordinal);

    public Lockout Find(string name) => _lockouts.GetValueOrDefault(Person.FoldSignInName(name), Lockout.None);

    public Lockout Fail(string name)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (_lockouts.Count >= Most)
        {
            Forget(now);
        }

        return _lockouts.AddOrUpdate(
            Person.FoldSignInName(name), _ => Lockout.None.AfterFailure(now), (_, lockout) => lockout.AfterFailure(now));
    }

    // What is past its window first; under a flood of new names, all of it rather than all of the memory.
    private void Forget(DateTimeOffset now)
    {
        foreach ((string name, Lockout lockout) in _lockouts)
        {
            if (now - lockout.LastFailure > Lockout.Window)
            {
                _lockouts.TryRemove(name, out _);
            }
        }

        if (_lockouts.Count >= Most)
        {
            _lockouts.Clear();
        }
    }
}
