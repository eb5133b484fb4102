using System.CommandLine;
using System.Text;
using System.Text.Json;
using Gongxing.Documents;
using Gongxing.Documents.Comments;
using Gongxing.Documents.OfficialFormat;
using Gongxing.Documents.Workers;
using Gongxing.Review.Rules;
using Gongxing.Web.Intake;
using Gongxing.Web.Review;

namespace Gongxing.Web.Commands;

/// <summary><c>gongxing check FILE…</c>: the questions a good reader would ask, at the exact words.</summary>
public static class CheckCommand
{
    private const int Remarks = 1;
    private const int WrongUsage = 2;
    private const int SomeUnread = 3;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create()
    {
        var files = CommandLine.Paths("FILE", CommandTexts.Get("Files"));
        var template = new Option<string?>("--template") { Description = CommandTexts.Get("Template") };
        var format = new Option<string>("--format")
        {
            Description = CommandTexts.Get("CheckFormat"),
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "sarif", "html");
        var output = new Option<string?>("--output") { Description = CommandTexts.Get("Output") };
        var comments = new Option<string?>("--comments") { Description = CommandTexts.Get("Comments") };
        var rules = new Option<string[]>("--rules") { Description = CommandTexts.Get("RuleFiles") };
        var units = new Option<string[]>("--unit") { Description = CommandTexts.Get("Units") };
        var others = new Option<string[]>("--other-unit") { Description = CommandTexts.Get("OtherUnits") };
        var earlier = new Option<string[]>("--earlier") { Description = CommandTexts.Get("EarlierFiles") };
        var command = new Command("check", CommandTexts.Get("Check"))
        {
            files, template, format, output, comments, rules, units, others, earlier,
        };
        command.SetAction((result, ct) => RunAsync(
            new CheckCall(
                result.GetValue(files)!, result.GetValue(template), result.GetValue(format)!,
                result.GetValue(output), result.GetValue(comments), result.GetValue(rules) ?? [],
                result.GetValue(earlier) ?? [],
                new ReviewContext
                {
                    OwnNames = result.GetValue(units) ?? [],
                    OtherNames = result.GetValue(others) ?? [],
                }),
            ct));
        return command;
    }

    private static async Task<int> RunAsync(CheckCall call, CancellationToken ct)
    {
        ReadLimits limits;
        try
        {
            limits = ReadingLimits.OfEnvironment();
        }
        catch (FormatException e)
        {
            return Refuse(e.Message);
        }

        if (call.WhyNot() is { } why)
        {
            return Refuse(why);
        }

        using DocumentWorkers workers = CommandWorkers.Take(limits);
        Task<RuleBook> reading = Task.Run(call.ReadRules, ct);
        if (TemplateOption.WhyNot(call.Template) is { } unknown)
        {
            return Refuse(unknown);
        }

        RuleBook book;
        try
        {
            book = await reading;
        }
        catch (Exception e) when (e is RuleFileException or IOException or UnauthorizedAccessException)
        {
            return Refuse(e.Message);
        }

        ReviewReport report = await ReviewAsync(call, book, workers, ct);
        return Finish(await WriteAsync(call, report, workers, ct), report);
    }

    private static int Refuse(string why)
    {
        TerminalText.Complain(why);
        return WrongUsage;
    }

    private static int Finish(bool written, ReviewReport report) =>
        !written || report.Unread.Count > 0 ? SomeUnread
        : report.Files.Any(file => file.Remarks.All.Count > 0) ? Remarks
        : 0;

    private static async Task<ReviewReport> ReviewAsync(
        CheckCall call, RuleBook book, DocumentWorkers workers, CancellationToken ct)
    {
        var files = new List<ReviewedFile>();
        var unread = new List<UnreadFile>();
        ReviewContext context = call.Context with { Earlier = await EarlierAsync(call.Earlier, unread, workers, ct) };
        IAsyncEnumerable<Reading> readings = Reading.AllAsync(call.Files, call.Template, workers, ct);
        await foreach (Reading reading in ReadingProgress.ShowAsync(readings, call.Files.Count, workers.Limits, ct))
        {
            if (reading.Result.Reason is { } reason)
            {
                unread.Add(UnreadFile.Of(reading.File, reason, workers.Limits));
                continue;
            }

            try
            {
                files.Add(ReviewedFile.Of(reading, book, context));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A fault of a rule is not for the other files to pay for, and must not look like a file without remarks.
                var fault = new UnreadFile(reading.File, "fault", CommandTexts.Get("CheckFault", $"{e.GetType().Name}: {e.Message}"));
                TerminalText.Complain($"{fault.Name}: {fault.Message}");
                unread.Add(fault);
            }
        }

        return new ReviewReport(book, files, unread);
    }

    private static async Task<IReadOnlyList<EarlierText>> EarlierAsync(
        IReadOnlyList<string> files, List<UnreadFile> unread, DocumentWorkers workers, CancellationToken ct)
    {
        var earlier = new List<EarlierText>();
        IAsyncEnumerable<Reading> readings = Reading.AllAsync(files, null, workers, ct);
        await foreach (Reading reading in ReadingProgress.ShowAsync(readings, files.Count, workers.Limits, ct))
        {
            if (reading.Result.Reason is { } reason)
            {
                unread.Add(UnreadFile.Of(reading.File, reason, workers.Limits));
            }
            else
            {
                earlier.Add(EarlierTexts.Of(reading.Result.Document!, reading.Statement!));
            }
        }

        return earlier;
    }

    /// <returns>False when something that was asked for is not there; standard error says why.</returns>
    private static async Task<bool> WriteAsync(
        CheckCall call, ReviewReport report, DocumentWorkers workers, CancellationToken ct)
    {
        bool commented = call.Comments is null || report.Files.Count == 0
            || await CommentAsync(call.Comments, report.Files[0], workers, ct);
        if (call.Output is not { } path)
        {
            await using Stream output = Console.OpenStandardOutput();
            Write(output, call.Format, report, isTerminal: !Console.IsOutputRedirected);
            return commented;
        }

        return WriteFile(path, file => Write(file, call.Format, report, isTerminal: false)) && commented;
    }

    private static async Task<bool> CommentAsync(string path, ReviewedFile file, DocumentWorkers workers, CancellationToken ct)
    {
        CommentResult result;
        try
        {
            result = await CommentedPaper.WriteAsync(
                workers, await BoundedFile.ReadAsync(file.Name, workers.Limits, ct), file.Document, file.Statement,
                file.Remarks.All.Select(one => one.Remark), FormatProfiles.National, TimeProvider.System.GetLocalNow(), ct);
        }
        catch (UnreadableException e)
        {
            result = CommentResult.Failed(e.Reason, e.Detail);
        }

        if (result.Content is not { } content)
        {
            TerminalText.Complain(CommandTexts.Get("NotCommented", path, UnreadableTexts.Sentence(result.Reason!.Value, file.Name, workers.Limits)));
            return false;
        }

        if (!WriteFile(path, stream => stream.Write(content.Span)))
        {
            return false;
        }

        foreach (string notice in result.Notices)
        {
            TerminalText.Complain($"{path}: {notice}");
        }

        TerminalText.Complain(CommandTexts.Get("Commented", path, file.Remarks.All.Count - result.Unplaced.Count));
        if (result.Unplaced.Count > 0)
        {
            TerminalText.Complain(CommandTexts.Get("Unplaceable", path, result.Unplaced.Count));
            var places = new DocumentPlaces(file.Document);
            foreach (int left in result.Unplaced)
            {
                TerminalText.Complain(RemarkText.OneLine(file.Remarks.All[left], places));
            }
        }

        return result.Unplaced.Count == 0;
    }

    private static bool WriteFile(string path, Action<Stream> write)
    {
        try
        {
            OutputFile.Write(path, write);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TerminalText.Complain(CommandTexts.Get("NotWritten", path, e.Message));
            return false;
        }
    }

    private static void Write(Stream output, string format, ReviewReport report, bool isTerminal)
    {
        if (format is "json" or "sarif")
        {
            using var json = new Utf8JsonWriter(output, StatementJson.Options);
            if (format == "json")
            {
                RemarkJson.Write(json, report);
            }
            else
            {
                RemarkSarif.Write(json, report);
            }

            output.Write("\n"u8);
            return;
        }

        using var writer = new StreamWriter(output, s_utf8, leaveOpen: true);
        if (format == "html")
        {
            RemarkHtml.Write(writer, report);
            return;
        }

        bool isColoured = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var text = new RemarkText(writer, isColoured);
        foreach (ReviewedFile file in report.Files)
        {
            text.Write(file);
        }
    }
}
