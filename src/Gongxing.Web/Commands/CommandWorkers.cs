using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Documents.Workers;
using Gongxing.Review.Structure;
using Gongxing.Web.Intake;

namespace Gongxing.Web.Commands;

/// <summary>The worker processes of a command that reads files.</summary>
/// <remarks>
/// A process takes as long to start as this one takes to understand its command line, so the first is started before that.
/// Where the line turns out to be wrong it ends with this process.
/// </remarks>
internal static class CommandWorkers
{
    private const int AtOnce = 2;

    // A little of everything, so that what reading needs is loaded and compiled.
    private const string Sample = """
        对照检查材料
        一、存在的问题
        （一）理论学习方面
        1.学习不深入。3月只学了两次。
        二、产生问题的原因
        1.认识不到位。
        三、整改措施
        1.年底前每月学习一次。
        """;

    private static DocumentWorkers? s_begun;

    /// <summary>Starts the first process, if the words are those of a command that will want it.</summary>
    public static void Begin(string[] words)
    {
        if (words is not ["read" or "check", not ("-h" or "-?" or "--help"), ..])
        {
            return;
        }

        try
        {
            s_begun = Started(ReadingLimits.OfEnvironment());
        }
        catch (FormatException)
        {
            // The command says so, in its place.
        }
    }

    /// <summary>The processes, one of them started; meanwhile this one prepares for what they will read.</summary>
    public static DocumentWorkers Take(ReadLimits limits)
    {
        Task.Run(() => StatementReader.Read(Document.FromText(Sample)));
        return Interlocked.Exchange(ref s_begun, null) ?? Started(limits);
    }

    private static DocumentWorkers Started(ReadLimits limits)
    {
        var workers = new DocumentWorkers(limits, AtOnce);
        workers.WarmUp();
        return workers;
    }
}
