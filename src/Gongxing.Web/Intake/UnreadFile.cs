using System.Text.Json;
using Gongxing.Documents;

namespace Gongxing.Web.Intake;

/// <summary>A file that was asked for and about which nothing can be said; lists name it beside the others.</summary>
/// <param name="Reason">For programs: <c>encrypted</c>.</param>
/// <param name="Message">What happened and what to do.</param>
public sealed record UnreadFile(string Name, string Reason, string Message)
{
    public static UnreadFile Of(string name, Unreadable reason, ReadLimits limits) => new(
        name, JsonNamingPolicy.CamelCase.ConvertName(reason.ToString()), UnreadableTexts.Sentence(reason, name, limits));

    /// <summary>Writes the list <c>unread</c>, also when it is empty.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<UnreadFile> files)
    {
        json.WriteStartArray("unread");
        foreach (UnreadFile file in files)
        {
            json.WriteStartObject();
            json.WriteString("file", file.Name);
            json.WriteString("reason", file.Reason);
            json.WriteString("message", file.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
