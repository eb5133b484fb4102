using System.Globalization;
using System.Text.Json;
using Gongxing.Core.Remarks;
using Gongxing.Review.Rules;
using Gongxing.Text;
using Gongxing.Web.Intake;

namespace Gongxing.Web.Review;

/// <summary>Writes a review as SARIF 2.1.0, the form that tools which collect results read.</summary>
/// <remarks>
/// Regions are of the text that was read of a file, in UTF-16 units; of a .docx that is not its bytes, so no fix is offered that a
/// tool could write into the file by itself.
/// </remarks>
public static class RemarkSarif
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public static void Write(Utf8JsonWriter json, ReviewReport report)
    {
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        Dictionary<string, int> rules = WriteTool(json, report.Book);
        json.WriteString("language", CultureInfo.CurrentUICulture.Name is { Length: > 0 } name ? name : "zh-CN");
        json.WriteString("columnKind", "utf16CodeUnits");
        WriteInvocation(json, report);
        WriteArtifacts(json, report);
        json.WriteStartArray("results");
        for (int i = 0; i < report.Files.Count; i++)
        {
            WriteResults(json, report.Files[i], i, rules);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>Relative paths stay relative; what an address cannot hold is escaped.</summary>
    public static string Address(string file) => Path.IsPathFullyQualified(file)
        ? new Uri(file).AbsoluteUri
        : string.Join('/', file.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Select(Uri.EscapeDataString));

    /// <returns>Where each rule stands in the list.</returns>
    private static Dictionary<string, int> WriteTool(Utf8JsonWriter json, RuleBook book)
    {
        CultureInfo culture = CultureInfo.CurrentUICulture;
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "gongxing");
        json.WriteString("fullName", "躬行 Gongxing");
        json.WriteString("version", typeof(RemarkSarif).Assembly.GetName().Version?.ToString(3));
        json.WriteStartArray("rules");
        foreach (Rule rule in book.Rules)
        {
            places.Add(rule.Key, places.Count);
            json.WriteStartObject();
            json.WriteString("id", rule.Key);
            json.WriteString("name", rule.Name.In(culture));
            Text(json, "shortDescription", rule.Name.In(culture));
            Text(json, "fullDescription", rule.Message.In(culture));
            Text(json, "help", $"{rule.Message.In(culture)}\n{ReviewTexts.Get("Basis", rule.Basis.In(culture))}");
            json.WriteStartObject("defaultConfiguration");
            json.WriteBoolean("enabled", rule.IsOn);
            json.WriteString("level", Level(rule.Level));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        return places;
    }

    private static void WriteInvocation(Utf8JsonWriter json, ReviewReport report)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Unread.Count == 0);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (UnreadFile file in report.Unread)
        {
            WriteNotification(json, file.Reason, "error", file.Message, file.Name);
        }

        foreach (ReviewedFile file in report.Files)
        {
            foreach (string notice in file.Document.Notices)
            {
                WriteNotification(json, "reading", "note", notice, file.Name);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteNotification(Utf8JsonWriter json, string id, string level, string message, string file)
    {
        json.WriteStartObject();
        json.WriteStartObject("descriptor");
        json.WriteString("id", id);
        json.WriteEndObject();
        json.WriteString("level", level);
        Text(json, "message", message);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Address(file));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteArtifacts(Utf8JsonWriter json, ReviewReport report)
    {
        json.WriteStartArray("artifacts");
        foreach (ReviewedFile file in report.Files)
        {
            json.WriteStartObject();
            json.WriteStartObject("location");
            json.WriteString("uri", Address(file.Name));
            json.WriteEndObject();
            json.WriteStartArray("roles");
            json.WriteStringValue("analysisTarget");
            json.WriteEndArray();
            if (file.Document.Encoding.Length > 0)
            {
                json.WriteString("encoding", file.Document.Encoding);
            }

            json.WriteStartObject("hashes");
            json.WriteString("sha-256", file.Sha256);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteResults(Utf8JsonWriter json, ReviewedFile file, int artifact, Dictionary<string, int> rules)
    {
        var regions = new Regions(json, file, artifact);
        foreach (NumberedRemark one in file.Remarks.All)
        {
            Remark remark = one.Remark;
            string key = remark.Check.Length == 0 ? remark.Rule : $"{remark.Rule}/{remark.Check}";
            json.WriteStartObject();
            json.WriteString("ruleId", key);
            if (rules.TryGetValue(key, out int index))
            {
                json.WriteNumber("ruleIndex", index);
            }

            json.WriteString("level", Level(remark.Level));
            Text(json, "message", remark.Message.In(CultureInfo.CurrentUICulture));
            json.WriteStartArray("locations");
            regions.Write(remark.Span, null);
            json.WriteEndArray();
            if (remark.Related.Count > 0)
            {
                json.WriteStartArray("relatedLocations");
                for (int i = 0; i < remark.Related.Count; i++)
                {
                    regions.Write(remark.Related[i], i + 1);
                }

                json.WriteEndArray();
            }

            json.WriteStartObject("partialFingerprints");
            json.WriteString("gongxing/v1", remark.Fingerprint);
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("level", RemarkJson.Level(remark.Level));
            if (remark.Fix is { } fix)
            {
                json.WriteString("fix", fix);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    // The standard knows no questions: they are notes, and the properties tell them from what is only worth knowing.
    private static string Level(RemarkLevel level) => level switch
    {
        RemarkLevel.Error => "error",
        RemarkLevel.Warn => "warning",
        _ => "note",
    };

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>Writes places of one file, by offset and by line and column.</summary>
    private sealed class Regions(Utf8JsonWriter json, ReviewedFile file, int artifact)
    {
        private readonly int[] _lines =
            [0, .. Enumerable.Range(0, file.Document.Text.Length).Where(i => file.Document.Text[i] == '\n').Select(i => i + 1)];

        private readonly string _address = Address(file.Name);

        public void Write(TextSpan span, int? id)
        {
            json.WriteStartObject();
            if (id is { } number)
            {
                json.WriteNumber("id", number);
            }

            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", _address);
            json.WriteNumber("index", artifact);
            json.WriteEndObject();
            json.WriteStartObject("region");
            (int line, int column) = At(span.Start);
            json.WriteNumber("startLine", line);
            json.WriteNumber("startColumn", column);
            (line, column) = At(span.End);
            json.WriteNumber("endLine", line);
            json.WriteNumber("endColumn", column);
            json.WriteNumber("charOffset", span.Start);
            json.WriteNumber("charLength", span.Length);
            json.WriteStartObject("snippet");
            json.WriteString("text", span.In(file.Document.Text));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private (int Line, int Column) At(int position)
        {
            int line = Array.BinarySearch(_lines, position);
            line = line < 0 ? ~line - 1 : line;
            return (line + 1, position - _lines[line] + 1);
        }
    }
}
