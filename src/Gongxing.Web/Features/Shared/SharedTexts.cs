namespace Gongxing.Web.Features.Shared;

/// <summary>Names the sentences of the frame, of errors and of refusals: SharedTexts.resx (Chinese) and SharedTexts.en.resx.</summary>
public sealed class SharedTexts;
