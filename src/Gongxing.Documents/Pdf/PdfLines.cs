using System.Text;
using UglyToad.PdfPig.Content;

namespace Gongxing.Documents.Pdf;

/// <summary>Puts the letters of a page, which a PDF holds in any order and without spaces, together into lines from top to bottom.</summary>
internal static class PdfLines
{
    /// <summary>Letters whose baselines differ by less than this share of their size stand on one line.</summary>
    private const double SameLine = 0.4;

    private const double LatinSpace = 0.16;

    /// <summary>Justified Chinese is stretched by less than this; a hole that is wider was meant.</summary>
    private const double ChineseSpace = 0.7;

    private const double CellGap = 1.6;

    public static List<PdfLine> Of(Page page)
    {
        var lines = new List<PdfLine>();
        var line = new List<Letter>();
        foreach (Letter letter in page.Letters
            .Where(letter => letter.TextOrientation == TextOrientation.Horizontal && letter.PointSize > 0 && letter.Value is { Length: > 0 })
            .OrderByDescending(letter => letter.StartBaseLine.Y))
        {
            if (line.Count > 0 && line[0].StartBaseLine.Y - letter.StartBaseLine.Y > SameLine * Math.Max(line[0].PointSize, letter.PointSize))
            {
                Finish(lines, line, page);
            }

            line.Add(letter);
        }

        Finish(lines, line, page);
        return lines;
    }

    private static void Finish(List<PdfLine> lines, List<Letter> line, Page page)
    {
        line.Sort((a, b) => a.StartBaseLine.X.CompareTo(b.StartBaseLine.X));
        var text = new StringBuilder();
        Letter? first = null, before = null;
        bool hasGap = false, isSpaced = false;
        foreach (Letter letter in line)
        {
            if (string.IsNullOrWhiteSpace(letter.Value))
            {
                isSpaced = true;
                continue;
            }

            if (before is not null)
            {
                if (IsShadow(before, letter))
                {
                    continue;
                }

                double gap = (letter.StartBaseLine.X - before.EndBaseLine.X) / Math.Max(before.PointSize, letter.PointSize);
                text.Append(HasSpace(before.Value[^1], letter.Value[0], gap, isSpaced) ? " " : "");
                hasGap |= gap > CellGap;
            }

            text.Append(Readable(letter.Value));
            first ??= letter;
            before = letter;
            isSpaced = false;
        }

        if (first is not null && before is not null)
        {
            lines.Add(new PdfLine(
                text.ToString(), page.Number, page.Height, first.StartBaseLine.X, before.EndBaseLine.X, first.StartBaseLine.Y,
                Median(line), hasGap));
        }

        line.Clear();
    }

    /// <summary>Bold type made by printing the same letter twice, a hair apart.</summary>
    private static bool IsShadow(Letter before, Letter letter) =>
        before.Value == letter.Value && letter.StartBaseLine.X - before.StartBaseLine.X < 0.15 * letter.PointSize;

    private static bool HasSpace(char before, char after, double gap, bool isSpaced) =>
        Script.IsWide(before) && Script.IsWide(after) ? gap > ChineseSpace
            : Script.IsWide(before) || Script.IsWide(after) ? (isSpaced && gap > LatinSpace) || gap > ChineseSpace
            : isSpaced || gap > LatinSpace;

    /// <summary>Many fonts give a plain character the code of a radical, a compatibility form or a ligature that looks the same.</summary>
    private static string Readable(string value)
    {
        foreach (char c in value)
        {
            if (c is (>= '\u2E80' and <= '\u2FDF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFB00' and <= '\uFB06'))
            {
                return value.Normalize(NormalizationForm.FormKC);
            }
        }

        return value;
    }

    private static double Median(List<Letter> line)
    {
        double[] sizes = [.. line.Select(letter => letter.PointSize).Order()];
        return sizes[sizes.Length / 2];
    }
}
