using Gongxing.Text;

namespace Gongxing.Benchmarks.Copies;

/// <summary>One case of copying: the papers it happens in, the one copied from first.</summary>
internal sealed class CopyCase(CopyKind kind, PaperDraft[] papers, CopyEdits edits, RandomStream random)
{
    private const int Shortest = 150;
    private const int Longest = 450;
    private const int ShortestPart = 60;

    // What was copied, as sentences: their places are known when the papers are written out.
    private readonly List<(int From, List<DraftSentence> Source, int To, List<DraftSentence> Copy)> _shared = [];

    /// <summary>How many papers a case of the kind needs.</summary>
    public static int PapersOf(CopyKind kind) => kind switch
    {
        CopyKind.Cluster => 8,
        CopyKind.Mosaic => 3,
        _ => 2,
    };

    public void Plant()
    {
        switch (kind)
        {
            case CopyKind.Cluster:
                PlantCluster();
                break;
            case CopyKind.Mosaic:
                PlantMosaic();
                break;
            case CopyKind.SplitUp:
                PlantSplitUp();
                break;
            case CopyKind.OwnEarlierYear:
                PlantSeveral();
                break;
            case CopyKind.Brief:
                papers[1].Plant(random, Copy(0, papers[0].PickPassage(random, 60, 110), 1));
                break;
            default:
                papers[1].Plant(random, Copy(0, papers[0].PickPassage(random, Shortest, Longest), 1));
                break;
        }
    }

    /// <summary>Where the copies stand, once the papers are written out.</summary>
    /// <param name="numbers">The numbers of the papers in their corpus.</param>
    public PlantedCopy[] Planted(int[] numbers) =>
        [.. _shared.Select(copy => new PlantedCopy(
            kind, CopiedPassage.Of(numbers[copy.From], SpanOf(copy.Source), numbers[copy.To], SpanOf(copy.Copy))))];

    private List<DraftSentence> Copy(int from, List<DraftSentence> passage, int to)
    {
        List<DraftSentence> copy = edits.Apply(kind, passage, random);
        _shared.Add((from, passage, to, copy));
        return copy;
    }

    private void PlantCluster()
    {
        List<DraftSentence> passage = papers[0].PickPassage(random, Shortest, Longest);
        for (int i = 1; i < papers.Length; i++)
        {
            int earlier = _shared.Count;
            List<DraftSentence> copy = Copy(0, passage, i);
            _shared.AddRange(_shared.Take(earlier).Where(shared => shared.From == 0).ToArray()
                .Select(shared => (shared.To, shared.Copy, i, copy)));
            papers[i].Plant(random, copy);
        }
    }

    private void PlantMosaic()
    {
        var taken = new HashSet<DraftSentence>();
        var together = new List<DraftSentence>();
        for (int i = 0; i < 4; i++)
        {
            List<DraftSentence> passage = papers[i % 2].PickPassage(random, 90, 180);
            if (!taken.Overlaps(passage))
            {
                taken.UnionWith(passage);
                together.AddRange(Copy(i % 2, passage, 2));
            }
        }

        papers[2].Plant(random, together);
    }

    private void PlantSplitUp()
    {
        List<DraftSentence> passage = papers[0].PickPassage(random, 330, 520);
        List<DraftSentence>[] places = Places();
        int parts = Math.Clamp(passage.Count / 2, 1, 3);
        for (int i = 0; i < parts; i++)
        {
            List<DraftSentence> part = passage[(passage.Count * i / parts)..(passage.Count * (i + 1) / parts)];
            if (part.Sum(sentence => sentence.IsOwn ? sentence.Text.Length : 0) >= ShortestPart)
            {
                papers[1].Plant(random, Copy(0, part, 1), places[i]);
            }
        }
    }

    private void PlantSeveral()
    {
        var taken = new HashSet<DraftSentence>();
        foreach (List<DraftSentence> place in Places().Take(3))
        {
            List<DraftSentence> passage = papers[0].PickPassage(random, Shortest, 350);
            if (!taken.Overlaps(passage))
            {
                taken.UnionWith(passage);
                papers[1].Plant(random, Copy(0, passage, 1), place);
            }
        }
    }

    private List<DraftSentence>[] Places()
    {
        List<DraftSentence>[] places = [.. papers[1].Body];
        random.Shuffle<List<DraftSentence>>(places);
        return places;
    }

    // From the first own sentence to the last: a stock sentence that came to stand at an end could be anybody's.
    private static TextSpan SpanOf(List<DraftSentence> sentences)
    {
        List<DraftSentence> own = sentences.FindAll(sentence => sentence.IsOwn);
        return TextSpan.Cover(own[0].Span, own[^1].Span);
    }
}
