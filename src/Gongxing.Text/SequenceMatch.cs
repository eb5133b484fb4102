namespace Gongxing.Text;

/// <summary>What two sequences have in common, in order: stretches that are equal.</summary>
/// <remarks>
/// The shortest edit script (Myers, 1986) as long as it has few edits; for more, the values that stand once in both are the
/// anchors (patience diff), and what lies between them is compared in turn.
/// </remarks>
internal sealed class SequenceMatch(int[] old, int[] @new, DiffBudget budget)
{
    private const int MostEdits = 600;

    private readonly List<Stretch> _found = [];
    private readonly Stack<(Range Old, Range New)> _open = new();

    /// <summary>In order, none empty, none touching another in both sequences.</summary>
    public static IReadOnlyList<Stretch> Of(int[] old, int[] @new, DiffBudget budget)
    {
        var match = new SequenceMatch(old, @new, budget);
        match._open.Push((..old.Length, ..@new.Length));
        while (match._open.TryPop(out var part))
        {
            match.Compare(part.Old.Start.Value, part.Old.End.Value, part.New.Start.Value, part.New.End.Value);
        }

        return match.Joined();
    }

    private void Compare(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        int same = 0;
        while (oldStart + same < oldEnd && newStart + same < newEnd && old[oldStart + same] == @new[newStart + same])
        {
            same++;
        }

        Add(oldStart, newStart, same);
        (oldStart, newStart) = (oldStart + same, newStart + same);
        same = 0;
        while (oldEnd - same > oldStart && newEnd - same > newStart && old[oldEnd - same - 1] == @new[newEnd - same - 1])
        {
            same++;
        }

        (oldEnd, newEnd) = (oldEnd - same, newEnd - same);
        Add(oldEnd, newEnd, same);
        if (oldStart < oldEnd && newStart < newEnd && budget.Take(oldEnd - oldStart + newEnd - newStart)
            && !FewEdits(oldStart, oldEnd, newStart, newEnd))
        {
            Anchor(oldStart, oldEnd, newStart, newEnd);
        }
    }

    /// <returns>False when it would take too many edits.</returns>
    private bool FewEdits(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        int rows = oldEnd - oldStart;
        int columns = newEnd - newStart;
        int most = Math.Min(rows + columns, MostEdits);

        // How far each diagonal reaches in the old sequence with so many edits; -1 where it cannot be reached.
        int[] reach = new int[(2 * most) + 5];
        Array.Fill(reach, -1);
        int middle = most + 2;
        var steps = new List<int[]>();
        for (int edits = 0; edits <= most; edits++)
        {
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                int at = edits == 0 ? 0 : Begin(reach, middle, diagonal, rows, columns);
                int far = at;
                while (at >= 0 && far < rows && far - diagonal < columns
                    && old[oldStart + far] == @new[newStart + far - diagonal])
                {
                    far++;
                }

                reach[middle + diagonal] = far;
                if (!budget.Take(1 + far - at))
                {
                    return false;
                }

                if (far == rows && far - diagonal == columns)
                {
                    steps.Add((int[])reach.Clone());
                    Trace(steps, middle, rows, columns, oldStart, newStart);
                    return true;
                }
            }

            steps.Add(reach[(middle - edits - 2)..(middle + edits + 3)]);
        }

        return false;
    }

    // The start of a diagonal with one edit more: to the right from the one below, or down from the one above.
    private static int Begin(ReadOnlySpan<int> reach, int middle, int diagonal, int rows, int columns)
    {
        int below = reach[middle + diagonal - 1];
        int above = reach[middle + diagonal + 1];
        int right = below >= 0 && below < rows ? below + 1 : -1;
        int down = above >= 0 && above - diagonal <= columns ? above : -1;
        return Math.Max(right, down);
    }

    private void Trace(List<int[]> steps, int middle, int rows, int columns, int oldStart, int newStart)
    {
        int diagonal = rows - columns;
        int far = steps[^1][middle + diagonal];
        for (int edits = steps.Count - 1; edits > 0; edits--)
        {
            // Each step was kept from two diagonals outside its own on.
            int[] before = steps[edits - 1];
            int own = edits + 1;
            int start = Begin(before, own, diagonal, rows, columns);
            Add(oldStart + start, newStart + start - diagonal, far - start);
            int below = before[own + diagonal - 1];
            diagonal += below >= 0 && below < rows && below + 1 == start ? -1 : 1;
            far = before[own + diagonal];
        }

        Add(oldStart, newStart, far);
    }

    /// <summary>Cuts at the values that stand once in both parts and in the same order, as many as possible.</summary>
    private void Anchor(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        var places = new Dictionary<int, (int Old, int OldCount, int New, int NewCount)>();
        for (int i = oldStart; i < oldEnd; i++)
        {
            var known = places.GetValueOrDefault(old[i]);
            places[old[i]] = known with { Old = i, OldCount = known.OldCount + 1 };
        }

        for (int i = newStart; i < newEnd; i++)
        {
            if (places.TryGetValue(@new[i], out var known))
            {
                places[@new[i]] = known with { New = i, NewCount = known.NewCount + 1 };
            }
        }

        (int Old, int New)[] once =
        [
            .. places.Values.Where(place => place is { OldCount: 1, NewCount: 1 })
                .Select(place => (place.Old, place.New))
                .OrderBy(place => place.Old),
        ];
        int oldFrom = oldStart;
        int newFrom = newStart;
        IReadOnlyList<(int Old, int New)> anchors = LongestRising(once);
        if (anchors.Count == 0)
        {
            return;
        }

        foreach ((int oldAt, int newAt) in anchors)
        {
            _open.Push((oldFrom..oldAt, newFrom..newAt));
            Add(oldAt, newAt, 1);
            (oldFrom, newFrom) = (oldAt + 1, newAt + 1);
        }

        _open.Push((oldFrom..oldEnd, newFrom..newEnd));
    }

    /// <summary>The longest run of places that rise in both sequences; they come ordered by the old one.</summary>
    private static IReadOnlyList<(int Old, int New)> LongestRising((int Old, int New)[] places)
    {
        var ends = new List<int>();
        int[] before = new int[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            int low = 0, high = ends.Count;
            while (low < high)
            {
                int half = (low + high) / 2;
                (low, high) = places[ends[half]].New < places[i].New ? (half + 1, high) : (low, half);
            }

            before[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[low] = i;
            }
        }

        var run = new List<(int Old, int New)>();
        for (int i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = before[i])
        {
            run.Add(places[i]);
        }

        run.Reverse();
        return run;
    }

    private void Add(int oldAt, int newAt, int length)
    {
        if (length > 0)
        {
            _found.Add(new Stretch(oldAt, newAt, length));
        }
    }

    private List<Stretch> Joined()
    {
        var joined = new List<Stretch>();
        foreach (Stretch next in _found.OrderBy(one => one.Old))
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Old + last.Length == next.Old && last.New + last.Length == next.New)
            {
                joined[^1] = last with { Length = last.Length + next.Length };
            }
            else
            {
                joined.Add(next);
            }
        }

        return joined;
    }
}

/// <summary>So many values from these two places on are equal.</summary>
internal readonly record struct Stretch(int Old, int New, int Length);
