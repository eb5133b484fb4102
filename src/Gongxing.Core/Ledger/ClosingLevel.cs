namespace Gongxing.Core.Ledger;

/// <summary>How much independence closing needs (销号等级).</summary>
public enum ClosingLevel
{
    /// <summary>Two independent persons: whoever closes has verified none of its measures.</summary>
    A,

    /// <summary>One independent person may verify and close.</summary>
    B,

    /// <summary>As B; for small matters.</summary>
    C,
}
