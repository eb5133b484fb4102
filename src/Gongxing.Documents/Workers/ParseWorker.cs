using System.Threading.Channels;

namespace Gongxing.Documents.Workers;

/// <summary>The inside of a worker process: reads one document after another from standard input until it is closed.</summary>
public static class ParseWorker
{
    /// <summary>
    /// Returns when standard input ends, even in the middle of a document: whoever asked is gone, and nobody must be left behind
    /// to finish. The document is therefore read on a thread of its own.
    /// </summary>
    public static async Task<int> RunAsync()
    {
        await using Stream input = Console.OpenStandardInput();
        await using Stream output = Console.OpenStandardOutput();
        Console.SetOut(Console.Error);
        var requests = Channel.CreateUnbounded<byte[]>();
        new Thread(() => Answer(requests.Reader, output)) { IsBackground = true, Name = "parser" }.Start();
        while (await WorkerFrame.ReadAsync(input, CancellationToken.None) is { } request)
        {
            requests.Writer.TryWrite(request);
        }

        Environment.Exit(0);
        return 0;
    }

    private static void Answer(ChannelReader<byte[]> requests, Stream output)
    {
        while (requests.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (requests.TryRead(out byte[]? request))
            {
                (ReadOnlyMemory<byte> content, string name, ReadLimits limits) = WorkerFrame.ToRequest(request);
                ReadResult result = DocumentReader.Read(content, name, limits);
                WorkerFrame.WriteAsync(output, WorkerFrame.OfResult(result), CancellationToken.None).GetAwaiter().GetResult();
            }
        }
    }
}
