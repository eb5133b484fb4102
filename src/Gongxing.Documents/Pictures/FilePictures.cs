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

    /// <summary>What each looks like, every look once. Never throws on content.</summary>
    public static PicturesResult Look(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        var looked = new List<NumberedPicture>();
        try
        {
            if (Inside(content, limits) is not { } inside)
            {
                PictureResult whole = PictureHash.Read(content);
                return new PicturesResult(
                    whole.Hash is { } hash ? [new NumberedPicture(Whole, hash)] : [], whole.Reason, whole.Detail);
            }

            // Half of the time is left to the last one: a file that is late has nothing to show.
            long start = TimeProvider.System.GetTimestamp();
            int number = 0;
            foreach (Func<ReadOnlyMemory<byte>> unpack in inside.Take(Most))
            {
                number++;
                if (TimeProvider.System.GetElapsedTime(start) >= limits.Time / 2)
                {
                    return new PicturesResult(looked, Unreadable.TimedOut, $"before picture {number}");
                }

                if (HashOf(unpack) is { } hash && looked.All(one => one.Hash != hash))
                {
                    looked.Add(new NumberedPicture(number, hash));
                }
            }

            return new PicturesResult(looked, null, "");
        }
        catch (UnreadableException e)
        {
            return new PicturesResult(looked, e.Reason, e.Detail);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new PicturesResult(looked, Unreadable.Damaged, e.ToString());
        }
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
}
