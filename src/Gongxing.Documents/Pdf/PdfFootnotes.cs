using System.Text;
using System.Text.RegularExpressions;

namespace Gongxing.Documents.Pdf;

/// <summary>A footnote, and the line of the body after whose paragraph it belongs.</summary>
internal sealed record PdfFootnote(string Text, PdfLine After);

/// <summary>Takes footnotes out of the body: smaller type at the foot of a page that a mark in its text calls, or under a rule.</summary>
internal static partial class PdfFootnotes
{
    /// <summary>Notes are smaller than this share of the body: 小五 under 五号 is 0.86.</summary>
    private const double Smaller = 0.93;

    /// <summary>The rule above notes takes less than this share of the width of the page.</summary>
    private const double LongestRule = 0.45;

    /// <param name="lines">Those of the body; notes, and the marks that call them, are taken out.</param>
    /// <param name="rules">By page.</param>
    public static List<PdfFootnote> Take(List<PdfLine> lines, IReadOnlyDictionary<int, PdfRules> rules)
    {
        var notes = new List<PdfFootnote>();
        var body = new List<PdfLine>(lines.Count);
        double size = PdfParagraphs.SizeOf(lines);
        bool runsOver = false;
        foreach (IGrouping<int, PdfLine> page in lines.GroupBy(line => line.Page))
        {
            List<PdfLine> text = [.. page];
            int foot = 1 + text.FindLastIndex(line => line.Size >= Smaller * size);
            List<PdfLine> below = foot > 0 ? text[foot..] : [];
            text.RemoveRange(text.Count - below.Count, below.Count);
            runsOver = TakePage(text, below, rules[page.Key], notes, runsOver);
            body.AddRange(text);
        }

        lines.Clear();
        lines.AddRange(body);
        return notes;
    }

    /// <param name="text">The lines of the body; gets back what is no note.</param>
    /// <param name="runsOver">The last note of the page before may go on here.</param>
    /// <returns>Whether the page ends with a note.</returns>
    private static bool TakePage(List<PdfLine> text, List<PdfLine> below, PdfRules rules, List<PdfFootnote> notes, bool runsOver)
    {
        bool hasRule = below.Count > 0 && rules.Horizontal.Exists(rule => rule.Length < LongestRule * rules.Width
            && rule.At < text[^1].Baseline && rule.At > below[0].Baseline);
        var found = new List<(StringBuilder Text, int After)>();
        StringBuilder? open = runsOver && hasRule ? new StringBuilder(notes[^1].Text) : null;
        StringBuilder? over = open;
        int last = text.Count - 1;
        foreach (PdfLine line in below)
        {
            Match mark = Mark().Match(line.Text);
            int call = mark.Success ? Uncall(text, last, mark.Groups["mark"].Value) : -1;
            if (call >= 0 || (hasRule && mark.Success && (line.Marks is [{ Start.Value: 0 }, ..] || !char.IsAsciiDigit(line.Text[0]))))
            {
                open = new StringBuilder(call >= 0 ? line.Text[mark.Length..] : line.Text);
                found.Add((open, call >= 0 ? call : last));
            }
            else if (open is not null)
            {
                PdfParagraphs.Append(open, line.Text);
            }
            else
            {
                text.Add(line);
            }
        }

        if (over is not null)
        {
            notes[^1] = notes[^1] with { Text = over.ToString() };
        }

        notes.AddRange(found.Select(note => new PdfFootnote(note.Text.ToString(), text[note.After])));
        return open is not null;
    }

    /// <summary>Takes the mark out of the first line that calls the note by it.</summary>
    /// <returns>Which line that is; -1 for none.</returns>
    private static int Uncall(List<PdfLine> text, int last, string mark)
    {
        for (int i = 0; i <= last; i++)
        {
            foreach (Range call in text[i].Marks)
            {
                if (text[i].Text.AsSpan()[call].Trim("[]［］〔〕【】()（） ").SequenceEqual(mark))
                {
                    text[i] = text[i].Without(call);
                    return i;
                }
            }
        }

        return -1;
    }

    [GeneratedRegex(@"^(?:[\[［〔【]?(?<mark>\d{1,3})(?!\d)[\]］〕】]?|(?<mark>[①-⑳*＊†‡※]+))\s*")]
    private static partial Regex Mark();
}
