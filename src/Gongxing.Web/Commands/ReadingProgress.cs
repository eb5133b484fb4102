using System.Runtime.CompilerServices;
using Gongxing.Documents;
using Gongxing.Web.Intake;

namespace Gongxing.Web.Commands;

/// <summary>Tells people on standard error how far a command is, and what could not be read.</summary>
internal static class ReadingProgress
{
    /// <summary>Passes readings on.</summary>
    public static async IAsyncEnumerable<Reading> ShowAsync(
        IAsyncEnumerable<Reading> readings, int count, ReadLimits limits, [EnumeratorCancellation] CancellationToken ct)
    {
        bool showsProgress = count > 1 && !Console.IsErrorRedirected;
        int done = 0;
        await foreach (Reading reading in readings.WithCancellation(ct))
        {
            done++;
            if (reading.Result.Reason is { } reason)
            {
                TerminalText.Complain($"{reading.File}: {UnreadableTexts.Sentence(reason, reading.File, limits)}");
            }

            if (showsProgress)
            {
                Console.Error.Write($"\r{CommandTexts.Get("Progress", done, count)}{(done == count ? "\n" : "")}");
            }

            yield return reading;
        }
    }
}
