namespace Gongxing.Web.Features.Materials;

/// <summary>Names the sentences of MaterialsTexts.resx (Chinese) and MaterialsTexts.en.resx.</summary>
public sealed class MaterialsTexts;
