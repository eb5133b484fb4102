namespace Gongxing.Core.Rounds;

/// <summary>Moments as entries of a history keep them.</summary>
internal static class Millisecond
{
    /// <summary>In UTC, without what is less than a millisecond.</summary>
    public static DateTimeOffset Of(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
