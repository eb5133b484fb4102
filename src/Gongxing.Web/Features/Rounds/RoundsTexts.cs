namespace Gongxing.Web.Features.Rounds;

/// <summary>Names the sentences of RoundsTexts.resx (Chinese) and RoundsTexts.en.resx.</summary>
public sealed class RoundsTexts;
