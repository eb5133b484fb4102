using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongxing.Core.Remarks;

namespace Gongxing.Documents.OfficialFormat.Fonts;

/// <summary>The faces of official papers: their other names, and what may stand in. Data, embedded.</summary>
public static class FontFaces
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    public static IReadOnlyList<FontFace> All { get; } = Load();

    /// <summary>By its name or another name of it.</summary>
    public static FontFace? Find(string name) => All.FirstOrDefault(face => face.IsNamed(name));

    private static List<FontFace> Load()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("fonts/faces.json")!;
        return JsonSerializer.Deserialize<List<FontFace>>(stream, s_options)!;
    }
}

/// <param name="Aliases">Names the same face goes by in other programs and systems.</param>
/// <param name="StandIns">What may be installed instead, best first.</param>
public sealed record FontFace(string Name, IReadOnlyList<string> Aliases, IReadOnlyList<FontStandIn> StandIns)
{
    public bool IsNamed(string name) =>
        Name.Equals(name, StringComparison.OrdinalIgnoreCase)
        || Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);
}

/// <param name="Note">Where it is to be had and how it differs.</param>
public sealed record FontStandIn(string Name, LocalizedText Note);
