using System.Text;
using System.Text.RegularExpressions;

namespace Gongxing.Documents.Pdf;

/// <summary>Undoes hard wraps: joins the lines that were one paragraph before the page was set.</summary>
/// <remarks>
/// A line runs on when it reaches the right edge and the next one begins at the left edge. Where paragraphs are indented, the
/// indent alone tells a new one; where they are set apart, the distance; else the opening mark or the full stop before it.
/// </remarks>
internal sealed partial class PdfParagraphs
{
    /// <summary>Ems a full line may end before the right edge: a mark that may not begin a line takes its neighbour along.</summary>
    private const double Slack = 2.2;

    /// <summary>Ems from the left edge at which a line counts as indented.</summary>
    private const double Indent = 0.8;

    /// <summary>Ems by which a first line may be indented; one that begins further in was centred.</summary>
    private const double DeepestIndent = 5;

    /// <summary>Times the usual distance of lines at which the next paragraph begins, where paragraphs are set apart at all.</summary>
    private const double Apart = 1.2;

    private const double FarApart = 1.5;

    /// <summary>Ems by which a table may reach beyond the text.</summary>
    private const double Margin = 1;

    private readonly List<PdfLine> lines;
    private readonly double size;
    private readonly double left;
    private readonly double right;
    private readonly double pitch;
    private readonly bool isIndented;
    private readonly bool isSpaced;

    private PdfParagraphs(List<PdfLine> lines, double tablesRight)
    {
        this.lines = lines;
        size = SizeOf(lines);
        List<PdfLine> body = lines.FindAll(line => IsOfSize(line, size));
        right = Math.Max(Percentile(body.Select(line => line.Right), 0.85), tablesRight - (Margin * size));
        List<PdfLine> full = body.FindAll(line => right - line.Right < Slack * size);
        left = Percentile(full.Select(line => line.Left), 0.3);
        pitch = Percentile(lines.Zip(lines.Skip(1), Fall).Where(fall => fall > 0), 0.4);
        isIndented = Mostly((_, next) => (next.Left - left) / size is > 1 and < 5);
        isSpaced = Mostly((line, next) => Fall(line, next) > Apart * pitch);
    }

    /// <param name="tablesRight">The right edge of the widest table: beside tables there may be no full line to tell it.</param>
    public static IEnumerable<PdfParagraph> Of(List<PdfLine> lines, double tablesRight) =>
        lines.Count == 0 ? [] : new PdfParagraphs(lines, tablesRight).Join();

    /// <summary>The size of most of the text.</summary>
    public static double SizeOf(List<PdfLine> lines) =>
        Percentile(lines.SelectMany(line => Enumerable.Repeat(line.Size, Math.Max(1, line.Text.Length / 8))), 0.5);

    /// <summary>Whether a line begins with a mark that opens a paragraph.</summary>
    public static bool Opens(string line) => OpeningMark().IsMatch(line);

    private IEnumerable<PdfParagraph> Join()
    {
        var paragraph = new StringBuilder();
        int first = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            Append(paragraph, lines[i].Text);
            if (i + 1 == lines.Count || !RunsOn(lines[i], lines[i + 1]))
            {
                yield return new PdfParagraph(paragraph.Replace("\u00AD", "").ToString(), lines[first..(i + 1)]);
                paragraph.Clear();
                first = i + 1;
            }
        }
    }

    /// <summary>Adds a line to a paragraph: with a space between words, without one in Chinese.</summary>
    public static void Append(StringBuilder paragraph, string line)
    {
        if (paragraph.Length > 0 && paragraph[^1] == '\u00AD')
        {
            paragraph.Length--;
        }
        else if (paragraph.Length > 0 && paragraph[^1] != '\n' && !Script.IsWide(paragraph[^1]) && !Script.IsWide(line[0]))
        {
            paragraph.Append(' ');
        }

        paragraph.Append(line);
    }

    private bool RunsOn(PdfLine line, PdfLine next)
    {
        if (line.Block != next.Block || line.IsRow || next.IsRow || line.HasGap || next.HasGap || !IsOfSize(next, line.Size) || IsApart(line, next)
            || line.Left - next.Left > DeepestIndent * size || !IsFull(line, next))
        {
            return false;
        }

        bool isEnded = EndOfSentence().IsMatch(line.Text);
        bool isFlush = (next.Left - left) / size < Indent;
        if (isFlush && (isIndented || (isSpaced && line.Page == next.Page)))
        {
            return !(isEnded && HeadingMark().IsMatch(next.Text));
        }

        bool isBelow = isFlush || Math.Abs(next.Left - line.Left) < Indent * size
            || (next.Left > line.Left && OpeningMark().IsMatch(line.Text));
        return isBelow && !isEnded && !OpeningMark().IsMatch(next.Text);
    }

    private static bool IsOfSize(PdfLine line, double size) => Math.Abs(line.Size - size) < 0.15 * size;

    /// <summary>More than the usual distance lies between them, on one page.</summary>
    private bool IsApart(PdfLine line, PdfLine next) => line.Page == next.Page && Fall(line, next) > (isSpaced ? Apart : FarApart) * Math.Max(pitch, line.Size);

    /// <summary>A word or number that cannot be broken may leave a larger hole, as large as itself.</summary>
    private bool IsFull(PdfLine line, PdfLine next)
    {
        int unbroken = 0;
        while (unbroken < next.Text.Length && !Script.IsWide(next.Text[unbroken]) && next.Text[unbroken] != ' ')
        {
            unbroken++;
        }

        return right - line.Right < (Slack + (0.6 * unbroken)) * size;
    }

    /// <summary>Whether most paragraphs begin like that; looked at where a short line shows that one has ended.</summary>
    private bool Mostly(Func<PdfLine, PdfLine, bool> begins)
    {
        int yes = 0, no = 0;
        for (int i = 1; i < lines.Count; i++)
        {
            (PdfLine line, PdfLine next) = (lines[i - 1], lines[i]);
            if (IsOfSize(next, size) && right - line.Right > 4 * size && !line.HasGap && line.Page == next.Page)
            {
                _ = begins(line, next) ? yes++ : no++;
            }
        }

        return yes > no;
    }

    private static double Fall(PdfLine line, PdfLine next) => line.Page == next.Page ? line.Baseline - next.Baseline : 0;

    private static double Percentile(IEnumerable<double> values, double share)
    {
        double[] ordered = [.. values.Order()];
        return ordered.Length == 0 ? 0 : ordered[(int)(share * (ordered.Length - 1))];
    }

    [GeneratedRegex("[。；：！？”;:!?]$")]
    private static partial Regex EndOfSentence();

    [GeneratedRegex(@"^(第[一二三四五六七八九十百\d]+[章节条部篇]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[、.．](?!\d))")]
    private static partial Regex HeadingMark();

    [GeneratedRegex(@"^(第[一二三四五六七八九十百\d]+[章节条部篇]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[、.．)）](?!\d)|[①-⑳]|[一二三四五六七八九十]是|[•·●■◆○\-–*]\s)")]
    private static partial Regex OpeningMark();
}

/// <summary>A paragraph, and the lines it was set in.</summary>
internal sealed record PdfParagraph(string Text, List<PdfLine> Lines);
