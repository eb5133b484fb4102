namespace Gongxing.Web.Features.FirstRun;

/// <summary>Names the sentences of FirstRunTexts.resx (Chinese) and FirstRunTexts.en.resx.</summary>
public sealed class FirstRunTexts;
