namespace Gongxing.Web.Features.Account;

/// <summary>Names the sentences of AccountTexts.resx (Chinese) and AccountTexts.en.resx.</summary>
public sealed class AccountTexts;
