namespace Gongxing.Web.Features.Remarks;

/// <summary>Names the sentences of RemarksTexts.resx (Chinese) and RemarksTexts.en.resx.</summary>
public sealed class RemarksTexts;
