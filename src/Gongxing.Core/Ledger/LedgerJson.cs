using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;
using Gongxing.Text;

namespace Gongxing.Core.Ledger;

/// <summary>
/// The one way a <see cref="LedgerDetail"/> is written: fields in the order declared, nothing absent, Chinese as it is.
/// </summary>
/// <remarks>The hash of the history is over this text, and a text once stored is never written anew.</remarks>
public static class LedgerJson
{
    /// <summary>Also for the histories that are kept beside the ledger's.</summary>
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(),
            new IdConverter<PersonId>(id => id.Value, value => new PersonId(value)),
            new IdConverter<OfficeId>(id => id.Value, value => new OfficeId(value)),
            new IdConverter<MaterialId>(id => id.Value, value => new MaterialId(value)),
            new IdConverter<RoundId>(id => id.Value, value => new RoundId(value)),
            new SpanConverter(),
        },
    };

    /// <summary>The JSON text of <paramref name="detail"/>; the empty string for null.</summary>
    public static string Write(LedgerDetail? detail) => detail is null ? "" : JsonSerializer.Serialize(detail, Options);

    /// <exception cref="JsonException">The text is not one that <see cref="Write"/> gives.</exception>
    public static LedgerDetail? Read(string json) =>
        json.Length == 0 ? null : JsonSerializer.Deserialize<LedgerDetail>(json, Options);

    private sealed class IdConverter<T>(Func<T, Guid> value, Func<Guid, T> make) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Guid.TryParseExact(reader.GetString(), "N", out Guid id) ? make(id) : throw new JsonException("Not an id.");

        public override void Write(Utf8JsonWriter writer, T id, JsonSerializerOptions options) =>
            writer.WriteStringValue(value(id).ToString("N"));
    }

    /// <summary>A span as <c>{"start":…,"length":…}</c>, without what follows from these two.</summary>
    private sealed class SpanConverter : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using JsonDocument json = JsonDocument.ParseValue(ref reader);
            return new TextSpan(
                json.RootElement.GetProperty("start").GetInt32(), json.RootElement.GetProperty("length").GetInt32());
        }

        public override void Write(Utf8JsonWriter writer, TextSpan span, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteNumber("start", span.Start);
            writer.WriteNumber("length", span.Length);
            writer.WriteEndObject();
        }
    }
}
