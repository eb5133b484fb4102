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
        var index = new Option<string?>("--index") { Description = CommandTexts.Get("IndexFolder") };
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
        var command = new Command("compare", CommandTexts.Get("Compare")) { paths, against, index, common, format, output, shortest };
        command.SetAction((result, ct) => RunAsync(
            new CompareCall(
                result.GetValue(paths)!, result.GetValue(against), result.GetValue(index), result.GetValue(common) ?? [],
                result.GetValue(format)!, result.GetValue(output), result.GetValue(shortest)).Resolved(),
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
        if (call.Against is { } against && call.Index is null)
        {
            await files.AddAsync([against], TextRoles.Reference, ct);
        }

        if (files.Skipped > 0)
        {
            TerminalText.Complain(CommandTexts.Get("Skipped", files.Skipped));
        }

        if (files.Texts.Count + files.Unread.Count == 0)
        {
            Tell([.. given.Notices, .. files.Notices]);
            return Refuse(CommandTexts.Get("NothingToCompare"));
        }

        Comparison? comparison;
        try
        {
            comparison = call.Index is { } index
                ? await AgainstIndexAsync(call, index, given, files, workers, ct)
                : AllAtOnce(call, given, files, ct);
        }
        catch (Exception e) when (call.Index is not null && e is IOException or UnauthorizedAccessException)
        {
            TerminalText.Complain(e is IndexInUseException
                ? CommandTexts.Get("IndexInUse", call.Index!) : CommandTexts.Get("NotWritten", call.Index!, e.Message));
            return SomeUnread;
        }

        return comparison is null ? WrongUsage
            : !Write(call, comparison) || comparison.Unread.Count > 0 ? SomeUnread
            : comparison.Pairs.Count + comparison.Circulating.Count > 0 ? Matches
            : 0;
    }

    /// <returns>Null when there was nothing to hold against.</returns>
    private static Comparison? AllAtOnce(CompareCall call, ComparedFiles given, ComparedFiles files, CancellationToken ct)
    {
        (string File, string Notice)[] notices = [.. given.Notices, .. files.Notices];
        Tell(notices);

        // What could not be read is told of below; a folder without any document is a mistake.
        if (call.Against is not null && files.Unread.Count == 0 && !files.Texts.Any(text => text.Roles.HasFlag(TextRoles.Reference)))
        {
            Refuse(CommandTexts.Get("NothingAgainst", call.Against));
            return null;
        }

        var comparison = Comparison.Of(
            files.Texts, given.Texts, [.. given.Unread, .. files.Unread], call.Against is not null, call.ShortestPassage,
            Progress(), ct);
        return comparison with { Notices = notices };
    }

    /// <returns>Null when there was nothing to hold against.</returns>
    private static async Task<Comparison?> AgainstIndexAsync(
        CompareCall call, string folder, ComparedFiles given, ComparedFiles files, DocumentWorkers workers, CancellationToken ct)
    {
        SimilarityOptions options = SimilarityOptions.Corpus;
        using var index = new FolderIndex(
            folder, call.Against!, options with { ShortestPassage = call.ShortestPassage ?? options.ShortestPassage }, workers);
        (int added, int removed) = await index.RenewAsync(ct);
        (string File, string Notice)[] notices = [.. given.Notices, .. files.Notices, .. index.Notices];
        Tell(notices);
        if (index.WasUnusable)
        {
            TerminalText.Complain(CommandTexts.Get("IndexMadeAgain", folder));
        }

        if (added + removed > 0)
        {
            TerminalText.Complain(CommandTexts.Get("IndexRenewed", index.Count, added, removed));
        }

        if (index.Count + index.Unread.Count == 0)
        {
            Refuse(CommandTexts.Get("NothingAgainst", call.Against!));
            return null;
        }

        var found = new List<FoundTexts>();
        foreach (ComparedText text in files.Texts)
        {
            found.Add(await index.FindAsync(text, ct));
        }

        var comparison = Comparison.Against(
            files.Texts, found, index.TextOf, index.Count, given.Texts, [.. given.Unread, .. files.Unread, .. index.Unread],
            call.ShortestPassage);
        return comparison with { Notices = notices };
    }

    // In a large folder many files share a sentence.
    private static void Tell(IReadOnlyList<(string File, string Notice)> notices)
    {
        foreach (IGrouping<string, string> files in notices.GroupBy(told => told.Notice, told => told.File))
        {
            TerminalText.Complain(files.Count() == 1
                ? CommandTexts.Get("NoticeOfOne", files.First(), files.Key)
                : CommandTexts.Get("NoticeOfSeveral", files.First(), files.Count(), files.Key));
        }
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
