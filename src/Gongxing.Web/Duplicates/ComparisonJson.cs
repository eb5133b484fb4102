using System.Text.Json;
using Gongxing.Text;
using Gongxing.Text.Similarity;
using Gongxing.Web.Intake;

namespace Gongxing.Web.Duplicates;

/// <summary>Writes a comparison as JSON, in the shape other programs rely on.</summary>
public static class ComparisonJson
{
    private const int Digits = 4;

    public static void Write(Utf8JsonWriter json, Comparison comparison)
    {
        json.WriteStartObject();
        json.WriteNumber("documents", comparison.Texts.Count + comparison.Unnamed);
        json.WriteStartArray("pairs");
        foreach (SimilarPair pair in comparison.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("a", comparison.Texts[pair.A].Name);
            json.WriteString("b", comparison.Texts[pair.B].Name);
            json.WriteNumber("similarity", Math.Round(pair.Similarity, Digits));
            json.WriteNumber("containmentA", Math.Round(pair.ContainmentA, Digits));
            json.WriteNumber("containmentB", Math.Round(pair.ContainmentB, Digits));
            json.WriteStartArray("passages");
            foreach (Passage passage in pair.Passages)
            {
                json.WriteStartObject();
                Write(json, "a", passage.A);
                Write(json, "b", passage.B);
                json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(passage.Kind.ToString()));
                json.WriteStartArray("traits");
                foreach (PassageTraits trait in passage.Traits.Each())
                {
                    json.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(trait.ToString()));
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "circulating", comparison, comparison.Circulating);
        Write(json, "quotations", comparison, comparison.Quoted);
        Write(json, "commonWording", comparison, comparison.Mandated);
        Write(json, "repeated", comparison, comparison.Repeated);
        json.WriteStartArray("commonTexts");
        foreach (string name in comparison.Given)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        UnreadFile.Write(json, comparison.Unread);
        json.WriteStartArray("notices");
        foreach ((string file, string notice) in comparison.Notices)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("message", notice);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    private static void Write(
        Utf8JsonWriter json, string name, Comparison comparison, IReadOnlyList<CirculatingPassage> groups)
    {
        json.WriteStartArray(name);
        foreach (CirculatingPassage passage in groups)
        {
            json.WriteStartObject();
            json.WriteNumber("texts", passage.Texts);
            json.WriteStartArray("places");
            foreach (CirculatingPlace place in passage.Places)
            {
                json.WriteStartObject();
                json.WriteString("document", comparison.Texts[place.Text].Name);
                Write(json, "span", place.Span);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, TextSpan span)
    {
        json.WriteStartObject(name);
        json.WriteNumber("start", span.Start);
        json.WriteNumber("length", span.Length);
        json.WriteEndObject();
    }
}
