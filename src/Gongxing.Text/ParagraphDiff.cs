namespace Gongxing.Text;

/// <summary>Puts the paragraphs of two texts side by side: equal ones, those that were changed, and those only one of them has.</summary>
public static class ParagraphDiff
{
    /// <summary>Pairs of characters that two paragraphs have in common, below which one is not the other rewritten.</summary>
    private const double Alike = 0.3;

    /// <summary>Characters at the beginning that tell two paragraphs for the same one, whatever was written after them.</summary>
    private const int SameBeginning = 8;

    /// <summary>
    /// The rows in order: every paragraph of either text stands in one. Of neighbours, what was removed stands before what was
    /// added. The work is linear in the length of the texts; beyond its bounds a change is coarser, never wrong.
    /// </summary>
    public static IReadOnlyList<ParagraphRow> Compare(IReadOnlyList<string> old, IReadOnlyList<string> @new)
    {
        var budget = new DiffBudget(old.Sum(one => (long)one.Length + 1) + @new.Sum(one => (long)one.Length + 1));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<ParagraphRow>();
        int oldAt = 0;
        int newAt = 0;
        IReadOnlyList<Stretch> equal = SequenceMatch.Of(Number(old, numbers), Number(@new, numbers), budget);
        foreach (Stretch stretch in equal.Append(new Stretch(old.Count, @new.Count, 0)))
        {
            AddChanged(rows, old, oldAt..stretch.Old, @new, newAt..stretch.New, budget);
            for (int i = 0; i < stretch.Length; i++)
            {
                var whole = new TextSpan(0, old[stretch.Old + i].Length);
                rows.Add(new ParagraphRow(
                    stretch.Old + i, stretch.New + i, whole.IsEmpty ? [] : [new DiffPiece(DiffKind.Kept, whole, whole)]));
            }

            (oldAt, newAt) = (stretch.Old + stretch.Length, stretch.New + stretch.Length);
        }

        return rows;
    }

    private static int[] Number(IReadOnlyList<string> paragraphs, Dictionary<string, int> numbers)
    {
        int[] values = new int[paragraphs.Count];
        for (int i = 0; i < values.Length; i++)
        {
            if (!numbers.TryGetValue(paragraphs[i], out values[i]))
            {
                numbers[paragraphs[i]] = values[i] = numbers.Count;
            }
        }

        return values;
    }

    private static void AddChanged(
        List<ParagraphRow> rows, IReadOnlyList<string> old, Range oldPart, IReadOnlyList<string> @new, Range newPart, DiffBudget budget)
    {
        (int oldStart, int oldCount) = oldPart.GetOffsetAndLength(old.Count);
        (int newStart, int newCount) = newPart.GetOffsetAndLength(@new.Count);
        int oldAt = oldStart;
        int newAt = newStart;
        foreach ((int Old, int New) pair in Pair(old, oldStart, oldCount, @new, newStart, newCount, budget))
        {
            AddAlone(pair.Old, pair.New);
            rows.Add(new ParagraphRow(pair.Old, pair.New, TextDiff.Compare(old[pair.Old], @new[pair.New], budget)));
            (oldAt, newAt) = (pair.Old + 1, pair.New + 1);
        }

        AddAlone(oldStart + oldCount, newStart + newCount);

        void AddAlone(int oldTo, int newTo)
        {
            for (; oldAt < oldTo; oldAt++)
            {
                rows.Add(new ParagraphRow(oldAt, null, Whole(DiffKind.Removed, old[oldAt])));
            }

            for (; newAt < newTo; newAt++)
            {
                rows.Add(new ParagraphRow(null, newAt, Whole(DiffKind.Added, @new[newAt])));
            }
        }
    }

    private static IReadOnlyList<DiffPiece> Whole(DiffKind kind, string paragraph) =>
        paragraph.Length == 0 ? []
        : kind == DiffKind.Removed ? [new DiffPiece(kind, new TextSpan(0, paragraph.Length), default)]
        : [new DiffPiece(kind, default, new TextSpan(0, paragraph.Length))];

    /// <summary>Which paragraphs of a changed stretch are the same one rewritten: the pairs, in order, that are most alike in sum.</summary>
    private static List<(int Old, int New)> Pair(
        IReadOnlyList<string> old, int oldStart, int oldCount, IReadOnlyList<string> @new, int newStart, int newCount, DiffBudget budget)
    {
        long oldLength = Enumerable.Range(oldStart, oldCount).Sum(i => (long)old[i].Length);
        long newLength = Enumerable.Range(newStart, newCount).Sum(i => (long)@new[i].Length);
        if (oldCount == 0 || newCount == 0 || !budget.Take((((oldLength + oldCount) * newCount) + ((newLength + newCount) * oldCount)) * 4))
        {
            return [];
        }

        double[,] best = new double[oldCount + 1, newCount + 1];
        double[,] alike = new double[oldCount, newCount];
        for (int i = oldCount - 1; i >= 0; i--)
        {
            for (int j = newCount - 1; j >= 0; j--)
            {
                string before = old[oldStart + i];
                string after = @new[newStart + j];
                double dice = Bigrams.Dice(before, after);
                alike[i, j] = dice >= Alike ? dice
                    : before.AsSpan().CommonPrefixLength(after) >= SameBeginning ? Alike
                    : -1;
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), alike[i, j] + best[i + 1, j + 1]);
            }
        }

        var pairs = new List<(int, int)>();
        for (int i = 0, j = 0; i < oldCount && j < newCount;)
        {
            if (alike[i, j] > 0 && best[i, j] <= alike[i, j] + best[i + 1, j + 1])
            {
                pairs.Add((oldStart + i++, newStart + j++));
            }
            else if (best[i + 1, j] >= best[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }
}

/// <summary>A paragraph of the old text beside what became of it in the new one.</summary>
/// <param name="Old">Index of the paragraph; null for one that was added.</param>
/// <param name="New">Index of the paragraph; null for one that was removed.</param>
/// <param name="Pieces">Spans are into the two paragraphs.</param>
public sealed record ParagraphRow(int? Old, int? New, IReadOnlyList<DiffPiece> Pieces)
{
    public bool IsChanged => Pieces.Any(piece => piece.Kind != DiffKind.Kept) || Old is null || New is null;
}
