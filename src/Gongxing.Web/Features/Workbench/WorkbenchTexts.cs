namespace Gongxing.Web.Features.Workbench;

/// <summary>Names the sentences of WorkbenchTexts.resx (Chinese) and WorkbenchTexts.en.resx.</summary>
public sealed class WorkbenchTexts;
