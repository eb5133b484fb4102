using System.Threading.Channels;
using Gongxing.Documents.Comments;
using Gongxing.Documents.Pictures;

namespace Gongxing.Documents.Workers;

/// <summary>The inside of a worker process: answers one request after another from standard input until it is closed.</summary>
public static class ParseWorker
{
    /// <summary>
    /// Returns when standard input ends, even in the middle of a document: whoever asked is gone, and nobody must be left behind
    /// to finish. The request is therefore answered on a thread of its own.
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
                ReadOnlyMemory<byte> answer = AnswerTo(WorkerFrame.ToRequest(request));
                WorkerFrame.WriteAsync(output, answer, CancellationToken.None).GetAwaiter().GetResult();
            }
        }
    }

    private static ReadOnlyMemory<byte> AnswerTo(WorkerRequest request) => request switch
    {
        { Comments: { } comments } => WorkerFrame.OfCommented(
            DocxCommenter.Write(request.Content, comments.Text, comments.Comments, comments.At, request.Limits)),
        { Pictures: PictureRequest.Look } => WorkerFrame.OfPictures(FilePictures.Look(request.Content, request.Limits)),
        { Pictures: PictureRequest.Take } => WorkerFrame.OfTaken(
            FilePictures.Take(request.Content, request.Number, request.Limits)),
        _ => WorkerFrame.OfResult(DocumentReader.Read(request.Content, request.Name, request.Limits)),
    };
}
