namespace Gongxing.Core.Ledger;

/// <summary>
/// One pass over a chain: finds for each entry the number it was written under, and reads the faults off these.
/// </summary>
/// <remarks>
/// An entry whose content fits its hash under its own number, or under a number near by, is known; the others were
/// changed or
/// put in. Between two known entries as many unknown ones were changed as there are numbers free, and the rest was put
/// in.
/// </remarks>
internal sealed class ChainWalk
{
    private const int FarthestMove = 64;

    /// <summary>
    /// So many unknown entries are looked at closely; a history that is all wrong must still be passed in seconds.
    /// </summary>
    private const int Patience = 1000;

    private readonly List<ChainFault> _faults = [];
    private readonly List<ChainEntry> _unknown = [];
    private readonly SortedDictionary<long, long> _gone = [];
    private ChainEntry? _last;
    private long _lastOriginal;
    private long _lastSequence;
    private bool _isLastBlamed;
    private int _searches;

    public void Step(ChainEntry entry)
    {
        _lastSequence = entry.Sequence;
        if (OriginalOf(entry) is not { } original)
        {
            _unknown.Add(entry);
            if (_unknown.Count > Patience)
            {
                Settle(_lastOriginal + _unknown.Count + 1);
            }

            return;
        }

        if (original <= _lastOriginal)
        {
            StepBack(entry, original);
            return;
        }

        bool isNext = _unknown.Count == 0 && original == _lastOriginal + 1;
        Settle(original);
        if (isNext && entry.Previous != (_last?.Hash ?? LedgerChain.Beginning))
        {
            Blame(ChainFaultKind.Changed, _last ?? entry);
        }

        (_last, _lastOriginal, _isLastBlamed) = (entry, original, false);
    }

    public void End(ChainHead? head)
    {
        long end = Math.Max(head?.Sequence ?? _lastOriginal + _unknown.Count, _lastOriginal);
        long cutFrom = Math.Min(_lastOriginal + _unknown.Count, end) + 1;
        Settle(cutFrom);
        _faults.AddRange(_gone.Select(gone => ChainFault.Gone(ChainFaultKind.Removed, gone.Key, gone.Value)));
        if (cutFrom <= end)
        {
            _faults.Add(ChainFault.Gone(ChainFaultKind.TailCut, cutFrom, end));
        }
        else if (head?.Sequence < _lastOriginal)
        {
            _faults.Add(ChainFault.Gone(ChainFaultKind.Inserted, head.Sequence + 1, _lastSequence));
        }
        else if (_last is not null && !_isLastBlamed && head?.Hash != _last.Hash)
        {
            _faults.Add(ChainFault.At(ChainFaultKind.HeadChanged, _last));
        }
    }

    public IReadOnlyList<ChainFault> TakeFaults()
    {
        if (_faults.Count == 0)
        {
            return [];
        }

        ChainFault[] taken = [.. _faults];
        _faults.Clear();
        return taken;
    }

    /// <summary>The number the entry was written under; null when its content fits none near by.</summary>
    private long? OriginalOf(ChainEntry entry)
    {
        if (entry.ComputeHash() == entry.Hash)
        {
            return entry.Sequence;
        }

        // When one was put in or taken out and the rest renumbered, the rest still goes on where it stopped.
        long next = _lastOriginal + 1;
        if (entry.ComputeHash(next) == entry.Hash)
        {
            return next;
        }

        int budget = Patience * FarthestMove;
        for (long distance = 1; distance <= FarthestMove && _searches < budget; distance++, _searches++)
        {
            if (entry.ComputeHash(entry.Sequence - distance) == entry.Hash)
            {
                return entry.Sequence - distance;
            }

            if (entry.ComputeHash(entry.Sequence + distance) == entry.Hash)
            {
                return entry.Sequence + distance;
            }
        }

        return null;
    }

    /// <summary>An entry that was written under a number already passed.</summary>
    private void StepBack(ChainEntry entry, long original)
    {
        if (TakeGone(original))
        {
            _faults.Add(ChainFault.At(ChainFaultKind.Moved, entry, original));
        }
        else if (original == _lastOriginal && _last is not null && entry.Previous == _last.Previous)
        {
            // Two fit the same place: the one that what follows goes on from was there first, and that is known when
            // it comes.
            Blame(ChainFaultKind.Inserted, _last);
            (_last, _isLastBlamed) = (entry, false);
        }
        else
        {
            _faults.Add(ChainFault.At(ChainFaultKind.Inserted, entry));
        }
    }

    /// <summary>
    /// Decides what became of the numbers before <paramref name="next"/>, and of the unknown entries met there.
    /// </summary>
    private void Settle(long next)
    {
        long free = _lastOriginal + 1;
        foreach (ChainEntry entry in _unknown)
        {
            _faults.Add(ChainFault.At(free < next ? ChainFaultKind.Changed : ChainFaultKind.Inserted, entry));
            free += free < next ? 1 : 0;
        }

        if (free < next)
        {
            _gone[free] = next - 1;
        }

        if (_unknown.Count > 0)
        {
            (_last, _isLastBlamed) = (_unknown[^1], true);
            _unknown.Clear();
        }

        _lastOriginal = next - 1;
    }

    private bool TakeGone(long number)
    {
        foreach ((long first, long last) in _gone)
        {
            if (first <= number && number <= last)
            {
                _gone.Remove(first);
                if (first < number)
                {
                    _gone[first] = number - 1;
                }

                if (number < last)
                {
                    _gone[number + 1] = last;
                }

                return true;
            }
        }

        return false;
    }

    private void Blame(ChainFaultKind kind, ChainEntry entry)
    {
        if (!_isLastBlamed)
        {
            _faults.Add(ChainFault.At(kind, entry));
        }
    }
}
