using Gongxing.Documents.Comments;

namespace Gongxing.Documents.Workers;

/// <summary>What a worker is asked: to read a file, to write comments into one, or to tell what a picture looks like.</summary>
internal sealed record WorkerRequest(ReadOnlyMemory<byte> Content, string Name, ReadLimits Limits, CommentRequest? Comments)
{
    public bool IsPicture { get; init; }
}

/// <summary>What <see cref="DocxCommenter.Write"/> is to be called with.</summary>
internal sealed record CommentRequest(string Text, IReadOnlyList<WordComment> Comments, DateTimeOffset At);
