namespace Gongxing.Text.Similarity;

/// <summary>Takes from the ends of a passage what whoever asked for it knows to be none of it.</summary>
public static class PassageCut
{
    /// <summary>What of a passage lies within a stretch of one of its texts or of the other; null for nothing.</summary>
    /// <param name="a">The text that <see cref="Passage.A"/> counts in.</param>
    public static Passage? WithinEither(this Passage passage, string a, TextSpan inA, string b, TextSpan inB)
    {
        MatchedBlock[] left =
        [
            .. from block in passage.Blocks
               let some = WithinEither(block, a, inA, b, inB)
               where !some.A.IsEmpty
               select some,
        ];
        if (left.Length == 0)
        {
            return null;
        }

        int equal = left.Sum(block => Units(a, block.A));
        double share = (double)equal / passage.EqualCharacters;
        return passage with
        {
            A = left.Select(block => block.A).Aggregate(TextSpan.Cover),
            B = left.Select(block => block.B).Aggregate(TextSpan.Cover),
            Blocks = left,
            EqualCharacters = equal,
            RareCharacters = Math.Min(passage.RareCharacters, equal),
            EvidenceBits = passage.EvidenceBits * share,
        };
    }

    private static MatchedBlock WithinEither(MatchedBlock block, string a, TextSpan inA, string b, TextSpan inB)
    {
        if (inA.Contains(block.A) || inB.Contains(block.B))
        {
            return block;
        }

        // Unit by unit: punctuation and the digits of a number may differ between the two.
        List<TextSpan> unitsA = UnitsOf(a, block.A);
        List<TextSpan> unitsB = UnitsOf(b, block.B);
        int from = 0;
        int to = Math.Min(unitsA.Count, unitsB.Count);
        while (from < to && !inA.Contains(unitsA[from]) && !inB.Contains(unitsB[from]))
        {
            from++;
        }

        while (to > from && !inA.Contains(unitsA[to - 1]) && !inB.Contains(unitsB[to - 1]))
        {
            to--;
        }

        return from == to ? default : new MatchedBlock(
            TextSpan.Cover(unitsA[from], unitsA[to - 1]), TextSpan.Cover(unitsB[from], unitsB[to - 1]));
    }

    private static int Units(string text, TextSpan span) => ComparisonForm.Write(span.In(text), new ushort[span.Length + 1]);

    private static List<TextSpan> UnitsOf(string text, TextSpan span)
    {
        string part = span.In(text).ToString();
        ushort[] form = new ushort[part.Length + 1];
        int[] starts = new int[form.Length];
        int length = ComparisonForm.Write(part, form, starts);
        var located = new LocatedText(part, form.AsSpan(0, length), starts.AsSpan(0, length));
        var units = new List<TextSpan>(length);
        for (int i = 0; i < length; i++)
        {
            units.Add(located.Span(i).Shift(span.Start));
        }

        return units;
    }
}
