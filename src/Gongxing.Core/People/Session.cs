namespace Gongxing.Core.People;

/// <summary>A person signed in on one device (会话). It is over once it is no longer kept, whatever the browser still holds.</summary>
/// <param name="EndsAt">When it ends even if it is used all the time.</param>
/// <param name="Device">Kind of browser and system as shown to the person, e.g. <c>Chromium, Linux</c>.</param>
public sealed record Session(DateTimeOffset MadeAt, DateTimeOffset SeenAt, DateTimeOffset EndsAt, string Device)
{
    /// <summary>Whether it ended, or was not used for longer than <paramref name="idle"/>.</summary>
    /// <remarks>A clock set back makes no session immortal: one that was used "in the future" is over too.</remarks>
    public bool IsOver(DateTimeOffset now, TimeSpan idle) =>
        now >= EndsAt || now - SeenAt > idle || SeenAt - now > idle;
}
