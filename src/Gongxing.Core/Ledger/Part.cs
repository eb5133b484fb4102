namespace Gongxing.Core.Ledger;

/// <summary>
/// The part somebody has in an item. It decides what they may do, what they may not, and that they see it.
/// </summary>
[Flags]
public enum Part
{
    None = 0,

    /// <summary>The finding is about them.</summary>
    Subject = 1,
    Owner = 2,

    /// <summary>协办</summary>
    Helper = 4,

    /// <summary>牵头领导: answers for the work above the owner.</summary>
    Lead = 8,

    /// <summary>Was owner, helper or lead once the work had begun. This never wears off.</summary>
    PastDoer = 16,

    /// <summary>Reported a measure as done.</summary>
    Reporter = 32,

    /// <summary>Handed evidence in, withdrawn or not.</summary>
    Uploader = 64,

    /// <summary>Named as verifier, or has verified, returned or closed.</summary>
    Verifier = 128,

    /// <summary>A verification of theirs is in force.</summary>
    Certifier = 256,

    /// <summary>Changed a criterion once the work had begun. This never wears off.</summary>
    Amender = 512,
}
