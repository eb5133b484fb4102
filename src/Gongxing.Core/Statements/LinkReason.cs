namespace Gongxing.Core.Statements;

/// <summary>What a link rests on, as data: how it is said is for whoever shows it, in their language.</summary>
public sealed record LinkReason(LinkGround Ground)
{
    /// <summary>The theme both speak of, as the engine's list calls it; null when there is none.</summary>
    public string? Theme { get; init; }

    /// <summary>What the text itself says: the words both have, or the title by which one names the other.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>From 1: both have this place among as many; null unless the order counted.</summary>
    public int? Place { get; init; }

    /// <summary>How many there are of both, when the order counted.</summary>
    public int? Among { get; init; }

    // A link that was stored and read again is the same link.
    public bool Equals(LinkReason? other) => other is not null
        && (Ground, Theme, Place, Among) == (other.Ground, other.Theme, other.Place, other.Among) && Words.SequenceEqual(other.Words);

    public override int GetHashCode() => HashCode.Combine(Ground, Theme, Place, Among, Words.Count);
}

public enum LinkGround
{
    /// <summary>Both stand under one finding of the text.</summary>
    SameRecord,

    /// <summary>One calls the other by its title.</summary>
    Named,

    /// <summary>A theme, or words, or both.</summary>
    Shared,

    /// <summary>The vocabulary as a whole; no word of it is worth naming.</summary>
    Alike,

    /// <summary>Nothing but the order.</summary>
    Order,
}
