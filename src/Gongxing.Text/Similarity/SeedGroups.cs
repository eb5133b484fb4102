namespace Gongxing.Text.Similarity;

/// <summary>The seeds that stand in more than one text of a corpus, by seed and by text.</summary>
/// <remarks>
/// Rare ones have postings: their places, seed after seed, each seed's in the order of the texts. A text knows its own postings,
/// and so finds the texts after it by reading on. Common ones are known by text only: which, and where.
/// </remarks>
internal sealed class SeedGroups
{
    private readonly Posting[] _postings;
    private readonly int[] _ownPostings;
    private readonly int[] _rareStarts;
    private readonly CommonPlace[] _commonPlaces;
    private readonly int[] _commonStarts;
    private readonly int[] _commonCounts;

    private SeedGroups(SeedLayout layout, IReadOnlyList<SeedGrouper> parts)
    {
        Layout = layout;
        _postings = GC.AllocateUninitializedArray<Posting>(parts.Sum(part => part.Postings.Count));
        _commonCounts = new int[parts.Sum(part => part.CommonCounts.Count)];
        _rareStarts = Starts(parts.Select(part => part.RareOfPiece), layout.PieceCount);
        _commonStarts = Starts(parts.Select(part => part.CommonOfPiece), layout.PieceCount);
        _ownPostings = GC.AllocateUninitializedArray<int>(_rareStarts[^1]);
        _commonPlaces = GC.AllocateUninitializedArray<CommonPlace>(_commonStarts[^1]);
    }

    public SeedLayout Layout { get; }

    /// <summary>In how many texts each common seed stands; <see cref="CommonSeeds.Allowed"/> for what is allowed.</summary>
    public ReadOnlySpan<int> CommonCounts => _commonCounts;

    public ReadOnlySpan<Posting> Postings => _postings;

    /// <summary>Where in <see cref="Postings"/> the rare seeds of a piece are; in no order.</summary>
    public ReadOnlySpan<int> RareOf(int piece) => _ownPostings.AsSpan(_rareStarts[piece].._rareStarts[piece + 1]);

    /// <summary>The common seeds of a piece, in the order of their places.</summary>
    public ReadOnlySpan<CommonPlace> CommonOf(int piece) =>
        _commonPlaces.AsSpan(_commonStarts[piece].._commonStarts[piece + 1]);

    /// <summary>Adds the common seeds of a text that are not allowed, in the order of their places.</summary>
    public void AddUsualOf(int text, List<TextSeed> seeds)
    {
        for (int piece = Layout.FirstPieceOf(text); piece < Layout.FirstPieceOf(text + 1); piece++)
        {
            int start = Layout.StartOf(piece);
            foreach (CommonPlace common in CommonOf(piece))
            {
                if (_commonCounts[common.Seed] != CommonSeeds.Allowed)
                {
                    seeds.Add(new TextSeed(common.Seed, start + common.Place));
                }
            }
        }
    }

    public static SeedGroups Join(SeedLayout layout, IReadOnlyList<SeedGrouper> parts)
    {
        var groups = new SeedGroups(layout, parts);
        int[] nextRare = groups._rareStarts.AsSpan(..^1).ToArray();
        int[] nextCommon = groups._commonStarts.AsSpan(..^1).ToArray();
        int posting = 0;
        int common = 0;
        foreach (SeedGrouper part in parts)
        {
            foreach (Posting own in part.Postings.Span)
            {
                groups._postings[posting] = own;
                groups._ownPostings[nextRare[own.Piece]++] = posting++;
            }

            int place = 0;
            for (int i = 0; i < part.CommonCounts.Count; i++, common++)
            {
                groups._commonCounts[common] = part.CommonCounts[i];
                for (int end = place + part.CommonSizes[i]; place < end; place++)
                {
                    (int piece, ushort at) = part.CommonPlaces[place];
                    groups._commonPlaces[nextCommon[piece]++] = new CommonPlace(common, at);
                }
            }
        }

        for (int piece = 0; piece < layout.PieceCount; piece++)
        {
            groups._commonPlaces.AsSpan(groups._commonStarts[piece]..groups._commonStarts[piece + 1])
                .Sort(static (one, other) => one.Place.CompareTo(other.Place));
        }

        return groups;
    }

    private static int[] Starts(IEnumerable<int[]> counts, int pieces)
    {
        int[] starts = new int[pieces + 1];
        foreach (int[] some in counts)
        {
            for (int piece = 0; piece < pieces; piece++)
            {
                starts[piece + 1] += some[piece];
            }
        }

        for (int piece = 0; piece < pieces; piece++)
        {
            starts[piece + 1] = checked(starts[piece] + starts[piece + 1]);
        }

        return starts;
    }
}

/// <summary>A place of a rare seed.</summary>
internal readonly struct Posting(int piece, ushort place, int texts, bool isLast)
{
    public const int PieceBits = 24;
    private const int LastMark = 1 << 15;

    // Six bytes: there are some hundreds for every text.
    private readonly ushort _low = (ushort)piece;
    private readonly ushort _high = (ushort)((piece >> 16) + (texts << 8) + (isLast ? LastMark : 0));

    public int Piece => ((_high & 0xFF) << 16) | _low;

    /// <summary>In how many texts the seed stands.</summary>
    public int Texts => (_high >> 8) & 0x7F;

    /// <summary>Whether it is the last place of its seed.</summary>
    public bool IsLast => (_high & LastMark) != 0;

    public ushort Place { get; } = place;
}

/// <summary>A place of a common seed in a piece.</summary>
internal readonly record struct CommonPlace(int Seed, ushort Place);
