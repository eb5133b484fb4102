using System.Reflection;
using System.Text;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>The profiles that come with the product; data files, embedded.</summary>
/// <remarks>Where the source of a local variant is silent, its file says what the national standard says.</remarks>
public static class FormatProfiles
{
    private const string Folder = "profiles/";

    /// <summary>All, the national standard first, then by id.</summary>
    public static IReadOnlyList<FormatProfile> BuiltIn { get; } = [.. Load()
        .OrderBy(profile => profile.Id != NationalId).ThenBy(profile => profile.Id, StringComparer.Ordinal)];

    /// <summary>GB/T 9704—2012.</summary>
    public static FormatProfile National => BuiltIn[0];

    private const string NationalId = "gbt9704-2012";

    public static FormatProfile? Find(string? id) => BuiltIn.FirstOrDefault(profile => profile.Id == id);

    /// <summary>Reads a profile file that somebody wrote.</summary>
    /// <param name="source">What to call the file in the message of an error.</param>
    /// <exception cref="FormatProfileException">It is no profile.</exception>
    public static FormatProfile Read(string json, string source) => new ProfileFile(json, source).Read();

    private static IEnumerable<FormatProfile> Load()
    {
        Assembly assembly = Assembly.GetExecutingAssembly();
        foreach (string name in assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            yield return Read(reader.ReadToEnd(), name[Folder.Length..]);
        }
    }
}
