using Gongxing.Text;

namespace Gongxing.Benchmarks.Copies;

/// <summary>How well passages that were found fit those that were copied, as PAN measures text alignment.</summary>
/// <param name="Granularity">How many passages were found for one that was copied, on average over those found at
/// all.</param>
internal readonly record struct AlignmentScore(double Precision, double Recall, double Granularity)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public double Plagdet => F1 / Math.Log2(1 + Granularity);
}

/// <summary>What a search found, measured by what was planted.</summary>
/// <remarks>
/// After Potthast, Stein, Barrón-Cedeño and Rosso, An Evaluation Framework for Plagiarism Detection (COLING 2010). A
/// found passage counts for a copy when it overlaps it in both papers; then the characters on both sides that both
/// cover are counted.
/// </remarks>
internal sealed class CopyScore
{
    private CopyScore()
    {
    }

    /// <summary>Every passage weighs the same. PAN's own default.</summary>
    public required AlignmentScore ByPassage { get; init; }

    /// <summary>Every character weighs the same.</summary>
    public required AlignmentScore ByCharacter { get; init; }

    /// <summary>By passage, in the pairs of papers that share copies of the kind.</summary>
    /// <remarks>What is found between other papers has no kind: each kind bears its share of it.</remarks>
    public required IReadOnlyDictionary<CopyKind, AlignmentScore> OfKind { get; init; }

    /// <summary>The share of the pairs of a kind in which a copy was found.</summary>
    public required IReadOnlyDictionary<CopyKind, double> PairRecallOfKind { get; init; }

    /// <summary>The mean over the kinds.</summary>
    public double MacroPlagdet => OfKind.Count == 0 ? 0 : OfKind.Values.Average(score => score.Plagdet);

    public double MacroRecall => OfKind.Count == 0 ? 0 : OfKind.Values.Average(score => score.Recall);

    public double MacroPrecision => OfKind.Count == 0 ? 0 : OfKind.Values.Average(score => score.Precision);

    /// <summary>The share of the reported pairs that share a copy.</summary>
    public required double PairPrecision { get; init; }

    /// <summary>The share of the pairs with a copy that were reported.</summary>
    public required double PairRecall { get; init; }

    public static CopyScore Of(IReadOnlyCollection<PlantedCopy> planted, IReadOnlyCollection<CopiedPassage> found)
    {
        ILookup<(int A, int B), CopiedPassage> foundInPair = found.ToLookup(passage => (passage.A, passage.B));
        var all = new Tally();
        var kinds = new SortedDictionary<CopyKind, Tally>();
        var pairs = new SortedDictionary<CopyKind, (int Hit, int All)>();
        var copied = new HashSet<(int, int)>();
        foreach (var pair in planted.GroupBy(copy => (copy.Passage.A, copy.Passage.B)))
        {
            copied.Add(pair.Key);
            CopyKind kind = pair.First().Kind;
            CopiedPassage[] copies = [.. pair.Select(copy => copy.Passage)];
            CopiedPassage[] hits = [.. foundInPair[pair.Key]];
            kinds.TryAdd(kind, new Tally());
            all.Add(copies, hits);
            kinds[kind].Add(copies, hits);
            (int hit, int count) = pairs.GetValueOrDefault(kind);
            pairs[kind] = (hit + (hits.Length > 0 ? 1 : 0), count + 1);
        }

        int right = pairs.Values.Sum(pair => pair.Hit);
        int inCopied = all.Found;
        foreach (IGrouping<(int, int), CopiedPassage> pair in foundInPair.Where(pair => !copied.Contains(pair.Key)))
        {
            all.Add([], [.. pair]);
        }

        foreach (Tally kind in kinds.Values)
        {
            kind.AddWrong((double)(all.Found - inCopied) * kind.Copies / all.Copies);
        }

        return new CopyScore
        {
            ByPassage = all.ByPassage,
            ByCharacter = all.ByCharacter,
            OfKind = kinds.ToDictionary(kind => kind.Key, kind => kind.Value.ByPassage),
            PairRecallOfKind = pairs.ToDictionary(pair => pair.Key, pair => (double)pair.Value.Hit / pair.Value.All),
            PairPrecision = foundInPair.Count == 0 ? 0 : (double)right / foundInPair.Count,
            PairRecall = copied.Count == 0 ? 0 : (double)right / copied.Count,
        };
    }

    private sealed class Tally
    {
        private double _wrong;
        private int _detected;
        private int _detections;
        private double _recall;
        private double _precision;
        private long _copiedCharacters;
        private long _foundCharacters;
        private long _recalledCharacters;
        private long _preciseCharacters;

        public int Copies { get; private set; }

        public int Found { get; private set; }

        public AlignmentScore ByPassage =>
            new(Share(_precision, Found + _wrong), Share(_recall, Copies), Granularity);

        public AlignmentScore ByCharacter =>
            new(Share(_preciseCharacters, _foundCharacters), Share(_recalledCharacters, _copiedCharacters),
                Granularity);

        private double Granularity => _detected == 0 ? 1 : (double)_detections / _detected;

        /// <summary>Counts what was copied and what was found between the same two papers.</summary>
        public void Add(CopiedPassage[] copies, CopiedPassage[] found)
        {
            foreach (CopiedPassage copy in copies)
            {
                CopiedPassage[] hits = [.. found.Where(passage => Overlaps(passage, copy))];
                int covered = Covered(copy, hits);
                int size = SizeOf(copy);
                Copies++;
                _copiedCharacters += size;
                _recalledCharacters += covered;
                _recall += (double)covered / size;
                _detected += hits.Length > 0 ? 1 : 0;
                _detections += hits.Length;
            }

            foreach (CopiedPassage passage in found)
            {
                int covered = Covered(passage, copies.Where(copy => Overlaps(passage, copy)));
                int size = SizeOf(passage);
                Found++;
                _foundCharacters += size;
                _preciseCharacters += covered;
                _precision += size == 0 ? 0 : (double)covered / size;
            }
        }

        /// <summary>Counts passages that were found where nothing was copied.</summary>
        public void AddWrong(double passages) => _wrong += passages;

        private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;

        private static int SizeOf(CopiedPassage passage) => passage.SpanA.Length + passage.SpanB.Length;

        private static bool Overlaps(CopiedPassage one, CopiedPassage other) =>
            one.SpanA.Overlaps(other.SpanA) && one.SpanB.Overlaps(other.SpanB);

        private static int Covered(CopiedPassage passage, IEnumerable<CopiedPassage> by) =>
            Covered(passage.SpanA, by.Select(other => other.SpanA))
            + Covered(passage.SpanB, by.Select(other => other.SpanB));

        private static int Covered(TextSpan span, IEnumerable<TextSpan> by)
        {
            int covered = 0;
            int end = span.Start;
            foreach (TextSpan other in by.OrderBy(other => other.Start))
            {
                int from = Math.Max(other.Start, end);
                int to = Math.Min(other.End, span.End);
                covered += Math.Max(0, to - from);
                end = Math.Max(end, to);
            }

            return covered;
        }
    }
}
