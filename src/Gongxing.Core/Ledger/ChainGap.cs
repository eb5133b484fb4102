namespace Gongxing.Core.Ledger;

/// <summary>A missing link in the chain of responsibility (责任缺环) of an item that is planned.</summary>
public enum ChainGap
{
    NoLead,
    NoVerifier,

    /// <summary>The owner has not accepted the item (未签收).</summary>
    NotAccepted,
}
