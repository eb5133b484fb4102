using Gongxing.Documents;

namespace Gongxing.Web.Commands;

/// <summary>The documents in a folder and those below it.</summary>
/// <param name="Files">In the order of their names.</param>
/// <param name="Skipped">How many files are no documents.</param>
internal sealed record DocumentFolder(IReadOnlyList<(string Path, string Name)> Files, int Skipped)
{
    private static readonly EnumerationOptions s_everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <param name="prefix">Stands before each name.</param>
    public static DocumentFolder Of(string folder, string prefix)
    {
        string[] names = [.. Directory.EnumerateFiles(folder, "*", s_everything).Select(file => Path.GetRelativePath(folder, file))];
        string[] documents = [.. names.Where(IsDocument).Order(StringComparer.Ordinal)];
        return new DocumentFolder(
            [.. documents.Select(name => (Path.Combine(folder, name), Path.Combine(prefix, name).Replace('\\', '/')))],
            names.Length - documents.Length);
    }

    private static bool IsDocument(string name)
    {
        string file = Path.GetFileName(name);
        return !file.StartsWith("~$", StringComparison.Ordinal) && FileName.IsKnown(file);
    }
}
