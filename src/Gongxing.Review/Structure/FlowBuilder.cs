using System.Text;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>
/// Makes a <see cref="Flow"/>: folds each paragraph, puts footnotes and page furniture aside and joins lines that were
/// wrapped.
/// </summary>
internal sealed class FlowBuilder
{
    private const int DeepestHeading = 6;
    private const int LongestBold = 80;

    private readonly Document _document;
    private readonly StringBuilder _text = new();
    private readonly List<int> _map = [];
    private readonly List<FlowLine> _lines = [];

    private FlowBuilder(Document document) => _document = document;

    public static Flow Build(Document document, List<Unplaced> unplaced)
    {
        var builder = new FlowBuilder(document with { Text = PointStops.Spell(document.Text) });
        List<RawLine> raw = Furniture.Remove(
            OneParagraph.Split(Dialogue.Strip(FlatTable.CellsOnLines(builder.Fold(unplaced)))), unplaced);
        builder.Join(raw);
        return new Flow(document.Text, builder._text.ToString(), [.. builder._map, document.Text.Length],
            builder._lines);
    }

    private List<RawLine> Fold(List<Unplaced> unplaced)
    {
        var lines = new List<RawLine>(_document.Paragraphs.Count);
        int last = 0;
        foreach (Paragraph paragraph in _document.Paragraphs)
        {
            int start = Math.Clamp(paragraph.Span.Start, last, _document.Text.Length);
            int end = Math.Clamp(paragraph.Span.End, start, _document.Text.Length);
            last = end;
            if (paragraph.Kind == ParagraphKind.Footnote)
            {
                unplaced.Add(new Unplaced(TextSpan.FromBounds(start, end), UnplacedReason.Footnote));
                continue;
            }

            if (FlatTable.AddTabbed(lines, _document.Text, paragraph, start, end))
            {
                continue;
            }

            NormalizedText folded = NormalizedText.Of(_document.Text, TextSpan.FromBounds(start, end));
            AddLines(lines, paragraph, folded);
        }

        return lines;
    }

    private static void AddLines(List<RawLine> lines, Paragraph paragraph, NormalizedText folded)
    {
        string text = folded.Text;
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                var line = new RawLine(paragraph, folded, start, end);
                if (paragraph.Cell is null && line.Text.Count('|') >= 2 && !FlatTable.HoldsLabels(line.Text))
                {
                    FlatTable.AddCells(lines, line);
                }
                else
                {
                    line = WithoutMarkdown(line);
                    lines.AddRange(LostBreaks.Split(folded, line.Start, end)
                        .Select(part => line with { Start = part.Start, End = part.End }));
                }
            }

            start = end + 1;
        }
    }

    // ## 存在的问题 and > 时间：… pasted out of a Markdown file. #1机组 has no blank.
    private static RawLine WithoutMarkdown(RawLine line)
    {
        ReadOnlySpan<char> text = line.Text;
        int signs = text.IndexOfAnyExcept(text[0] == '#' ? '#' : '>');
        bool marked = text[0] is '#' or '>' && signs is > 0 and <= DeepestHeading
            && (text[0] == '>' || text[signs] == ' '
                || line.Folded.ToRaw(line.Start + signs) > line.Folded.ToRaw(line.Start + signs - 1) + 1);
        if (!marked)
        {
            return line;
        }

        int start = line.Start + signs + text[signs..].IndexOfAnyExcept(' ');
        return line with { Start = start, HeadingLevel = text[0] == '#' ? signs : 0 };
    }

    private void Join(List<RawLine> lines)
    {
        int wrap = LineWrap.WidthOf(lines);
        for (int i = 0; i < lines.Count; i++)
        {
            int start = _text.Length;
            Append(lines[i]);
            RawLine first = lines[i];
            while (i + 1 < lines.Count && LineWrap.RunsOn(first, lines[i], lines[i + 1], wrap))
            {
                Append(lines[++i]);
            }

            _lines.Add(new FlowLine(start, _text.Length, first.HeadingLevel, first.Cell));
            _text.Append('\n');
            _map.Add(_map[^1]);
        }
    }

    private void Append(RawLine line)
    {
        (int open, int close) = BoldOf(line.Text);
        for (int i = 0; i < line.Text.Length; i++)
        {
            if (open >= 0 && (i - open is 0 or 1 || i - close is 0 or 1))
            {
                continue;
            }

            _text.Append(line.Text[i]);
            _map.Add(line.Folded.ToRaw(line.Start + i));
        }
    }

    // 1. **学习不深入。** 全年只学了两次 and **根因**：…, pasted out of a Markdown file. In 按照**县委通知 and **镇**村 the signs
    // stand for a name.
    private static (int Open, int Close) BoldOf(ReadOnlySpan<char> line)
    {
        int open = line.IndexOf("**");
        int length = open < 0 ? -1 : line[(open + 2)..].IndexOf("**");
        if (length is < 2 or > LongestBold)
        {
            return (-1, -1);
        }

        foreach (char before in line[..open])
        {
            if (char.IsLetter(before) && !ChineseNumeral.IsPart(before))
            {
                return (-1, -1);
            }
        }

        ReadOnlySpan<char> bold = line.Slice(open + 2, length);
        ReadOnlySpan<char> rest = line[(open + 2 + length + 2)..];
        bool closed = rest.IsEmpty || "。:.?!;".Contains(bold[^1]) || "。:;,!?(— ".Contains(rest[0]);
        return closed && !bold.StartsWith("*") && bold.IndexOf('|') < 0 ? (open, open + 2 + length) : (-1, -1);
    }
}

/// <summary>One line of the file, folded.</summary>
internal sealed record RawLine(Paragraph Paragraph, NormalizedText Folded, int Start, int End)
{
    public TableCell? Cell { get; init; } = Paragraph.Cell;

    public int HeadingLevel { get; init; } = Paragraph.HeadingLevel;

    public ReadOnlySpan<char> Text => Folded.Text.AsSpan(Start, End - Start);

    public TextSpan Span => Folded.ToRaw(TextSpan.FromBounds(Start, End));
}
