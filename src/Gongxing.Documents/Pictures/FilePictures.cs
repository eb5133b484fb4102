using Gongxing.Documents.Docx;
using Gongxing.Documents.Odt;
using Gongxing.Documents.Pdf;

namespace Gongxing.Documents.Pictures;

/// <summary>The pictures of a file: the one that it is, or those in the text of a .docx, .odt or .pdf.</summary>
/// <remarks>
/// Headers and footers are left out: what stands there is the letterhead. A picture that is damaged, or of a kind that is not decoded,
/// has its number and is passed over.
/// </remarks>
public static class FilePictures
{
    /// <summary>The number of a picture that is the file itself.</summary>
    public const int Whole = 0;

    // A report on one measure has a dozen photographs; a scanned file a page each.
    private const int Most = 100;

    // Of the time for a file. A picture that is begun in the first half has a quarter at least, and then an answer is given.
    private const double LatestStart = 0.5;
    private const double LatestAnswer = 0.75;

    /// <summary>
    /// What each looks like, every look once. Never throws on content. When it was late, a decoder may go on for ever behind it: it
    /// cannot be stopped but with its process.
    /// </summary>
    public static PicturesResult Look(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        var look = new OneLook(content, limits);
        var thread = new Thread(look.Run) { IsBackground = true, Name = "pictures" };
        thread.Start();
        thread.Join(limits.Time * LatestAnswer);
        return look.Result;
    }

    /// <summary>The picture of a number in a document. Never throws on content.</summary>
    public static TakenPicture Take(ReadOnlyMemory<byte> content, int number, ReadLimits limits)
    {
        try
        {
            return number is < 1 or > Most || Inside(content, limits)?.ElementAtOrDefault(number - 1) is not { } unpack
                ? TakenPicture.Failed(Unreadable.NotFound, $"picture {number}")
                : new TakenPicture(unpack(), null, "");
        }
        catch (UnreadableException e)
        {
            return TakenPicture.Failed(e.Reason, e.Detail);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return TakenPicture.Failed(Unreadable.Damaged, e.ToString());
        }
    }

    /// <returns>Each is unpacked when it is asked for; null for a file that is no document.</returns>
    private static IEnumerable<Func<ReadOnlyMemory<byte>>>? Inside(ReadOnlyMemory<byte> content, ReadLimits limits) =>
        FileTypes.Tell(content, "", out _) switch
        {
            FileType.Docx => DocxPictures.Of(content, limits),
            FileType.Odt => OdtPictures.Of(content, limits),
            FileType.Pdf => PdfPictures.Of(content, limits),
            _ => null,
        };

    private static long? HashOf(Func<ReadOnlyMemory<byte>> unpack)
    {
        try
        {
            return PictureHash.Read(unpack(), isInside: true).Hash;
        }
        catch (Exception e) when (e is InvalidDataException or UnreadableException { Reason: Unreadable.Cut or Unreadable.Damaged })
        {
            return null;
        }
    }

    /// <summary>What was seen so far, for whoever does not wait for the end.</summary>
    private sealed class OneLook(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        private readonly Lock _lock = new();
        private readonly List<NumberedPicture> _looked = [];
        private PicturesResult? _result;
        private int _number;

        public PicturesResult Result
        {
            get
            {
                lock (_lock)
                {
                    return _result ?? new PicturesResult([.. _looked], Unreadable.TimedOut, $"at picture {_number}");
                }
            }
        }

        public void Run()
        {
            PicturesResult result;
            try
            {
                result = Look();
            }
            catch (UnreadableException e)
            {
                result = new PicturesResult(_looked, e.Reason, e.Detail);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                result = new PicturesResult(_looked, Unreadable.Damaged, e.ToString());
            }

            lock (_lock)
            {
                _result = result;
            }
        }

        private PicturesResult Look()
        {
            if (Inside(content, limits) is not { } inside)
            {
                PictureResult whole = PictureHash.Read(content);
                return new PicturesResult(
                    whole.Hash is { } hash ? [new NumberedPicture(Whole, hash)] : [], whole.Reason, whole.Detail);
            }

            long start = TimeProvider.System.GetTimestamp();
            foreach (Func<ReadOnlyMemory<byte>> unpack in inside.Take(Most))
            {
                lock (_lock)
                {
                    _number++;
                }

                if (TimeProvider.System.GetElapsedTime(start) >= limits.Time * LatestStart)
                {
                    return new PicturesResult(_looked, Unreadable.TimedOut, $"before picture {_number}");
                }

                if (HashOf(unpack) is { } hash && _looked.All(one => one.Hash != hash))
                {
                    lock (_lock)
                    {
                        _looked.Add(new NumberedPicture(_number, hash));
                    }
                }
            }

            return new PicturesResult(_looked, null, "");
        }
    }
}
