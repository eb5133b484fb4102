namespace Gongxing.Web.Features.Trace;

/// <summary>Names the sentences of TraceTexts.resx (Chinese) and TraceTexts.en.resx.</summary>
public sealed class TraceTexts;
