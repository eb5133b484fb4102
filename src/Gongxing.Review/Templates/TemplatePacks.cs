using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongxing.Review.Templates;

/// <summary>The template packs that come with the product; data files, embedded.</summary>
public static class TemplatePacks
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>All packs, by id.</summary>
    public static IReadOnlyList<TemplatePack> All { get; } = [.. Load().OrderBy(pack =>
        pack.Id, StringComparer.Ordinal)];

    public static TemplatePack? Find(string? id) => All.FirstOrDefault(pack => pack.Id == id);

    private static IEnumerable<TemplatePack> Load()
    {
        Assembly assembly = Assembly.GetExecutingAssembly();
        foreach (string name in assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".json", StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<TemplatePack>(stream, s_options)!;
        }
    }
}
