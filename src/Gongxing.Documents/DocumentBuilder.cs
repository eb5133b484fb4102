using System.Text;
using Gongxing.Core.Statements;
using Gongxing.Documents.Packages;
using Gongxing.Text;

namespace Gongxing.Documents;

/// <summary>Puts a document together paragraph by paragraph, and stops at the limit of length.</summary>
internal sealed class DocumentBuilder(DocumentFormat format, ReadLimits limits)
{
    public const string CutNotice = "文件太长，后面的部分没有读取。";

    private readonly StringBuilder text = new();
    private readonly List<Paragraph> paragraphs = [];
    private readonly List<string> margins = [];
    private readonly HashSet<string> seenMargins = new(StringComparer.Ordinal);
    private readonly List<string> notices = [];

    public bool IsEmpty => paragraphs.Count == 0;

    /// <summary>Nothing more is taken; a notice says so.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Adds each line of the text that is not blank as a paragraph, trimmed.</summary>
    public void Add(
        ReadOnlySpan<char> lines, ParagraphKind kind = ParagraphKind.Body, int headingLevel = 0, string numbering = "",
        TableCell? cell = null)
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
        Add(paragraph.Text, paragraph.Kind, paragraph.HeadingLevel, paragraph.Numbering, paragraph.Cell);

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

    public Document Build(string encoding = "") =>
        new(text.ToString(), paragraphs, format, encoding, margins, notices);
}
