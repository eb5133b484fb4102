namespace Gongxing.Text;

/// <summary>What has to go from a text, and what has to come, to make another of it.</summary>
/// <remarks>
/// Cut at characters for Chinese; a number or a Latin word is one piece. A character or two that happen to stand on both sides
/// of a change belong to it: 每月两次 → 每季一次 is one change, not three.
/// </remarks>
public static class TextDiff
{
    /// <summary>What stays between two changes is part of them when it is as short as this and no longer than either.</summary>
    private const int ShortestKept = 4;

    /// <summary>
    /// The pieces in order, none empty. All that is kept or removed makes up <paramref name="old"/>, all that is kept or added
    /// <paramref name="new"/>. Of a change, what goes stands before what comes.
    /// </summary>
    public static IReadOnlyList<DiffPiece> Compare(string old, string @new) =>
        Compare(old, @new, new DiffBudget((long)old.Length + @new.Length));

    internal static IReadOnlyList<DiffPiece> Compare(string old, string @new, DiffBudget budget)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        (int[] oldValues, int[] oldStarts) = Cut(old, words);
        (int[] newValues, int[] newStarts) = Cut(@new, words);
        List<Stretch> kept = Settle(SequenceMatch.Of(oldValues, newValues, budget), oldValues.Length, newValues.Length);

        var pieces = new List<DiffPiece>();
        int oldAt = 0;
        int newAt = 0;
        foreach (Stretch stretch in kept.Append(new Stretch(oldValues.Length, newValues.Length, 0)))
        {
            TextSpan gone = TextSpan.FromBounds(oldStarts[oldAt], oldStarts[stretch.Old]);
            TextSpan come = TextSpan.FromBounds(newStarts[newAt], newStarts[stretch.New]);
            Add(DiffKind.Removed, gone, new TextSpan(come.Start, 0));
            Add(DiffKind.Added, new TextSpan(gone.End, 0), come);
            (oldAt, newAt) = (stretch.Old + stretch.Length, stretch.New + stretch.Length);
            Add(
                DiffKind.Kept,
                TextSpan.FromBounds(oldStarts[stretch.Old], oldStarts[oldAt]),
                TextSpan.FromBounds(newStarts[stretch.New], newStarts[newAt]));
        }

        return pieces;

        void Add(DiffKind kind, TextSpan inOld, TextSpan inNew)
        {
            if (inOld.Length + inNew.Length > 0)
            {
                pieces.Add(new DiffPiece(kind, inOld, inNew));
            }
        }
    }

    /// <summary>Lets go of what is kept by chance between two changes.</summary>
    private static List<Stretch> Settle(IReadOnlyList<Stretch> matched, int oldLength, int newLength)
    {
        var kept = new List<Stretch>();
        for (int i = 0; i < matched.Count; i++)
        {
            Stretch stretch = matched[i];
            int before = Math.Max(
                stretch.Old - (kept.Count == 0 ? 0 : kept[^1].Old + kept[^1].Length),
                stretch.New - (kept.Count == 0 ? 0 : kept[^1].New + kept[^1].Length));
            Stretch next = i + 1 < matched.Count ? matched[i + 1] : new Stretch(oldLength, newLength, 0);
            int after = Math.Max(
                next.Old - stretch.Old - stretch.Length,
                next.New - stretch.New - stretch.Length);
            if (stretch.Length > ShortestKept || before < stretch.Length || after < stretch.Length)
            {
                kept.Add(stretch);
            }
        }

        return kept;
    }

    private static (int[] Values, int[] Starts) Cut(string text, Dictionary<string, int> words)
    {
        var values = new List<int>();
        var starts = new List<int>();
        for (int at = 0; at < text.Length;)
        {
            int end = EndOfWord(text, at);
            starts.Add(at);

            // Single characters stand for themselves; longer pieces get numbers beyond them.
            if (end == at + 1)
            {
                values.Add(text[at]);
            }
            else
            {
                string word = text[at..end];
                if (!words.TryGetValue(word, out int value))
                {
                    words[word] = value = char.MaxValue + 1 + words.Count;
                }

                values.Add(value);
            }

            at = end;
        }

        starts.Add(text.Length);
        return ([.. values], [.. starts]);
    }

    private static int EndOfWord(string text, int at)
    {
        if (char.IsSurrogatePair(text, at))
        {
            return at + 2;
        }

        int end = at + 1;
        if (char.IsAsciiLetterOrDigit(text[at]))
        {
            while (end < text.Length
                && (char.IsAsciiLetterOrDigit(text[end])
                    || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end - 1]) && char.IsAsciiDigit(text[end + 1]))))
            {
                end++;
            }
        }

        return end;
    }
}
