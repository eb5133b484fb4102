using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gongxing.Documents;
using Gongxing.Documents.Workers;
using Gongxing.Text.Similarity;
using Gongxing.Web.Duplicates;
using Gongxing.Web.Intake;

namespace Gongxing.Web.Commands;

/// <summary><c>gongxing compare PATH…</c>: which texts share passages, and where they stand.</summary>
public static class CompareCommand
{
    private const int Matches = 1;
    private const int WrongUsage = 2;
    private const int SomeUnread = 3;
    private const int AtOnce = 2;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create()
    {
        var paths = CommandLine.Paths("PATH", CommandTexts.Get("Paths"));
        var against = new Option<string?>("--against") { Description = CommandTexts.Get("Against") };
        var common = new Option<string[]>("--common") { Description = CommandTexts.Get("CommonFiles") };
        var format = new Option<string>("--format")
        {
            Description = CommandTexts.Get("CompareFormat"),
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "html");
        var output = new Option<string?>("--output") { Description = CommandTexts.Get("Output") };
        var shortest = new Option<int?>("--min-passage")
        {
            Description = CommandTexts.Get(
                "ShortestPassage", SimilarityOptions.Corpus.ShortestPassage, SimilarityOptions.Corpus.SeedLength),
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int characters))
                {
                    return characters;
                }

                result.AddError(CommandTexts.Get("NoNumber", "--min-passage", result.Tokens[0].Value));
                return null;
            },
        };
        var command = new Command("compare", CommandTexts.Get("Compare")) { paths, against, common, format, output, shortest };
        command.SetAction((result, ct) => RunAsync(
            new CompareCall(
                result.GetValue(paths)!, result.GetValue(against), result.GetValue(common) ?? [],
                result.GetValue(format)!, result.GetValue(output), result.GetValue(shortest)),
            ct));
        return command;
    }

    private static async Task<int> RunAsync(CompareCall call, CancellationToken ct)
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

        using var workers = new DocumentWorkers(limits, AtOnce);
        var given = new ComparedFiles(workers);
        await given.AddAsync(call.Common, TextRoles.None, ct);
        var files = new ComparedFiles(workers, given.Texts.Select(text => text.File));
        await files.AddAsync(call.Paths, TextRoles.Compared, ct);
        if (call.Against is { } against)
        {
            await files.AddAsync([against], TextRoles.Reference, ct);
        }

        foreach (string notice in given.Notices.Concat(files.Notices))
        {
            TerminalText.Complain(notice);
        }

        if (files.Skipped > 0)
        {
            TerminalText.Complain(CommandTexts.Get("Skipped", files.Skipped));
        }

        if (files.Texts.Count + files.Unread.Count == 0)
        {
            return Refuse(CommandTexts.Get("NothingToCompare"));
        }

        // What could not be read is told of below; a folder without any document is a mistake.
        if (call.Against is not null && files.Unread.Count == 0 && !files.Texts.Any(text => text.Roles.HasFlag(TextRoles.Reference)))
        {
            return Refuse(CommandTexts.Get("NothingAgainst", call.Against));
        }

        var comparison = Comparison.Of(
            files.Texts, given.Texts, [.. given.Unread, .. files.Unread], call.Against is not null, call.ShortestPassage,
            Progress(), ct);
        return !Write(call, comparison) || comparison.Unread.Count > 0 ? SomeUnread
            : comparison.Pairs.Count + comparison.Circulating.Count > 0 ? Matches
            : 0;
    }

    private static int Refuse(string why)
    {
        TerminalText.Complain(why);
        return WrongUsage;
    }

    private static ComparingProgress? Progress() => Console.IsErrorRedirected ? null : new ComparingProgress();

    /// <returns>False when what was asked for could not be written; standard error says why.</returns>
    private static bool Write(CompareCall call, Comparison comparison)
    {
        if (call.Output is not { } path)
        {
            using Stream output = Console.OpenStandardOutput();
            Write(output, call.Format, comparison);
            return true;
        }

        try
        {
            OutputFile.Write(path, file => Write(file, call.Format, comparison));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TerminalText.Complain(CommandTexts.Get("NotWritten", path, e.Message));
            return false;
        }
    }

    private static void Write(Stream output, string format, Comparison comparison)
    {
        if (format == "json")
        {
            using var json = new Utf8JsonWriter(output, StatementJson.Options);
            ComparisonJson.Write(json, comparison);
            output.Write("\n"u8);
            return;
        }

        using var writer = new StreamWriter(output, s_utf8, leaveOpen: true);
        if (format == "html")
        {
            ComparisonHtml.Write(writer, comparison);
        }
        else
        {
            ComparisonText.Write(writer, comparison);
        }
    }
}
