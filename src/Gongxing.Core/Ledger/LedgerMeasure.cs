using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gongxing.Core.Ledger;

/// <summary>A measure (整改措施) of a ledger item, as its history left it.</summary>
public sealed class LedgerMeasure
{
    private readonly List<Criterion> _criteria;
    private readonly List<HeldEvidence> _evidence = [];

    internal LedgerMeasure(int number, PlannedMeasure planned, MeasureState state)
    {
        Number = number;
        Planned = planned;
        State = state;
        _criteria =
        [
            .. planned.Criteria.Where(text => !string.IsNullOrWhiteSpace(text))
                .Select((text, index) => new Criterion(index + 1, text, 0)),
        ];
    }

    /// <summary>From 1 within the item.</summary>
    public int Number { get; }
    public PlannedMeasure Planned { get; }
    public string Text => Planned.Text;
    public MeasureState State { get; private set; }
    public IReadOnlyList<Criterion> Criteria => _criteria;

    /// <summary>All that was ever handed in, what was withdrawn included.</summary>
    public IReadOnlyList<HeldEvidence> Evidence => _evidence;
    public IEnumerable<HeldEvidence> EvidenceInForce => _evidence.Where(held => !held.IsWithdrawn);

    /// <summary>The last report that it was done; null before the first.</summary>
    public LedgerEntry? Report { get; private set; }

    /// <summary>Why it was last returned; null when it was not, or was reported again since.</summary>
    public string? ReturnedBecause { get; private set; }

    /// <summary>The verification in force and the entry that holds it; null when there is none.</summary>
    public Verification? Verification { get; private set; }
    public LedgerEntry? Verified { get; private set; }

    /// <summary>核验已失效: what was verified has changed since.</summary>
    public bool IsVerificationStale => Verification is not null && Verification.ContentHash != ContentHash();

    public bool IsEvidenceMissing => State is MeasureState.Reported or MeasureState.Verified && !EvidenceInForce.Any();

    /// <summary>
    /// SHA-256 over everything a verifier judges: text, criteria, the report and the evidence in force.
    /// </summary>
    public string ContentHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(Text);
        foreach (Criterion criterion in _criteria)
        {
            Add(criterion.Text);
        }

        Add(Report is null ? "" : Report.Number.ToString(CultureInfo.InvariantCulture));
        foreach (HeldEvidence held in EvidenceInForce)
        {
            Add(held.Number.ToString(CultureInfo.InvariantCulture));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        // Evidence and reports are never changed under their number, so the number stands for the content.
        // Each part goes in with its length before it: "ab" + "c" must not equal "a" + "bc".
        void Add(string part)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}:")));
            hash.AppendData(bytes);
        }
    }

    internal void Start()
    {
        if (State is MeasureState.NotStarted)
        {
            State = MeasureState.InProgress;
        }
    }

    internal void TakeReport(LedgerEntry entry)
    {
        State = MeasureState.Reported;
        Report = entry;
        ReturnedBecause = null;
        Forget();
    }

    internal void Take(HeldEvidence evidence) => _evidence.Add(evidence);

    internal void Withdraw(int evidence)
    {
        int index = _evidence.FindIndex(held => held.Number == evidence);
        _evidence[index] = _evidence[index] with { IsWithdrawn = true };
    }

    internal void Verify(LedgerEntry entry, Verification verification)
    {
        State = MeasureState.Verified;
        Verified = entry;
        Verification = verification;
    }

    internal void Return(string because)
    {
        State = MeasureState.Returned;
        ReturnedBecause = because;
        Forget();
    }

    internal void Cancel()
    {
        State = MeasureState.Cancelled;
        Forget();
    }

    internal void Amend(int criterion, string text) =>
        _criteria[criterion - 1] = new Criterion(criterion, text, _criteria[criterion - 1].Amendments + 1);

    private void Forget() => (Verification, Verified) = (null, null);
}

/// <summary>An acceptance standard in force; <paramref name="Amendments"/> counts how often it was reworded.</summary>
public sealed record Criterion(int Number, string Text, int Amendments);
