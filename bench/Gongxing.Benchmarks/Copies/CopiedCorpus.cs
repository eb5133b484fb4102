namespace Gongxing.Benchmarks.Copies;

/// <summary>Papers of which about half share passages with others, and where these passages are.</summary>
/// <remarks>
/// One case of copying falls on five papers; the kinds take turns. No paper has a part in two cases, so that the
/// truth is complete: what two papers share is a planted copy, or the form, the office's prompts, stock sentences,
/// formulations and turns of phrase.
/// </remarks>
internal sealed class CopiedCorpus
{
    private const int PapersPerCase = 5;
    private const ulong CaseStreams = 1UL << 41;
    private const ulong OrderStream = (1UL << 40) + 1;
    private static readonly CopyKind[] s_kinds = Enum.GetValues<CopyKind>();

    private readonly ulong _seed;
    private readonly int _meanLength;
    private readonly PaperWriter _writer;
    private readonly CopyEdits _edits;
    private readonly string[] _texts;
    private readonly PapersFile? _file;
    private readonly string[] _writers;
    private readonly int[] _years;

    private CopiedCorpus(Genre genre, ulong seed, int documents, int meanLength, bool inFile)
    {
        (_seed, _meanLength) = (seed, meanLength);
        _writer = new PaperWriter(genre, seed);
        _edits = new CopyEdits(genre);
        _file = inFile ? new PapersFile(documents) : null;
        _texts = inFile ? [] : new string[documents];
        _writers = new string[documents];
        _years = new int[documents];
    }

    public IReadOnlyList<string> Texts => _file ?? (IReadOnlyList<string>)_texts;

    public IReadOnlyList<string> Writers => _writers;

    public IReadOnlyList<int> Years => _years;

    public IReadOnlyList<PlantedCopy> Copies { get; private set; } = [];

    /// <param name="inFile">Whether the papers are kept out of memory.</param>
    public static CopiedCorpus Generate(Genre genre, ulong seed, int documents, int meanLength = 5200, bool inFile = false)
    {
        var corpus = new CopiedCorpus(genre, seed, documents, meanLength, inFile);
        corpus.Fill();
        return corpus;
    }

    private void Fill()
    {
        int[] order = [.. Enumerable.Range(0, _years.Length)];
        new RandomStream(_seed, OrderStream).Shuffle<int>(order);
        var groups = new List<int[]>();
        int next = 0;
        while (groups.Count < _years.Length / PapersPerCase)
        {
            int size = CopyCase.PapersOf(KindOf(groups.Count));
            if (next + size > order.Length)
            {
                break;
            }

            groups.Add(order[next..(next += size)]);
        }

        var copies = new PlantedCopy[groups.Count][];
        Parallel.For(0, groups.Count, i => copies[i] = WriteCase(i, groups[i]));
        Parallel.For(next, order.Length, i => Keep(order[i], Draft(order[i], earlier: null)));
        Copies = [.. copies.SelectMany(copy => copy)];
    }

    private static CopyKind KindOf(int number) => s_kinds[number % s_kinds.Length];

    private PlantedCopy[] WriteCase(int number, int[] papers)
    {
        CopyKind kind = KindOf(number);
        var drafts = new PaperDraft[papers.Length];
        for (int i = 0; i < papers.Length; i++)
        {
            drafts[i] = Draft(papers[i], kind == CopyKind.OwnEarlierYear && i > 0 ? drafts[0] : null);
        }

        var copying = new CopyCase(kind, drafts, _edits, new RandomStream(_seed, CaseStreams + (ulong)number));
        copying.Plant();
        for (int i = 0; i < papers.Length; i++)
        {
            Keep(papers[i], drafts[i]);
        }

        return copying.Planted(papers);
    }

    private PaperDraft Draft(int number, PaperDraft? earlier)
    {
        var random = new RandomStream(_seed, (ulong)number);
        int length = _meanLength * random.Between(60, 140) / 100;
        return earlier is null ? _writer.Draft(random, length) : _writer.DraftOfNextYear(earlier, random, length);
    }

    private void Keep(int number, PaperDraft draft)
    {
        string text = draft.Write();
        if (_file is null)
        {
            _texts[number] = text;
        }
        else
        {
            _file.Write(number, text);
        }

        _writers[number] = draft.Writer;
        _years[number] = draft.Year;
    }
}
