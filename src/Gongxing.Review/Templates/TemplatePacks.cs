using System.Reflection;
using System.Text.Json;
using Gongxing.Core.Statements;

namespace Gongxing.Review.Templates;

/// <summary>The template packs that come with the product; data files, embedded.</summary>
public static class TemplatePacks
{
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
            using JsonDocument pack = JsonDocument.Parse(stream);
            yield return Read(pack.RootElement);
        }
    }

    // By hand, since every command waits for it: a serializer would first have to be made for these types.
    private static TemplatePack Read(JsonElement pack)
    {
        NothingElse(pack, 10);
        return new TemplatePack(
            Text(pack, "id"),
            Text(pack, "name"),
            List(pack, "years", year => year.GetInt32()),
            Text(pack, "type"),
            List(pack, "subjects", Choice<StatementKind>),
            List(pack, "phrases", Text),
            List(pack, "aspects", ReadAspect),
            List(pack, "blocks", Choice<SectionRole>),
            Choice<TemplateConfidence>(pack.GetProperty("confidence")),
            Text(pack, "source"));
    }

    private static TemplateAspect ReadAspect(JsonElement aspect)
    {
        NothingElse(aspect, 2);
        return new TemplateAspect(Text(aspect, "name"), List(aspect, "aliases", Text));
    }

    private static void NothingElse(JsonElement element, int properties)
    {
        if (element.GetPropertyCount() != properties)
        {
            throw new JsonException($"{properties} properties expected: {element}");
        }
    }

    private static string Text(JsonElement parent, string name) => Text(parent.GetProperty(name));

    private static string Text(JsonElement value) => value.GetString() ?? throw new JsonException("null");

    private static T Choice<T>(JsonElement value)
        where T : struct, Enum => Enum.Parse<T>(Text(value), ignoreCase: true);

    private static T[] List<T>(JsonElement parent, string name, Func<JsonElement, T> read)
    {
        JsonElement list = parent.GetProperty(name);
        var values = new T[list.GetArrayLength()];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = read(list[i]);
        }

        return values;
    }
}
