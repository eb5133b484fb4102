using System.Runtime.InteropServices;

namespace Gongxing.Benchmarks.Copies;

/// <summary>In how many papers the 8-grams of a corpus stand: what tells a plausible corpus from one that copies
/// itself.</summary>
/// <param name="Unique">The share of the grams, counted where they stand, that one paper has.</param>
/// <param name="Common">The share that more than 64 papers have.</param>
internal readonly record struct GramStatistics(double Unique, double Common)
{
    private const int GramLength = 8;
    private const ulong SampleMask = 63;

    public double Between => 1 - Unique - Common;

    public static GramStatistics Of(IReadOnlyList<string> texts, int commonAbove = 64)
    {
        // One gram in 64, chosen by its own hash, so that all its places are counted or none.
        var grams = new Dictionary<ulong, (int LastPaper, int Papers, int Places)>();
        for (int paper = 0; paper < texts.Count; paper++)
        {
            Count(texts[paper], paper, grams);
        }

        long all = 0;
        long unique = 0;
        long common = 0;
        foreach ((_, int papers, int places) in grams.Values)
        {
            all += places;
            unique += papers == 1 ? places : 0;
            common += papers > commonAbove ? places : 0;
        }

        return new GramStatistics((double)unique / all, (double)common / all);
    }

    private static void Count(string text, int paper, Dictionary<ulong, (int LastPaper, int Papers, int Places)> grams)
    {
        Span<char> window = stackalloc char[GramLength];
        int length = 0;
        bool number = false;
        foreach (char c in text)
        {
            bool digit = char.IsAsciiDigit(c) || "一二三四五六七八九十".Contains(c);
            if (!char.IsLetterOrDigit(c) || (digit && number))
            {
                continue;
            }

            number = digit;
            window[length++ % GramLength] = digit ? '0' : c;
            if (length < GramLength)
            {
                continue;
            }

            ulong hash = 0;
            for (int i = length - GramLength; i < length; i++)
            {
                hash = (hash ^ window[i % GramLength]) * 0xD6E8FEB86659FD93;
                hash ^= hash >> 32;
            }

            if ((hash & SampleMask) == 0)
            {
                ref (int LastPaper, int Papers, int Places) gram =
                    ref CollectionsMarshal.GetValueRefOrAddDefault(grams, hash, out bool seen);
                gram.Papers += !seen || gram.LastPaper != paper ? 1 : 0;
                gram.LastPaper = paper;
                gram.Places++;
            }
        }
    }
}
