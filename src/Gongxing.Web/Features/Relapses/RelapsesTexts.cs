namespace Gongxing.Web.Features.Relapses;

/// <summary>Names the sentences of RelapsesTexts.resx (Chinese) and RelapsesTexts.en.resx.</summary>
public sealed class RelapsesTexts;
