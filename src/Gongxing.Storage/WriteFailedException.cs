namespace Gongxing.Storage;

/// <summary>The database could not keep a write. Nothing of it was kept; the same write may work later.</summary>
public sealed class WriteFailedException(WriteFailure reason, Exception inner)
    : IOException($"The database could not keep the write: {reason}.", inner)
{
    public WriteFailure Reason => reason;
}

/// <summary>What stood in the way. The web has a sentence for each.</summary>
public enum WriteFailure
{
    DiskFull,
    ReadOnly,

    /// <summary>Another process holds the database for too long.</summary>
    Busy,

    /// <summary>The disk or the server failed in a way that somebody has to look at.</summary>
    Broken,
}
