using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>Adds up what speaks for each text sharing a passage with the one at hand, seed by seed.</summary>
/// <remarks>
/// Only what lies near together in the text at hand adds up: after a gap wider than any passage leaves, a sum begins anew.
/// Otherwise two long texts would have enough in common just by being long.
/// </remarks>
internal sealed class EvidenceSums
{
    private const int WidestGap = 160;
    private const int Scale = 32;

    // A sum is evidence in its upper half, in 32nds of a bit, and in its lower one the end of what is covered, as far as
    // it fits: far more than the widest gap. A candidate's is its place in the list, marked.
    private const uint Candidate = 1u << 31;

    private readonly int _seedLength;
    private readonly uint _threshold;
    private int[] _touched = [];
    private int _touchedCount;
    private readonly List<int> _candidates = [];
    private uint[] _sums = [];
    private ushort[] _perCharacter = [];

    public EvidenceSums(SimilarityOptions options)
    {
        _seedLength = options.SeedLength;
        _threshold = (uint)Math.Clamp(options.EvidenceBits * PassageFinder.LeastShare * Scale, 1, short.MaxValue);
    }

    /// <summary>The texts with enough evidence in one place.</summary>
    public ReadOnlySpan<int> Candidates => CollectionsMarshal.AsSpan(_candidates);

    public void Begin(int texts, SeedWeights weights)
    {
        if (_sums.Length < texts)
        {
            _sums = new uint[texts + (texts / 8)];
            _touched = new int[_sums.Length + 1];
        }

        if (_perCharacter.Length <= weights.Largest)
        {
            _perCharacter = new ushort[weights.Largest + 1];
        }

        for (int count = 1; count <= weights.Largest; count++)
        {
            _perCharacter[count] = (ushort)Math.Ceiling(weights[count] * Scale);
        }
    }

    /// <summary>Counts a seed at a place of the text at hand; places come in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int text, int place, int texts)
    {
        // Whether a text is met for the first time is as good as chance: no branch on it.
        uint sum = _sums[text];
        bool isFirst = sum == 0;
        _touched[_touchedCount] = text;
        _touchedCount += Unsafe.BitCast<bool, byte>(isFirst);
        if ((sum & Candidate) != 0)
        {
            return;
        }

        int gap = (short)(ushort)(place - (int)sum);
        bool isAnew = isFirst | gap > WidestGap;
        int units = isAnew ? _seedLength : Math.Max(0, Math.Min(_seedLength, _seedLength + gap));
        uint evidence = (isAnew ? 0 : sum >> 16) + (uint)(units * _perCharacter[texts]);
        if (evidence >= _threshold)
        {
            // From here on the sum is the place in the list of candidates.
            _sums[text] = Candidate | (uint)_candidates.Count;
            _candidates.Add(text);
            return;
        }

        _sums[text] = (evidence << 16) | (ushort)(place + _seedLength);
    }

    /// <summary>Where in <see cref="Candidates"/> a text stands; -1 if it is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CandidateOf(int text) => (_sums[text] & Candidate) != 0 ? (int)(_sums[text] & ~Candidate) : -1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Clear()
    {
        foreach (int text in _touched.AsSpan(0, _touchedCount))
        {
            _sums[text] = 0;
        }

        _touchedCount = 0;
        _candidates.Clear();
    }
}
