using Gongxing.Core.Statements;

namespace Gongxing.Web.Features.Materials;

/// <summary>A very long text cut into parts, each a page of its own; a part ends with a paragraph.</summary>
public sealed class TextParts
{
    /// <summary>UTF-16 units after which a part ends with the paragraph.</summary>
    private const int PartLength = 60_000;

    private readonly Document _document;
    private readonly IReadOnlyList<Paragraph> _paragraphs;
    private readonly IReadOnlyList<Range> _parts;

    public TextParts(Document document)
    {
        _document = document;
        _paragraphs = document.Paragraphs;
        _parts = [.. Cut(document.Paragraphs)];
    }

    public int Count => _parts.Count;

    /// <summary>The paragraphs of a part, from 1; a number that does not exist stands for the first.</summary>
    public (int Start, int End) this[int number]
    {
        get
        {
            Range part = _parts.Count == 0 ? default : _parts[number >= 1 && number <= _parts.Count ? number - 1 : 0];
            return (part.Start.Value, part.End.Value);
        }
    }

    /// <summary>From 1: the part in which a position stands.</summary>
    public int Of(int position)
    {
        int part = 1;
        while (part < _parts.Count && _paragraphs[_parts[part].Start].Span.Start <= position)
        {
            part++;
        }

        return part;
    }

    /// <summary>What follows the address of the material to lead to a position of its text.</summary>
    public string Address(int position) =>
        $"{(Count > 1 ? $"?part={Of(position)}" : "")}#p{_document.ParagraphAt(position)}";

    /// <summary>The lines of one table together, every other one alone.</summary>
    public static IEnumerable<IReadOnlyList<T>> Blocks<T>(IEnumerable<T> lines, Func<T, TableCell?> cellOf)
    {
        var table = new List<T>();
        foreach (T line in lines)
        {
            if (table.Count > 0 && cellOf(line)?.Table != cellOf(table[0])!.Table)
            {
                yield return [.. table];
                table.Clear();
            }

            if (cellOf(line) is not null)
            {
                table.Add(line);
            }
            else
            {
                yield return [line];
            }
        }

        if (table.Count > 0)
        {
            yield return table;
        }
    }

    private static IEnumerable<Range> Cut(IReadOnlyList<Paragraph> paragraphs)
    {
        int start = 0;
        for (int i = 0; i < paragraphs.Count; i++)
        {
            if (i + 1 == paragraphs.Count || paragraphs[i].Span.End - paragraphs[start].Span.Start > PartLength)
            {
                yield return start..(i + 1);
                start = i + 1;
            }
        }
    }
}
