using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Gongxing.Documents.Workers;

/// <summary>One child process that reads documents, one at a time. Once it has failed it is of no use and is disposed of.</summary>
internal sealed class DocumentWorker : IDisposable
{
    /// <summary>A crash of the runtime prints its whole stack; the beginning says what happened.</summary>
    private const int ComplaintKept = 2000;

    private readonly Process process;
    private readonly StringBuilder complaint = new();

    private DocumentWorker(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>How many documents it has read.</summary>
    public int Served { get; private set; }

    public bool HasFailed { get; private set; }

    /// <summary>False when it has ended between two documents, for which neither of them is to blame.</summary>
    public bool IsAlive => !process.HasExited;

    public static DocumentWorker Start(WorkerCommand command, ReadLimits limits)
    {
        var start = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = limits.WorkerBytes.ToString("X", CultureInfo.InvariantCulture);
        // A process that lives for a few documents: no second garbage collection thread, no profile for later optimisation,
        // no debugger port, no memory dump of somebody's document when it dies.
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return new DocumentWorker(Process.Start(start) ?? throw new InvalidOperationException($"Not started: {command.FileName}"));
    }

    /// <summary>The result, also when the process dies or is late on it. Cancelling ends the process.</summary>
    /// <param name="answered">What the answer to the request says.</param>
    /// <param name="failed">The result when there is no answer.</param>
    public async Task<T> AskAsync<T>(
        WorkerRequest request, Func<byte[], T> answered, Func<Unreadable, string, T> failed, CancellationToken ct)
    {
        TimeSpan time = request.Limits.Time;
        using var late = new CancellationTokenSource(time);
        // Killing is what ends a pipe that is being read for sure, whatever the other side does.
        using CancellationTokenRegistration onLate = late.Token.Register(Kill);
        using CancellationTokenRegistration onCancel = ct.Register(Kill);
        string fault;
        try
        {
            await WorkerFrame.WriteAsync(
                process.StandardInput.BaseStream, WorkerFrame.OfRequest(request), CancellationToken.None);
            if (await WorkerFrame.ReadAsync(process.StandardOutput.BaseStream, CancellationToken.None) is { } frame)
            {
                Served++;
                return answered(frame);
            }

            fault = "ended";
        }
        catch (IOException e)
        {
            fault = e.Message;
        }

        HasFailed = true;
        ct.ThrowIfCancellationRequested();
        if (late.IsCancellationRequested)
        {
            return failed(Unreadable.TimedOut, $"{time.TotalSeconds} s");
        }

        Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        return failed(Unreadable.WorkerDied, $"exit {process.ExitCode}, {fault}: {Complaint()}");
    }

    /// <summary>Ends the process and whatever it has started.</summary>
    private void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself in the meantime.
        }
    }

    private void Keep(string? line)
    {
        lock (complaint)
        {
            if (line is not null && complaint.Length < ComplaintKept)
            {
                complaint.AppendLine(line);
            }
        }
    }

    private string Complaint()
    {
        lock (complaint)
        {
            return complaint.ToString();
        }
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }
}
