using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>Says what was found in places of the texts as written.</summary>
internal static class PassageWriter
{
    // A shorter block may stand anywhere by chance.
    private const int ShortestMoved = 6;
    private const ushort FirstIdeograph = 0x3400;

    /// <summary>What the finder has found in two texts.</summary>
    public static SimilarPair Pair(int numberOfA, in LocatedText a, int numberOfB, in LocatedText b, PassageFinder finder)
    {
        var passages = new Passage[finder.Found.Length];
        Block[] blocks = finder.Blocks.ToArray();
        for (int i = 0; i < passages.Length; i++)
        {
            FoundPassage found = finder.Found[i];
            Span<Block> all = blocks.AsSpan(found.FirstBlock, found.BlockCount);
            int left = PassageEnds.Cut(all, a, b, finder.ShortestPassage);
            passages[i] = Write(all[..left], a, b);
            all[left..].Clear();
        }

        Array.Sort(passages, MostTellingFirst);
        (int inA, int inB) = Equal(blocks);
        return new SimilarPair(
            numberOfA,
            numberOfB,
            (double)inA / a.Form.Length,
            (double)inB / b.Form.Length,
            (double)(inA + inB) / (a.Form.Length + b.Form.Length),
            passages);
    }

    /// <summary>How many units of the two forms are equal, each counted once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int InA, int InB) Equal(Span<Block> blocks)
    {
        // Passages of different windows may share units.
        blocks.SortBy<ByA>();
        int inA = 0;
        int end = 0;
        foreach (ref readonly Block block in blocks)
        {
            inA += Math.Max(0, block.EndA - Math.Max(end, block.A));
            end = Math.Max(end, block.EndA);
        }

        blocks.SortBy<ByB>();
        int inB = 0;
        end = 0;
        foreach (ref readonly Block block in blocks)
        {
            inB += Math.Max(0, block.EndB - Math.Max(end, block.B));
            end = Math.Max(end, block.EndB);
        }

        return (inA, inB);
    }

    private static int MostTellingFirst(Passage one, Passage other)
    {
        int byEvidence = other.EvidenceBits.CompareTo(one.EvidenceBits);
        int byA = byEvidence != 0 ? byEvidence : one.A.Start.CompareTo(other.A.Start);
        return byA != 0 ? byA : one.B.Start.CompareTo(other.B.Start);
    }

    private static Passage Write(ReadOnlySpan<Block> blocks, in LocatedText a, in LocatedText b)
    {
        var matched = new MatchedBlock[blocks.Length];
        var traits = PassageTraits.None;
        (int reached, int startB, int endB) = (0, int.MaxValue, 0);
        (int equal, int rare, float evidence) = (0, 0, 0);
        for (int i = 0; i < blocks.Length; i++)
        {
            Block block = blocks[i];
            matched[i] = new MatchedBlock(a.Span(block.A, block.EndA), b.Span(block.B, block.EndB));
            traits |= TraitsOf(block, a, b);
            (startB, endB) = (Math.Min(startB, block.B), Math.Max(endB, block.EndB));
            (equal, rare, evidence) = (equal + block.Length, rare + block.Rare, evidence + block.Evidence);
            if (block.Length >= ShortestMoved)
            {
                traits |= block.B < reached ? PassageTraits.Reordered : 0;
                reached = Math.Max(reached, block.B);
            }
        }

        return new Passage
        {
            A = a.Span(blocks[0].A, blocks[^1].EndA),
            B = b.Span(startB, endB),
            Blocks = matched,
            Kind = blocks.Length == 1 && !traits.HasFlag(PassageTraits.Renumbered) ? PassageKind.Verbatim : PassageKind.Edited,
            Traits = traits,
            EvidenceBits = evidence,
            RareCharacters = rare,
            EqualCharacters = equal,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static PassageTraits TraitsOf(in Block block, in LocatedText a, in LocatedText b)
    {
        var traits = PassageTraits.None;
        for (int i = 0; i < block.Length; i++)
        {
            ushort unit = a.Form[block.A + i];
            if (unit == ComparisonForm.Number)
            {
                traits |= SameNumber(a.Span(block.A + i).In(a.Text), b.Span(block.B + i).In(b.Text))
                    ? 0 : PassageTraits.Renumbered;
            }
            else if (unit >= FirstIdeograph && a.First(block.A + i) != b.First(block.B + i))
            {
                traits |= PassageTraits.OtherScript;
            }
        }

        return traits;
    }

    private static bool SameNumber(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.SequenceEqual(b) || NumberOf(a).SequenceEqual(NumberOf(b));

    // 2023 and ２０２３ and 二〇二三 are one number; 十三 and 13 are given the benefit of the doubt only when spelt alike.
    private static IEnumerable<double> NumberOf(ReadOnlySpan<char> text)
    {
        var digits = new List<double>();
        foreach (char c in text)
        {
            int chinese = "〇一二三四五六七八九十".IndexOf(c, StringComparison.Ordinal);
            double value = c == '零' ? 0 : chinese >= 0 ? chinese : char.GetNumericValue(c);
            if (value >= 0)
            {
                digits.Add(value);
            }
        }

        return digits;
    }
}
