namespace Gongxing.Core.People;

/// <summary>How wrong passwords slow down the next attempt. Never for good: a stranger could lock anybody out.</summary>
/// <param name="Failures">Wrong attempts in a row, each less than <see cref="Window"/> after the one before.</param>
public sealed record Lockout(int Failures, DateTimeOffset? LastFailure, DateTimeOffset? LockedUntil)
{
    public const int FreeAttempts = 5;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public static Lockout None { get; } = new(0, null, null);

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <summary>After the fifth wrong attempt a minute, then two, four, eight, and fifteen at most.</summary>
    public Lockout AfterFailure(DateTimeOffset now)
    {
        int failures = now - LastFailure < Window ? Failures + 1 : 1;
        double minutes = Math.Min(Math.Pow(2, failures - FreeAttempts), Window.TotalMinutes);
        return new Lockout(failures, now, failures < FreeAttempts ? null : now + TimeSpan.FromMinutes(minutes));
    }
}
