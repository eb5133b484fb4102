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

    /// <summary>Cells may stand nearer to each other than that; what is only a piece is no cell yet.</summary>
    private const double PieceGap = 1;

    /// <summary>What is set small is a mark if it also stands higher than the line, by this share of its size.</summary>
    private const double Raised = 0.12;

    private const double SmallAsMark = 0.8;

    /// <summary>The letters of a page that can be put into lines.</summary>
    public static List<Letter> LettersOf(Page page) =>
    [
        .. page.Letters.Where(letter => letter.TextOrientation == TextOrientation.Horizontal && letter.PointSize > 0
            && letter.Value is { Length: > 0 }),
    ];

    public static List<PdfLine> Of(IEnumerable<Letter> letters, Page page)
    {
        var lines = new List<PdfLine>();
        var line = new List<Letter>();
        foreach (Letter letter in letters.OrderByDescending(letter => letter.StartBaseLine.Y))
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
        double size = Median(line.Select(letter => letter.PointSize));
        double baseline = Median(line.Select(letter => letter.StartBaseLine.Y));
        var pieces = new List<double>();
        var marks = new List<Range>();
        Letter? before = null;
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
                if (gap > PieceGap)
                {
                    pieces.Add(letter.StartBaseLine.X);
                }
            }
            else
            {
                pieces.Add(letter.StartBaseLine.X);
            }

            int start = text.Length;
            text.Append(Readable(letter.Value));
            if (letter.PointSize < SmallAsMark * size && letter.StartBaseLine.Y - baseline > Raised * size)
            {
                Extend(marks, start, text.Length);
            }

            before = letter;
            isSpaced = false;
        }

        if (before is not null)
        {
            lines.Add(new PdfLine(
                text.ToString(), page.Number, page.Height, pieces[0], before.EndBaseLine.X, baseline, size, hasGap)
            {
                Pieces = pieces,
                Marks = marks,
            });
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

    private static void Extend(List<Range> marks, int start, int end)
    {
        if (marks.Count > 0 && marks[^1].End.Value == start)
        {
            marks[^1] = marks[^1].Start..end;
        }
        else
        {
            marks.Add(start..end);
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered.Length == 0 ? 0 : ordered[ordered.Length / 2];
    }
}
