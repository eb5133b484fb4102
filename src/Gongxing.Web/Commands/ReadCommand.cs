using System.CommandLine;
using System.Text;
using System.Text.Json;
using Gongxing.Documents;
using Gongxing.Documents.Workers;
using Gongxing.Web.Intake;

namespace Gongxing.Web.Commands;

/// <summary><c>gongxing read FILE…</c>: what a file says was found, why, and what will be done.</summary>
public static class ReadCommand
{
    private const int WrongUsage = 2;
    private const int SomeUnread = 3;

    public static Command Create()
    {
        var files = CommandLine.Paths("FILE", CommandTexts.Get("Files"));
        var template = new Option<string?>("--template") { Description = CommandTexts.Get("Template") };
        var format = new Option<string>("--format") { Description = CommandTexts.Get("Format"), DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var withText = new Option<bool>("--text") { Description = CommandTexts.Get("WithText") };
        var command = new Command("read", CommandTexts.Get("Read")) { files, template, format, withText };
        command.SetAction(async (result, ct) =>
        {
            string[] paths = result.GetValue(files)!;
            ReadLimits limits;
            try
            {
                limits = ReadingLimits.OfEnvironment();
            }
            catch (FormatException e)
            {
                TerminalText.Complain(e.Message);
                return WrongUsage;
            }

            using DocumentWorkers workers = CommandWorkers.Take(limits);
            string? wanted = result.GetValue(template);
            if (TemplateOption.WhyNot(wanted) is { } unknown)
            {
                TerminalText.Complain(unknown);
                return WrongUsage;
            }

            var readings = ReadingProgress.ShowAsync(Reading.AllAsync(paths, wanted, workers, ct), paths.Length, limits, ct);
            await using Stream output = Console.OpenStandardOutput();
            int unread = result.GetValue(format) == "json"
                ? await WriteJsonAsync(output, readings, isList: paths.Length > 1, result.GetValue(withText), limits)
                : await WriteTextAsync(output, readings, result.GetValue(withText));
            return unread == 0 ? 0 : SomeUnread;
        });
        return command;
    }

    private static async Task<int> WriteTextAsync(Stream output, IAsyncEnumerable<Reading> readings, bool withText)
    {
        int unread = 0;
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await foreach (Reading reading in readings)
        {
            if (reading is { Result.Document: { } document, Statement: { } statement })
            {
                StatementText.Write(writer, reading.File, document, statement, withText);
            }
            else
            {
                unread++;
            }
        }

        return unread;
    }

    private static async Task<int> WriteJsonAsync(
        Stream output, IAsyncEnumerable<Reading> readings, bool isList, bool withText, ReadLimits limits)
    {
        var unread = new List<UnreadFile>();
        await using var json = new Utf8JsonWriter(output, StatementJson.Options);
        if (isList)
        {
            json.WriteStartObject();
            json.WriteStartArray("documents");
        }

        await foreach (Reading reading in readings)
        {
            if (reading is { Result.Document: { } document, Statement: { } statement })
            {
                StatementJson.Write(json, reading.File, reading.Sha256, document, statement, withText);
                await json.FlushAsync();
            }
            else
            {
                unread.Add(UnreadFile.Of(reading.File, reading.Result.Reason!.Value, limits));
            }
        }

        if (isList)
        {
            json.WriteEndArray();
            UnreadFile.Write(json, unread);
            json.WriteEndObject();
        }
        else if (unread.Count > 0)
        {
            json.WriteStartObject();
            UnreadFile.Write(json, unread);
            json.WriteEndObject();
        }

        await json.FlushAsync();
        output.Write("\n"u8);
        return unread.Count;
    }
}
