using System.Runtime.InteropServices;
using System.Text;
using Gongxing.Core.Statements;
using Gongxing.Documents.Packages;
using Gongxing.Text;

namespace Gongxing.Documents;

/// <summary>Puts a document together paragraph by paragraph, and stops at the limit of length.</summary>
/// <param name="traced">Also keeps of each unit of the text where it was written.</param>
internal sealed class DocumentBuilder(DocumentFormat format, ReadLimits limits, bool traced = false)
{
    public const string CutNotice = "文件太长，后面的部分没有读取。";

    private readonly StringBuilder text = new();
    private readonly List<Paragraph> paragraphs = [];
    private readonly List<string> margins = [];
    private readonly HashSet<string> seenMargins = new(StringComparer.Ordinal);
    private readonly List<string> notices = [];
    private readonly List<SourcePlace> places = [];

    public bool IsEmpty => paragraphs.Count == 0;

    /// <summary>Parallel to the text; empty if not traced.</summary>
    public IReadOnlyList<SourcePlace> Places => places;

    /// <summary>Nothing more is taken; a notice says so.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Adds each line of the text that is not blank as a paragraph, trimmed.</summary>
    public void Add(
        ReadOnlySpan<char> lines, ParagraphKind kind = ParagraphKind.Body, int headingLevel = 0, string numbering = "",
        TableCell? cell = null, SourcePlace[]? from = null)
    {
        foreach (ReadOnlySpan<char> line in lines.EnumerateLines())
        {
            ReadOnlySpan<char> trimmed = line.Trim();
            if (trimmed.IsEmpty || IsFull)
            {
                continue;
            }

            if (text.Length + numbering.Length + trimmed.Length + 1 > limits.TextLength)
            {
                IsFull = true;
                Notice(CutNotice);
                return;
            }

            int start = text.Length;
            text.Append(numbering).Append(trimmed).Append('\n');
            Trace(lines, trimmed, from);
            paragraphs.Add(new Paragraph(TextSpan.FromBounds(start, text.Length - 1), kind)
            {
                HeadingLevel = headingLevel,
                NumberingLength = numbering.Length,
                Cell = cell,
            });

            // What follows a soft line break in a list item is no item of its own.
            (numbering, kind) = ("", kind == ParagraphKind.ListItem ? ParagraphKind.Body : kind);
        }
    }

    public void Add(SpelledParagraph paragraph) =>
        Add(paragraph.Text, paragraph.Kind, paragraph.HeadingLevel, paragraph.Numbering, paragraph.Cell, paragraph.Places);

    /// <summary>Adds each line of a header or footer.</summary>
    public void Margin(SpelledParagraph paragraph)
    {
        foreach (string line in (paragraph.Numbering + paragraph.Text).Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.Length > 0)
            {
                Margin(line);
            }
        }
    }

    public void Margin(string line)
    {
        if (margins.Count < limits.Parts && seenMargins.Add(line))
        {
            margins.Add(line);
        }
    }

    public void Notice(string sentence)
    {
        if (!notices.Contains(sentence))
        {
            notices.Add(sentence);
        }
    }

    private void Trace(ReadOnlySpan<char> lines, ReadOnlySpan<char> kept, SourcePlace[]? from)
    {
        if (traced && from is not null && lines.Overlaps(kept, out int start))
        {
            // What numbering made comes before, the end of the line after.
            int before = places.Count;
            CollectionsMarshal.SetCount(places, text.Length);
            Span<SourcePlace> added = CollectionsMarshal.AsSpan(places)[before..];
            added.Fill(SourcePlace.None);
            from.AsSpan(start, kept.Length).CopyTo(added[^(kept.Length + 1)..]);
        }
    }

    public Document Build(string encoding = "") =>
        new(text.ToString(), paragraphs, format, encoding, margins, notices);
}
