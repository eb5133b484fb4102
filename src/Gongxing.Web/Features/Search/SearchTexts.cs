namespace Gongxing.Web.Features.Search;

/// <summary>Names the sentences of SearchTexts.resx (Chinese) and SearchTexts.en.resx.</summary>
public sealed class SearchTexts;
