using System.Buffers;

namespace Gongxing.Text.Similarity;

/// <summary>Cuts from the ends of a passage what is none of its text: numbers of items, and headings of what stands around it.</summary>
/// <remarks>Numbers are one unit and headings are everybody's, so what is equal often goes on into them by chance.</remarks>
internal static class PassageEnds
{
    // A cut in one text may uncover a number in the other; a few in turn are all there is.
    private const int MostRounds = 4;

    // Fewer letters of the next item are equal by chance.
    private const int FewLetters = 4;

    private const int LongestTitle = 24;

    private static readonly SearchValues<char> s_ends = SearchValues.Create("。！？；;：:\n");

    /// <summary>Shortens blocks, and removes those that are cut off whole; never all of them.</summary>
    /// <param name="shortest">Headings stay where fewer units would be left without them.</param>
    /// <returns>How many blocks are left, which come first and are in order.</returns>
    public static int Cut(Span<Block> blocks, in LocatedText a, in LocatedText b, int shortest)
    {
        Span<Block> cut = blocks.ToArray();
        int left = Cut(cut, a, b, withHeadings: false, out int units);
        if (left == 0)
        {
            return blocks.Length;
        }

        cut[..left].CopyTo(blocks);
        int without = Cut(cut[..left], a, b, withHeadings: true, out units);
        if (without == 0 || units < shortest)
        {
            return left;
        }

        cut[..without].CopyTo(blocks);
        return without;
    }

    private static int Cut(Span<Block> blocks, in LocatedText a, in LocatedText b, bool withHeadings, out int units)
    {
        for (int round = 0; ; round++)
        {
            (int startA, int endA, int startB, int endB) = Bounds(blocks);
            units = Math.Min(endA - startA, endB - startB);
            TextSpan wholeA = a.Span(startA, endA);
            TextSpan wholeB = b.Span(startB, endB);
            TextSpan inA = Of(a.Text, wholeA, withHeadings);
            TextSpan inB = Of(b.Text, wholeB, withHeadings);
            if (round == MostRounds || (inA == wholeA && inB == wholeB))
            {
                return blocks.Length;
            }

            int left = 0;
            foreach (Block block in blocks)
            {
                if (Within(block, a, inA, b, inB) is { Length: > 0 } some)
                {
                    blocks[left++] = some;
                }
            }

            if (left == 0)
            {
                units = 0;
                return 0;
            }

            blocks = blocks[..left];
        }
    }

    private static (int StartA, int EndA, int StartB, int EndB) Bounds(ReadOnlySpan<Block> blocks)
    {
        (int startA, int endA, int startB, int endB) = (int.MaxValue, 0, int.MaxValue, 0);
        foreach (ref readonly Block block in blocks)
        {
            (startA, endA) = (Math.Min(startA, block.A), Math.Max(endA, block.EndA));
            (startB, endB) = (Math.Min(startB, block.B), Math.Max(endB, block.EndB));
        }

        return (startA, endA, startB, endB);
    }

    private static Block Within(Block block, in LocatedText a, TextSpan inA, in LocatedText b, TextSpan inB)
    {
        int from = 0;
        int to = block.Length;
        while (from < to && (a.Span(block.A + from).Start < inA.Start || b.Span(block.B + from).Start < inB.Start))
        {
            from++;
        }

        while (to > from && (a.Span(block.A + to - 1).End > inA.End || b.Span(block.B + to - 1).End > inB.End))
        {
            to--;
        }

        return block with
        {
            A = block.A + from,
            B = block.B + from,
            Length = to - from,
            Rare = Math.Min(block.Rare, to - from),
            Own = Math.Min(block.Own, to - from),
            Evidence = block.Evidence * (to - from) / block.Length,
        };
    }

    /// <summary>A stretch of a text without them; the stretch itself when nothing else would be left.</summary>
    private static TextSpan Of(string text, TextSpan whole, bool withHeadings)
    {
        int start = whole.Start;
        int end = whole.End;
        while (start < end && NextStart(text, start, end, withHeadings) is var next && next != start)
        {
            start = next;
        }

        while (start < end && NextEnd(text, start, end, withHeadings) is var next && next != end)
        {
            end = next;
        }

        return start < end ? TextSpan.FromBounds(start, end) : whole;
    }

    private static int NextStart(string text, int start, int end, bool withHeadings)
    {
        int mark = start > 0 && text[start - 1] is '（' or '(' or '〔' or '[' ? start - 1 : start;
        if ((mark < start || BeginsClause(text, mark)) && ItemMarks.LengthAt(text, mark) is > 0 and var length && mark + length > start)
        {
            return FirstLetter(text, mark + length, end);
        }

        TextSpan line = HeadingLines.LineAt(text, start);
        if (withHeadings && AfterTitle(text, start, Math.Min(end, line.End)) is > 0 and var after)
        {
            return FirstLetter(text, after, end);
        }

        return line.End < end
            && (Letters(text, start, line.End) < FewLetters || (withHeadings && HeadingLines.IsHeading(text, line)))
            ? FirstLetter(text, line.End, end)
            : start;
    }

    // 担当作为方面。一是……: what the first item of a list follows in its line is the title of the list.
    private static int AfterTitle(string text, int start, int end)
    {
        int stop = text.AsSpan(start, Math.Min(LongestTitle, end - start)).IndexOfAny('。', '：', ':');
        int next = start + stop + 1;
        return stop > 0 && next < end && ItemMarks.LengthAt(text, next) > 0
            && text.AsSpan(next).TrimStart("（(第") is ['一' or '1' or '１' or '①', not ('一' or '二' or '三' or '十'), ..]
            ? next
            : 0;
    }

    private static int NextEnd(string text, int start, int end, bool withHeadings)
    {
        TextSpan line = HeadingLines.LineAt(text, end - 1);
        if (withHeadings && line.Start > start && HeadingLines.IsHeading(text, line))
        {
            return AfterLetter(text, start, line.Start);
        }

        int last = text.AsSpan(start, end - start).LastIndexOfAny(s_ends);
        if (last <= 0)
        {
            return end;
        }

        int from = start + last + 1;
        while (from < end && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        int marked = from + ItemMarks.LengthAt(text, from);
        bool goesOn = end < text.Length && char.IsLetterOrDigit(text[end]);
        bool isChance = marked > from
            ? marked >= end || (goesOn && Letters(text, marked, end) < FewLetters)
            : goesOn && text[start + last] == '\n' && Letters(text, from, end) < FewLetters;
        return isChance ? AfterLetter(text, start, from) : end;
    }

    private static bool BeginsClause(string text, int at) =>
        at == 0 || char.IsWhiteSpace(text[at - 1]) || char.IsPunctuation(text[at - 1]);

    private static int FirstLetter(string text, int from, int end)
    {
        while (from < end && !char.IsLetterOrDigit(text[from]))
        {
            from++;
        }

        return from;
    }

    private static int AfterLetter(string text, int start, int end)
    {
        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static int Letters(string text, int start, int end)
    {
        int letters = 0;
        foreach (char c in text.AsSpan(start, Math.Max(0, end - start)))
        {
            letters += char.IsLetterOrDigit(c) ? 1 : 0;
        }

        return letters;
    }
}
