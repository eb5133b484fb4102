using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongxing.Core.Statements;
using Gongxing.Text;
using Gongxing.Web.Review;

namespace Gongxing.Web.Intake;

/// <summary>Writes a document and the statement understood from it, in the shape other programs rely on.</summary>
/// <remarks>Written by hand, not by reflection: the shape is a promise, and the command line must start fast.</remarks>
public static class StatementJson
{
    public static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Indented = true,
        NewLine = "\n",
    };

    /// <summary>One object. The writer may stand inside an array.</summary>
    /// <param name="file">The name the file is known by to whoever asked.</param>
    public static void Write(
        Utf8JsonWriter json, string file, string sha256, Document document, Statement statement, bool withText)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteString("sha256", sha256);
        json.WriteString("format", Camel(document.Format));
        json.WriteString("encoding", document.Encoding);
        json.WriteNumber("characters", document.Characters);
        Strings(json, "notices", document.Notices);
        json.WriteString("kind", Camel(statement.Kind));
        json.WriteBoolean("isStatement", statement.IsStatement);
        Confidence(json, statement.Confidence);
        Number(json, "year", statement.Year);
        json.WriteString("template", statement.Template);
        json.WriteString("title", statement.Title);
        if (withText)
        {
            json.WriteString("text", document.Text);
        }

        Elements(json, document.Text, statement);
        json.WriteEndObject();
    }

    private static void Elements(Utf8JsonWriter json, string text, Statement statement)
    {
        ILookup<string, string> to = statement.Links.ToLookup(link => link.From, link => link.To);
        ILookup<string, string> from = statement.Links.ToLookup(link => link.To, link => link.From);
        Array(json, "parts", statement.Parts, part =>
        {
            json.WriteString("title", part.Title);
            json.WriteString("kind", Camel(part.Kind));
            Number(json, "year", part.Year);
            Span(json, part.Span);
        });
        Array(json, "sections", statement.Sections, section =>
        {
            json.WriteString("role", Camel(section.Role));
            json.WriteString("heading", section.Heading);
            Span(json, section.Span);
        });
        Array(json, "aspects", statement.Aspects, aspect =>
        {
            json.WriteString("heading", aspect.Heading);
            json.WriteString("official", aspect.Official);
            Span(json, aspect.Span);
        });
        Array(json, "findings", statement.Findings, finding =>
        {
            json.WriteString("id", finding.Id);
            json.WriteString("aspect", finding.Aspect);
            Element(json, text, finding.Title, finding.Span, finding.Confidence);
            Strings(json, "causes", to[finding.Id].Where(IsCause));
            Strings(json, "measures", to[finding.Id].Where(IsMeasure));
        });
        Array(json, "causes", statement.Causes, cause =>
        {
            json.WriteString("id", cause.Id);
            Element(json, text, cause.Title, cause.Span, cause.Confidence);
            Strings(json, "findings", from[cause.Id]);
            Strings(json, "measures", to[cause.Id]);
        });
        Array(json, "measures", statement.Measures, measure => Measure(json, text, measure, from[measure.Id]));
        Array(json, "links", statement.Links, link =>
        {
            json.WriteString("from", link.From);
            json.WriteString("to", link.To);
            json.WriteString("basis", Camel(link.Basis));
            json.WriteString("why", LinkWords.ForPrograms(link.Reason));
            Confidence(json, link.Confidence);
        });
        Array(json, "unplaced", statement.Unplaced, unplaced =>
        {
            Span(json, unplaced.Span);
            json.WriteString("reason", Camel(unplaced.Reason));
        });
    }

    private static void Measure(Utf8JsonWriter json, string text, Measure measure, IEnumerable<string> from)
    {
        json.WriteString("id", measure.Id);
        json.WriteString("group", measure.Group);
        Element(json, text, measure.Title, measure.Span, measure.Confidence);
        Strings(json, "findings", from.Where(id => !IsCause(id)));
        Strings(json, "causes", from.Where(IsCause));
        json.WriteString("due", measure.Due);
        json.WriteString("cadence", measure.Cadence);
        json.WriteString("quantity", measure.Quantity);
        json.WriteString("owner", measure.Owner);
        Array(json, "commitments", measure.Commitments, commitment =>
        {
            json.WriteString("text", commitment.Span.In(text));
            Span(json, commitment.Span);
            json.WriteString("due", commitment.Due);
            json.WriteString("cadence", commitment.Cadence);
            json.WriteString("quantity", commitment.Quantity);
            json.WriteString("deliverable", commitment.Deliverable);
        });
    }

    private static void Element(Utf8JsonWriter json, string text, string title, TextSpan span, double confidence)
    {
        json.WriteString("title", title);
        json.WriteString("text", span.In(text));
        Span(json, span);
        Confidence(json, confidence);
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Span(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartObject("span");
        json.WriteNumber("start", span.Start);
        json.WriteNumber("length", span.Length);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Confidence(Utf8JsonWriter json, double value) => json.WriteNumber("confidence", Math.Round(value, 3));

    private static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Ids say by their first letter what they are: F findings, K causes, M measures.</summary>
    private static bool IsCause(string id) => id.StartsWith('K');

    private static bool IsMeasure(string id) => id.StartsWith('M');
}
