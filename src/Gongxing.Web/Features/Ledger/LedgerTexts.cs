namespace Gongxing.Web.Features.Ledger;

/// <summary>Names the sentences of LedgerTexts.resx (Chinese) and LedgerTexts.en.resx.</summary>
public sealed class LedgerTexts;
