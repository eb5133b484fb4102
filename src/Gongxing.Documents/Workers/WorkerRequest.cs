using Gongxing.Documents.Comments;

namespace Gongxing.Documents.Workers;

/// <summary>What a worker is asked: to read a file, to write comments into one, or to look at its pictures.</summary>
internal sealed record WorkerRequest(ReadOnlyMemory<byte> Content, string Name, ReadLimits Limits, CommentRequest? Comments)
{
    public PictureRequest Pictures { get; init; }

    /// <summary>Which picture, for <see cref="PictureRequest.Take"/>.</summary>
    public int Number { get; init; }
}

internal enum PictureRequest
{
    None,

    /// <summary>What each looks like.</summary>
    Look,

    /// <summary>One of them as it is.</summary>
    Take,
}

/// <summary>What <see cref="DocxCommenter.Write"/> is to be called with.</summary>
internal sealed record CommentRequest(string Text, IReadOnlyList<WordComment> Comments, DateTimeOffset At);
