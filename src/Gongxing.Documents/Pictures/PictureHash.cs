using System.Numerics;
using StbImageSharp;

namespace Gongxing.Documents.Pictures;

/// <summary>A perceptual hash (感知哈希): what a picture looks like from afar, in 64 bits.</summary>
/// <remarks>
/// The picture in grey, averaged to 32 × 32, its discrete cosine transform, the signs of the 64 lowest frequencies without the
/// constant ones: after the "DCT based hash" of C. Zauner, Implementation and Benchmarking of Perceptual Image Hash Functions,
/// 2010, which splits them at their median. Split at zero, a mirrored picture has the same bits with those of the odd frequencies
/// turned over, and a turned one has them in the order of columns: no picture need be hashed more than once. Another size,
/// quality, brightness or format changes few bits; another picture, or a broad margin, about half of them.
/// </remarks>
public static class PictureHash
{
    /// <summary>From how many different bits on two pictures are not taken for the same.</summary>
    public const int Near = 8;

    // Decoded, with all its colours, before it is made grey: 60 million pixels of a photograph.
    private const long MostBytes = 180_000_000;
    private const int FewestPixels = 48;

    // Photographs in a document are larger: Word's smallest pictures, for mail, have 96 pixels an inch, and 120 are 3 cm then.
    // What is smaller is an icon, a bullet or a logo, and what is so much longer than wide a ruling or a letterhead.
    private const int FewestPixelsInside = 120;
    private const int MostOblongInside = 4;

    private const int Side = 32;
    private const int Frequencies = 8;

    // Of 256 shades; a blank sheet has no more between its darkest and its lightest part.
    private const double LeastContrast = 12;

    private static readonly double[] s_cosines = Cosines();

    // Of the frequencies 1 to 8, those that mirroring turns over: every other column, every other row.
    private const ulong OddColumns = 0x5555_5555_5555_5555;
    private const ulong OddRows = 0x00FF_00FF_00FF_00FF;

    /// <summary>How many bits differ, 0 to 64, however one of the two is turned or mirrored.</summary>
    public static int Distance(long a, long b)
    {
        ulong upright = (ulong)(a ^ b);
        ulong onItsSide = Transposed((ulong)a) ^ (ulong)b;
        return Math.Min(Mirrored(upright), Mirrored(onItsSide));
    }

    /// <summary>
    /// Hashes a JPEG, PNG, GIF (its first picture) or BMP. What is blank or tiny looks like nothing and has no hash. Never throws on
    /// content.
    /// </summary>
    /// <param name="isInside">Whether it stands in a document, where more is too small to be evidence.</param>
    public static PictureResult Read(ReadOnlyMemory<byte> content, bool isInside = false)
    {
        byte[] bytes = content.ToArray();
        try
        {
            if (!HasEnd(bytes))
            {
                return PictureResult.Failed(Unreadable.Cut, "");
            }

            using var head = new PictureStream(bytes);
            if (ImageInfo.FromStream(head) is not { } info)
            {
                return PictureResult.Failed(Unreadable.UnknownType, "");
            }

            long bytesOfAll = (long)info.Width * info.Height * (int)info.ColorComponents * Math.Max(1, info.BitsPerChannel / 8);
            if (info.Width <= 0 || info.Height <= 0 || bytesOfAll > MostBytes)
            {
                return PictureResult.Failed(Unreadable.TooLarge, $"{info.Width} × {info.Height}");
            }

            if (IsTrifle(info.Width, info.Height, isInside))
            {
                return PictureResult.Of(null);
            }

            using var whole = new PictureStream(bytes);
            var picture = ImageResult.FromStream(whole, ColorComponents.Grey);
            return PictureResult.Of(Of(picture.Data, picture.Width, picture.Height));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The decoder throws what it happens to meet: of a broken picture nothing can be said but that.
            return PictureResult.Failed(Unreadable.Damaged, e.Message);
        }
    }

    /// <param name="grey">A byte a pixel, row by row.</param>
    /// <returns>Null for a picture of one shade.</returns>
    internal static long? Of(ReadOnlySpan<byte> grey, int width, int height)
    {
        double[] small = Averaged(grey, width, height);
        if (small.Max() - small.Min() < LeastContrast)
        {
            return null;
        }

        double[] lowest = new double[Frequencies * Frequencies];
        for (int v = 0; v < Frequencies; v++)
        {
            for (int u = 0; u < Frequencies; u++)
            {
                double sum = 0;
                for (int y = 0; y < Side; y++)
                {
                    double row = 0;
                    for (int x = 0; x < Side; x++)
                    {
                        row += small[(y * Side) + x] * s_cosines[((u + 1) * Side) + x];
                    }

                    sum += row * s_cosines[((v + 1) * Side) + y];
                }

                lowest[(v * Frequencies) + u] = sum;
            }
        }

        ulong hash = 0;
        for (int i = 0; i < lowest.Length; i++)
        {
            hash |= lowest[i] > 0 ? 1UL << i : 0;
        }

        return (long)hash;
    }

    private static int Mirrored(ulong difference) => Math.Min(
        Math.Min(BitOperations.PopCount(difference), BitOperations.PopCount(difference ^ OddColumns)),
        Math.Min(BitOperations.PopCount(difference ^ OddRows), BitOperations.PopCount(difference ^ OddColumns ^ OddRows)));

    // Eight rows of eight bits: the blocks beside the diagonal change places, of one bit, of two, of four.
    private static ulong Transposed(ulong bits)
    {
        bits = Swapped(bits, 7, 0x00AA_00AA_00AA_00AA);
        bits = Swapped(bits, 14, 0x0000_CCCC_0000_CCCC);
        return Swapped(bits, 28, 0x0000_0000_F0F0_F0F0);
    }

    private static ulong Swapped(ulong bits, int distance, ulong mask)
    {
        ulong differing = (bits ^ (bits >> distance)) & mask;
        return bits ^ differing ^ (differing << distance);
    }

    private static bool IsTrifle(int width, int height, bool isInside)
    {
        (int shorter, int longer) = (Math.Min(width, height), Math.Max(width, height));
        return shorter < (isInside ? FewestPixelsInside : FewestPixels) || (isInside && longer > MostOblongInside * shorter);
    }

    // What a decoder makes of a picture that breaks off is no picture.
    private static bool HasEnd(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [] => false,
        [0xFF, ..] => bytes.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) > 0,
        [0x89, ..] => bytes.LastIndexOf("IEND"u8) > 0,
        [(byte)'G', ..] => bytes.LastIndexOf((byte)0x3B) > 0,
        _ => true,
    };

    private static double[] Averaged(ReadOnlySpan<byte> grey, int width, int height)
    {
        double[] small = new double[Side * Side];
        for (int y = 0; y < Side; y++)
        {
            (int top, int bottom) = Part(y, height);
            for (int x = 0; x < Side; x++)
            {
                (int left, int right) = Part(x, width);
                long sum = 0;
                for (int row = top; row < bottom; row++)
                {
                    foreach (byte shade in grey[((row * width) + left)..((row * width) + right)])
                    {
                        sum += shade;
                    }
                }

                small[(y * Side) + x] = (double)sum / ((bottom - top) * (right - left));
            }
        }

        return small;
    }

    private static (int From, int To) Part(int at, int length) =>
        ((int)((long)at * length / Side), (int)((long)(at + 1) * length / Side));

    private static double[] Cosines()
    {
        double[] cosines = new double[(Frequencies + 1) * Side];
        for (int frequency = 0; frequency <= Frequencies; frequency++)
        {
            for (int at = 0; at < Side; at++)
            {
                cosines[(frequency * Side) + at] = Math.Cos(Math.PI * frequency * ((2 * at) + 1) / (2 * Side));
            }
        }

        return cosines;
    }
}
