using System.Text;

namespace Gongxing.Benchmarks;

/// <summary>Text with the proportions of an office report: the same for the same seed, and no file needed.</summary>
internal static class GeneratedText
{
    private const int Vocabulary = 3000;

    private static readonly string[] s_marks = ["，", "，", "，", "、", "。", "；", "：", "。\n", "（", "）", "“", "”", "2023年", " 3.5%"];

    public static string OfLength(int length, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder(length + 16);
        while (text.Length < length)
        {
            for (int run = random.Next(3, 14); run > 0; run--)
            {
                text.Append(Han(random));
            }

            text.Append(s_marks[random.Next(s_marks.Length)]);
        }

        return text.ToString(0, length);
    }

    public static string[] Words(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Word(random))];
    }

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(2, 7)).Select(_ => Han(random)));

    // Few characters make most of a text, as in any language.
    private static char Han(Random random) =>
        (char)('一' + (int)(Vocabulary * Math.Pow(random.NextDouble(), 3)) * 6);
}
