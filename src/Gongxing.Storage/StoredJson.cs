using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Gongxing.Storage;

/// <summary>Objects as compressed JSON in one column: what is always read as a whole and never searched.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public static byte[] Write<T>(T value)
    {
        using var written = new MemoryStream();
        using (var compressed = new BrotliStream(written, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(compressed, value, Options);
        }

        return written.ToArray();
    }

    public static T Read<T>(byte[] stored)
    {
        using var compressed = new BrotliStream(new MemoryStream(stored), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(compressed, Options)
            ?? throw new InvalidDataException($"The stored {typeof(T).Name} is null.");
    }
}
