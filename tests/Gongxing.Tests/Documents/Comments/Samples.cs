using System.Runtime.CompilerServices;

namespace Gongxing.Tests.Documents.Comments;

/// <summary>The files of Word among the samples, as real programs write them.</summary>
internal static class Samples
{
    public static IEnumerable<string> Docx([CallerFilePath] string here = "") => Directory
        .EnumerateFiles(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "samples"), "*.docx")
        .Order(StringComparer.Ordinal);
}
