using System.Buffers;

namespace Gongxing.Text.Similarity;

/// <summary>
/// Finds passages that were put into other words throughout (洗稿): no six letters in a row are left, but letters and pairs of
/// them that are rare stand in both, near one another and in much the same order.
/// </summary>
/// <remarks>For few texts: every pair that has something rare in common is looked at. The result depends on the texts only.</remarks>
public sealed class RewordedPassages
{
    // What is rare has these bits, in steps: one letter, one pair, more of them in a row; a longer row proves no more, since
    // a passage that was copied is for the other search.
    private const int LetterBits = 3;
    private const int PairBits = 6;
    private const int RowBits = 9;
    private const int LongestRow = 8;

    private const double LeastBits = 18;
    private const double BitsOfOnePair = 9.5;

    // Two people who tell of the same have the names and the numbers in common; who puts another's sentences into other words
    // keeps this share of all the other letters, in the same order.
    private const double LeastShare = 0.38;

    // Finding it out is quadratic, and the beginning of a long passage tells as much as the whole.
    private const int MostJudged = 2_000;

    private const int ShortestStretch = 20;

    private const int CommonStretch = 6;
    private const int ManyTexts = 3;
    private const int MostPlacesInText = 8;

    // A passage goes on to where the sentence ends, if that is near, or else the clause.
    private const int NearEnd = 30;

    private static readonly SearchValues<char> s_sentenceEnds = SearchValues.Create("。！？；!?;\n");
    private static readonly SearchValues<char> s_clauseEnds = SearchValues.Create("，、：,:");

    private readonly IReadOnlyList<string> _texts;
    private readonly RewordedText[] _reworded;
    private readonly UsualLetters _usual;
    private readonly int _shortest;
    private readonly double _leastBits;

    private RewordedPassages(
        IReadOnlyList<string> texts, Func<int, IEnumerable<TextSpan>> leftOut, UsualLetters usual, int shortest)
    {
        _texts = texts;
        _reworded = [.. texts.Select((text, i) => new RewordedText(text, leftOut(i)))];
        _usual = usual;
        _shortest = shortest;

        // The more pairs are looked at, the more of them have something in common by chance.
        _leastBits = Math.Max(LeastBits, BitsOfOnePair + Math.Log2(0.5 * texts.Count * texts.Count));
        RewordedText.LeaveOutCommon(_reworded, CommonStretch, ManyTexts);
    }

    /// <summary>Pairs with such passages only, ordered by A, then B.</summary>
    /// <param name="leftOut">What of a text is not looked at: quotations and what is prescribed.</param>
    /// <param name="known">Passages that were found before; what they cover is not looked at again.</param>
    /// <param name="isAsked">Whether to look at two texts, by their numbers, the smaller one first; null for all of them.</param>
    /// <param name="shortest">Passages of fewer letters are left out.</param>
    public static IReadOnlyList<SimilarPair> Find(
        IReadOnlyList<string> texts,
        Func<int, IEnumerable<TextSpan>> leftOut,
        UsualLetters usual,
        IReadOnlyList<SimilarPair> known,
        Func<int, int, bool>? isAsked,
        int shortest,
        CancellationToken ct = default)
    {
        // In an order of their own, so that the order they are given in changes nothing.
        int[] order = [.. Enumerable.Range(0, texts.Count).OrderBy(text => texts[text], StringComparer.Ordinal)];
        var search = new RewordedPassages([.. order.Select(text => texts[text])], text => leftOut(order[text]), usual, shortest);
        var passages = known.Concat(known.Select(pair => pair.Turned())).ToDictionary(pair => (pair.A, pair.B), pair => pair.Passages);
        var found = new List<SimilarPair>();
        Dot[] dots = search.Dots();
        for (int first = 0; first < dots.Length;)
        {
            ct.ThrowIfCancellationRequested();
            int end = first + 1;
            while (end < dots.Length && (dots[end].A, dots[end].B) == (dots[first].A, dots[first].B))
            {
                end++;
            }

            (int a, int b) = (order[dots[first].A], order[dots[first].B]);
            if (end - first >= RewordedChains.FewestRows
                && isAsked?.Invoke(Math.Min(a, b), Math.Max(a, b)) != false
                && search.Find(dots.AsSpan(first, end - first), passages.GetValueOrDefault((a, b)) ?? []) is { } pair)
            {
                pair = pair with { A = a, B = b };
                found.Add(a < b ? pair : pair.Turned());
            }

            first = end;
        }

        return [.. found.OrderBy(pair => (pair.A, pair.B))];
    }

    // Where two texts have something rare in common; in order of the texts, then of the places.
    private Dot[] Dots()
    {
        var places = new List<Place>();
        for (int text = 0; text < _reworded.Length; text++)
        {
            char[] letters = _reworded[text].Letters;
            for (int i = 0; i < letters.Length; i++)
            {
                if (letters[i] == RewordedText.Gap)
                {
                    continue;
                }

                if (!_usual.HasLetter(letters[i]))
                {
                    places.Add(new Place(letters[i], text, i));
                }

                if (i + 1 < letters.Length && letters[i + 1] != RewordedText.Gap && !_usual.HasPair(letters[i], letters[i + 1]))
                {
                    places.Add(new Place(UsualLetters.Pair(letters[i], letters[i + 1]), text, i));
                }
            }
        }

        places.Sort();
        int mostTexts = Math.Clamp(_texts.Count / 4, 2, 8);
        var dots = new List<Dot>();
        for (int first = 0; first < places.Count;)
        {
            int end = first + 1;
            int texts = 1;
            while (end < places.Count && places[end].Unit == places[first].Unit)
            {
                texts += places[end].Text != places[end - 1].Text ? 1 : 0;
                end++;
            }

            if (texts > 1 && texts <= mostTexts && end - first <= texts * MostPlacesInText)
            {
                AddDots(places, first, end, dots);
            }

            first = end;
        }

        dots.Sort();
        return [.. dots.Distinct()];
    }

    private static void AddDots(List<Place> places, int first, int end, List<Dot> dots)
    {
        for (int i = first; i < end; i++)
        {
            for (int j = i + 1; j < end; j++)
            {
                if (places[i].Text != places[j].Text)
                {
                    dots.Add(new Dot(places[i].Text, places[j].Text, places[i].At, places[j].At));
                }
            }
        }
    }

    private SimilarPair? Find(ReadOnlySpan<Dot> dots, IReadOnlyList<Passage> known)
    {
        (int a, int b) = (dots[0].A, dots[0].B);
        List<RewordedRow> rows = RowsOf(_reworded[a].Letters, _reworded[b].Letters, dots);
        if (known.Count > 0)
        {
            bool[] knownA = Covered(_texts[a], known.Select(passage => passage.A));
            bool[] knownB = Covered(_texts[b], known.Select(passage => passage.B));
            rows.RemoveAll(row => knownA[_reworded[a].Span(row.A, row.EndA).Start] || knownB[_reworded[b].Span(row.B, row.EndB).Start]);
        }

        var passages = new List<Passage>();
        foreach (RewordedChain chain in RewordedChains.Best(rows, _leastBits))
        {
            if (PassageOf(a, b, chain.Rows) is { } passage
                && !passages.Exists(other => other.A.Overlaps(passage.A) || other.B.Overlaps(passage.B))
                && !known.Any(other => other.A.Overlaps(passage.A) || other.B.Overlaps(passage.B)))
            {
                passages.Add(passage);
            }
        }

        if (passages.Count == 0)
        {
            return null;
        }

        int equal = passages.Sum(passage => passage.EqualCharacters);
        int lettersA = _texts[a].Count(char.IsLetterOrDigit);
        int lettersB = _texts[b].Count(char.IsLetterOrDigit);
        return new SimilarPair(
            a, b, (double)equal / lettersA, (double)equal / lettersB, 2.0 * equal / (lettersA + lettersB), passages);
    }

    private static bool[] Covered(string text, IEnumerable<TextSpan> spans)
    {
        bool[] covered = new bool[text.Length];
        foreach (TextSpan span in spans)
        {
            covered.AsSpan(span.Start, span.Length).Fill(true);
        }

        return covered;
    }

    // Equal letters around what is rare, each row once and in order of A.
    private List<RewordedRow> RowsOf(char[] a, char[] b, ReadOnlySpan<Dot> dots)
    {
        var rows = new List<RewordedRow>();
        var reached = new Dictionary<int, int>();
        foreach (ref readonly Dot dot in dots)
        {
            int shift = dot.PlaceB - dot.PlaceA;
            if (dot.PlaceA < reached.GetValueOrDefault(shift))
            {
                continue;
            }

            (int start, int end) = (dot.PlaceA, dot.PlaceA);
            while (start > 0 && start + shift > 0 && a[start - 1] != RewordedText.Gap && a[start - 1] == b[start + shift - 1])
            {
                start--;
            }

            while (end < a.Length && end + shift < b.Length && a[end] != RewordedText.Gap && a[end] == b[end + shift])
            {
                end++;
            }

            reached[shift] = end;
            if (BitsOf(a.AsSpan(start, end - start)) is > 0 and var bits)
            {
                rows.Add(new RewordedRow(start, start + shift, end - start, bits));
            }
        }

        rows.Sort(static (one, other) => one.A != other.A ? one.A.CompareTo(other.A) : one.B.CompareTo(other.B));
        return rows;
    }

    private int BitsOf(ReadOnlySpan<char> letters)
    {
        int pairs = 0;
        for (int i = 0; i + 1 < letters.Length; i++)
        {
            pairs += _usual.HasPair(letters[i], letters[i + 1]) ? 0 : 1;
        }

        if (pairs > 0)
        {
            return pairs == 1 || letters.Length >= LongestRow ? PairBits : RowBits;
        }

        foreach (char letter in letters)
        {
            if (!_usual.HasLetter(letter))
            {
                return LetterBits;
            }
        }

        return 0;
    }

    private Passage? PassageOf(int a, int b, List<RewordedRow> chain)
    {
        (int startA, int endA) = (chain[0].A, chain.Max(row => row.EndA));
        (int startB, int endB) = (chain.Min(row => row.B), chain.Max(row => row.EndB));
        if (Math.Min(endA - startA, endB - startB) < Math.Min(ShortestStretch, _shortest))
        {
            return null;
        }

        TextSpan inA = Widened(_texts[a], _reworded[a].Span(startA, endA));
        TextSpan inB = Widened(_texts[b], _reworded[b].Span(startB, endB));
        if (Math.Min(Letters(_texts[a], inA), Letters(_texts[b], inB)) < _shortest || !KeepsSentences(inA.In(_texts[a]), inB.In(_texts[b])))
        {
            return null;
        }

        int equal = chain.Sum(row => row.Length);
        return new Passage
        {
            A = inA,
            B = inB,
            Blocks =
            [
                .. from row in chain
                   select new MatchedBlock(_reworded[a].Span(row.A, row.EndA), _reworded[b].Span(row.B, row.EndB)),
            ],
            Kind = PassageKind.Edited,
            Traits = PassageTraits.Reworded,
            EvidenceBits = chain.Sum(row => row.Bits),
            RareCharacters = equal,
            EqualCharacters = equal,
        };
    }

    private static bool KeepsSentences(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        char[] wordsA = Words(a);
        char[] wordsB = Words(b);
        double share = Math.Min(1, (double)MostJudged / Math.Max(wordsA.Length, wordsB.Length));
        wordsA = wordsA[..(int)(share * wordsA.Length)];
        wordsB = wordsB[..(int)(share * wordsB.Length)];
        return 2 * LongestCommon(wordsA, wordsB) >= LeastShare * (wordsA.Length + wordsB.Length);
    }

    private static char[] Words(ReadOnlySpan<char> text) =>
        [.. NormalizedText.Fold(text).Where(c => char.IsLetter(c) && !ChineseNumeral.IsPart(c))];

    private static int LongestCommon(char[] a, char[] b)
    {
        int[] before = new int[b.Length + 1];
        int[] lengths = new int[b.Length + 1];
        foreach (char letter in a)
        {
            for (int j = 0; j < b.Length; j++)
            {
                lengths[j + 1] = letter == b[j] ? before[j] + 1 : Math.Max(before[j + 1], lengths[j]);
            }

            (before, lengths) = (lengths, before);
        }

        return before[b.Length];
    }

    private static TextSpan Widened(string text, TextSpan span)
    {
        ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, span.Start - NearEnd), Math.Min(NearEnd, span.Start));
        ReadOnlySpan<char> after = text.AsSpan(span.End, Math.Min(NearEnd, text.Length - span.End));
        TextSpan words = TextSpan.FromBounds(span.Start - ToStart(before), span.End + ToEnd(after)).Trim(text);
        int mark = ItemMarks.LengthAt(text, words.Start);
        return words.Start + mark <= span.Start ? TextSpan.FromBounds(words.Start + mark, words.End) : words;
    }

    private static int ToStart(ReadOnlySpan<char> before)
    {
        int end = before.LastIndexOfAny(s_sentenceEnds);
        end = end < 0 && before.Length == NearEnd ? before.LastIndexOfAny(s_clauseEnds) : end;
        return end < 0 && before.Length == NearEnd ? 0 : before.Length - end - 1;
    }

    private static int ToEnd(ReadOnlySpan<char> after)
    {
        int end = after.IndexOfAny(s_sentenceEnds);
        end = end < 0 && after.Length == NearEnd ? after.IndexOfAny(s_clauseEnds) : end;
        return end >= 0 ? end : after.Length == NearEnd ? 0 : after.Length;
    }

    private static int Letters(string text, TextSpan span)
    {
        int letters = 0;
        foreach (char c in span.In(text))
        {
            letters += char.IsLetterOrDigit(c) ? 1 : 0;
        }

        return letters;
    }

    /// <summary>A letter or a pair of letters of a text.</summary>
    private readonly record struct Place(int Unit, int Text, int At) : IComparable<Place>
    {
        public int CompareTo(Place other) =>
            Unit != other.Unit ? Unit.CompareTo(other.Unit)
            : Text != other.Text ? Text.CompareTo(other.Text)
            : At.CompareTo(other.At);
    }

    /// <summary>Where the same stands in two texts.</summary>
    private readonly record struct Dot(int A, int B, int PlaceA, int PlaceB) : IComparable<Dot>
    {
        public int CompareTo(Dot other) =>
            A != other.A ? A.CompareTo(other.A)
            : B != other.B ? B.CompareTo(other.B)
            : PlaceA != other.PlaceA ? PlaceA.CompareTo(other.PlaceA)
            : PlaceB.CompareTo(other.PlaceB);
    }
}
