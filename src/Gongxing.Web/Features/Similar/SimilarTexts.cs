namespace Gongxing.Web.Features.Similar;

/// <summary>Names the sentences of SimilarTexts.resx (Chinese) and SimilarTexts.en.resx.</summary>
public sealed class SimilarTexts;
