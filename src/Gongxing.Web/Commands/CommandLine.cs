using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Gongxing.Web.Commands;

/// <summary>Understands what the program was called with and runs it; what no command says itself is said here.</summary>
internal static class CommandLine
{
    private const int WrongUsage = 2;
    private const int NotPrinted = 3;
    private const int Stopped = 130;

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        Speak();
        var root = new RootCommand(CommandTexts.Get("Program"))
        {
            ServeCommand.Create(),
            ReadCommand.Create(),
            CheckCommand.Create(),
            CompareCommand.Create(),
            LedgerCommand.Create(),
            RulesCommand.Create(),
        };
        root.Options.OfType<HelpOption>().Single().Description = CommandTexts.Get("Help");
        ParseResult call = root.Parse(words.Length == 0 ? ["--help"] : words);
        if (call.Errors.Count > 0)
        {
            return Refuse(call);
        }

        using var stopping = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var end = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            var asIs = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            int status = await call.InvokeAsync(asIs, stopping.Token);
            return words.Length == 0 ? WrongUsage : status;
        }
        catch (OperationCanceledException)
        {
            TerminalText.Complain(CommandTexts.Get("Stopped"));
            return Stopped;
        }
        catch (IOException e)
        {
            // Whatever is read is guarded where it is read: this is standard output, on a full disk or behind a closed connection.
            TerminalText.Complain(CommandTexts.Get("NotPrinted", e.Message));
            return NotPrinted;
        }

        // Asked a second time, the process ends at once.
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = !stopping.IsCancellationRequested;
            stopping.Cancel();
        }
    }

    private static int Refuse(ParseResult call)
    {
        foreach (string fault in Faults(call).Distinct())
        {
            TerminalText.Complain(fault);
        }

        string verb = "";
        for (CommandResult? at = call.CommandResult; at is { Command: not RootCommand }; at = at.Parent as CommandResult)
        {
            verb = $"{at.Command.Name} {verb}";
        }

        TerminalText.Complain(CommandTexts.Get("SeeHelp", verb));
        return WrongUsage;
    }

    // The library says some of it in English alone, and calls option, command and file the same.
    private static IEnumerable<string> Faults(ParseResult call)
    {
        bool hasVerbs = call.CommandResult.Command.Subcommands.Count > 0;
        foreach (string word in call.UnmatchedTokens)
        {
            yield return word.StartsWith('-') ? CommandTexts.Get("NoOption", word.Split('=', ':')[0])
                : CommandTexts.Get(hasVerbs ? "NoVerb" : "NoUse", word);
            if (hasVerbs)
            {
                yield break;
            }
        }

        foreach (ParseError error in call.Errors)
        {
            if (error.SymbolResult is OptionResult { IdentifierTokenCount: > 1 and var times, Option: { Arity.MaximumNumberOfValues: 1 } option })
            {
                yield return CommandTexts.Get("OnlyOnce", option.Name, times);
            }
            else if (call.UnmatchedTokens.Count == 0 || error.SymbolResult is OptionResult or ArgumentResult)
            {
                yield return error.Message.TrimEnd('.');
            }
        }
    }

    /// <summary>An argument of paths: a mistyped option is no path.</summary>
    public static Argument<string[]> Paths(string name, string description)
    {
        var paths = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        paths.Validators.Add(result =>
        {
            foreach (string word in result.Tokens.Select(token => token.Value))
            {
                if (word.StartsWith('-') && !Path.Exists(word))
                {
                    result.AddError(CommandTexts.Get("UnknownOption", word));
                }
            }
        });
        return paths;
    }

    // Ours are Chinese unless the person reads English; those of the library come in the same language.
    private static void Speak()
    {
        if (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en")
        {
            CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        }
    }
}
