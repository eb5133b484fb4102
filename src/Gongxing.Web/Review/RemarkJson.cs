using System.Globalization;
using System.Text.Json;
using Gongxing.Core.Remarks;
using Gongxing.Text;
using Gongxing.Web.Intake;

namespace Gongxing.Web.Review;

/// <summary>Writes a review as JSON, in the shape other programs rely on.</summary>
/// <remarks>Written by hand for the reason <see cref="StatementJson"/> is.</remarks>
public static class RemarkJson
{
    public static void Write(Utf8JsonWriter json, ReviewReport report)
    {
        json.WriteStartObject();
        json.WriteStartArray("documents");
        foreach (ReviewedFile file in report.Files)
        {
            Write(json, file);
        }

        json.WriteEndArray();
        UnreadFile.Write(json, report.Unread);
        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>The name of a level for programs: <c>ask</c>.</summary>
    public static string Level(RemarkLevel level) => JsonNamingPolicy.CamelCase.ConvertName(level.ToString());

    private static void Write(Utf8JsonWriter json, ReviewedFile file)
    {
        var places = new DocumentPlaces(file.Document);
        json.WriteStartObject();
        json.WriteString("file", file.Name);
        json.WriteString("sha256", file.Sha256);
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(file.Statement.Kind.ToString()));
        json.WriteBoolean("isStatement", file.Statement.IsStatement);
        json.WriteString("template", file.Statement.Template);
        json.WriteStartArray("notices");
        foreach (string notice in file.Document.Notices)
        {
            json.WriteStringValue(notice);
        }

        json.WriteEndArray();
        json.WriteStartArray("diagnostics");
        foreach (NumberedRemark one in file.Remarks.All)
        {
            Write(json, one.Remark, places);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Remark remark, DocumentPlaces places)
    {
        CultureInfo culture = CultureInfo.CurrentUICulture;
        json.WriteStartObject();
        json.WriteString("rule", remark.Rule);
        if (remark.Check.Length > 0)
        {
            json.WriteString("check", remark.Check);
        }

        json.WriteString("name", remark.Name.In(culture));
        json.WriteString("level", Level(remark.Level));
        json.WriteString("message", remark.Message.In(culture));
        json.WriteString("basis", remark.Basis.In(culture));
        json.WriteString("place", places.Of(remark));
        json.WritePropertyName("span");
        Write(json, remark.Span);
        json.WriteStartArray("related");
        foreach (TextSpan span in remark.Related)
        {
            Write(json, span);
        }

        json.WriteEndArray();
        if (remark.Fix is { } fix)
        {
            json.WriteString("fix", fix);
        }

        json.WriteString("fingerprint", remark.Fingerprint);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartObject();
        json.WriteNumber("start", span.Start);
        json.WriteNumber("length", span.Length);
        json.WriteEndObject();
    }
}
