using System.Diagnostics;
using System.Globalization;
using Gongxing.Core.People;

namespace Gongxing.Core.Ledger;

/// <summary>A line of the rectification ledger (整改事项): one finding under follow-up, with its measures.</summary>
/// <remarks>
/// <code>
///           confirm            plan           accept              request              close
/// Proposed ────────▶ Confirmed ────▶ Planned ────────▶ InProgress ────────▶ ClosureRequested ────▶ Closed
///                                                       ▲      ▲                 │                    │
///                                                       │      └── Returned ◀────┘ return             │
///                                                       └───────── accept ─── Reopened ◀───── reopen ─┘
/// any open state ──── void, asked for by one person and granted by another ────▶ Voided
/// </code>
/// An item is only ever added to. What it is follows from its entries and from nothing else; <see cref="LedgerActs"/>
/// holds what can be done to it and by whom.
/// </remarks>
public sealed class LedgerItem
{
    private readonly List<LedgerEntry> _entries = [];
    private readonly List<LedgerMeasure> _measures = [];
    private readonly List<Closure> _closures = [];
    private readonly HashSet<PersonId> _pastDoers = [];
    private readonly HashSet<PersonId> _reporters = [];
    private readonly HashSet<PersonId> _uploaders = [];
    private readonly HashSet<PersonId> _amenders = [];
    private readonly HashSet<PersonId> _checkers = [];

    private int _stored;

    private LedgerItem(OrganisationId organisation, LedgerItemId id) => (Organisation, Id) = (organisation, id);

    public OrganisationId Organisation { get; }
    public LedgerItemId Id { get; }
    public IReadOnlyList<LedgerEntry> Entries => _entries;

    /// <summary>What was done since the item was restored, or all of a new one: still to be stored.</summary>
    public IReadOnlyList<LedgerEntry> Unstored => _entries[_stored..];
    public LedgerState State { get; private set; }

    /// <summary>As first put up; the words never change.</summary>
    public Proposal Proposal { get; private set; } = null!;

    /// <summary>As shown to people: 2023-0007.</summary>
    public string Number => NumberOf(Proposal.Year, Proposal.Serial);
    public string Title => Proposal.Title;
    public NamedOffice Office { get; private set; } = null!;
    public NamedPerson? Subject => Proposal.Subject;
    public NamedPerson? Owner { get; private set; }
    public NamedPerson? Lead { get; private set; }
    public IReadOnlyList<NamedPerson> Helpers { get; private set; } = [];
    public NamedPerson? Verifier { get; private set; }
    public ClosingLevel Level { get; private set; } = ClosingLevel.B;
    public DateOnly? Due { get; private set; }

    /// <summary>The date first planned; extensions and reopenings leave it as it was.</summary>
    public DateOnly? OriginalDue { get; private set; }
    public int Extensions { get; private set; }
    public int Reopenings => _closures.Count(closure => closure.ReopenedBy is not null);
    public IReadOnlyList<LedgerMeasure> Measures => _measures;

    /// <summary>Measures that count: all but the cancelled.</summary>
    public IEnumerable<LedgerMeasure> LiveMeasures =>
        _measures.Where(measure => measure.State is not MeasureState.Cancelled);

    /// <summary>The work has begun: from here on a criterion changes only with a reason.</summary>
    public bool IsLocked { get; private set; }

    /// <summary>The present owner has accepted the item (签收).</summary>
    public bool IsAccepted { get; private set; }
    public LedgerEntry? PendingExtension { get; private set; }
    public LedgerEntry? PendingVoid { get; private set; }
    public LedgerEntry? ClosureRequest { get; private set; }

    /// <summary>Every striking-off, oldest first.</summary>
    public IReadOnlyList<Closure> Closures => _closures;

    public bool IsOpen => State is not (LedgerState.Closed or LedgerState.Voided);

    public static string NumberOf(int year, int serial) =>
        string.Create(CultureInfo.InvariantCulture, $"{year}-{serial:D4}");

    /// <summary>A new item of one entry.</summary>
    /// <exception cref="RefusedException">See <see cref="LedgerActs.WhyNotPropose"/>.</exception>
    public static LedgerItem Propose(LedgerItemId id, Proposal proposal, Person by, DateTimeOffset at)
    {
        RefusedException.ThrowIfAny(LedgerActs.WhyNotPropose(proposal, by));
        var item = new LedgerItem(by.Organisation, id);
        item.Append(LedgerAct.Propose, by, "", proposal, at);
        return item;
    }

    /// <summary>
    /// Rebuilds an item from what was stored of it; <paramref name="entries"/> oldest first, never empty.
    /// </summary>
    /// <exception cref="InvalidDataException">The entries are not numbered 1, 2, 3… or do not begin with a
    /// proposal.</exception>
    public static LedgerItem Restore(OrganisationId organisation, LedgerItemId id, IReadOnlyList<LedgerEntry> entries)
    {
        var item = new LedgerItem(organisation, id);
        foreach (LedgerEntry entry in entries)
        {
            if (entry.Number != item._entries.Count + 1 || (entry.Number == 1) != (entry.Act is LedgerAct.Propose))
            {
                throw new InvalidDataException($"Item {id} has no proper entry {item._entries.Count + 1}.");
            }

            item.Add(entry);
        }

        item._stored = entries.Count;
        return item._entries.Count > 0 ? item : throw new InvalidDataException($"Item {id} has no entry.");
    }

    /// <summary>
    /// What happened after entry <paramref name="number"/>: what to tell somebody whose form was drawn then.
    /// </summary>
    public IReadOnlyList<LedgerEntry> Since(int number) => _entries[Math.Clamp(number, 0, _entries.Count)..];

    public LedgerMeasure? Measure(int number) =>
        number >= 1 && number <= _measures.Count ? _measures[number - 1] : null;

    public bool IsOverdue(DateOnly today) => IsOpen && Due < today;

    /// <summary>临期: the date is today or within <see cref="LedgerDeadlines.SoonDays"/> days.</summary>
    public bool IsDueSoon(DateOnly today) => IsOpen && Due >= today && Due <= today.AddDays(LedgerDeadlines.SoonDays);

    /// <summary>
    /// 停滞: being worked on, and nothing but notes for <see cref="LedgerDeadlines.StalledDays"/> days.
    /// </summary>
    public bool IsStalled(DateTimeOffset now) =>
        State is LedgerState.Planned or LedgerState.InProgress or LedgerState.Returned or LedgerState.Reopened
        && now - LastProgress > TimeSpan.FromDays(LedgerDeadlines.StalledDays);

    public DateTimeOffset LastProgress => _entries.FindLast(entry => entry.Act is not LedgerAct.Note)!.At;

    public bool IsEvidenceMissing => IsOpen && LiveMeasures.Any(measure => measure.IsEvidenceMissing);

    /// <summary>
    /// What is missing between the finding and whoever answers for it; nothing is asked of a mere proposal.
    /// </summary>
    public IEnumerable<ChainGap> ChainGaps()
    {
        if (State is LedgerState.Proposed or LedgerState.Confirmed or LedgerState.Voided)
        {
            yield break;
        }

        if (Lead is null)
        {
            yield return ChainGap.NoLead;
        }

        if (Verifier is null)
        {
            yield return ChainGap.NoVerifier;
        }

        if (!IsAccepted)
        {
            yield return ChainGap.NotAccepted;
        }
    }

    /// <summary>Measures that wait for a verifier: reported, or verified before what was verified changed.</summary>
    public IEnumerable<LedgerMeasure> ToVerify => LiveMeasures.Where(measure =>
        measure.State is MeasureState.Reported
        || (measure.State is MeasureState.Verified && this.WhyNotStanding(measure).Any()));

    /// <summary>Every part somebody has or had in the item.</summary>
    public Part PartOf(PersonId person)
    {
        Part part = Part.None;
        Add(Subject?.Id == person, Part.Subject);
        Add(Owner?.Id == person, Part.Owner);
        Add(Helpers.Any(helper => helper.Id == person), Part.Helper);
        Add(Lead?.Id == person, Part.Lead);
        Add(_pastDoers.Contains(person), Part.PastDoer);
        Add(_reporters.Contains(person), Part.Reporter);
        Add(_uploaders.Contains(person), Part.Uploader);
        Add(_amenders.Contains(person), Part.Amender);
        Add(Verifier?.Id == person || _checkers.Contains(person), Part.Verifier);
        Add(LiveMeasures.Any(measure => measure.Verified?.By.Id == person), Part.Certifier);
        return part;

        void Add(bool has, Part which) => part |= has ? which : Part.None;
    }

    /// <summary>Everybody who has or had a part.</summary>
    public IReadOnlySet<PersonId> Participants =>
        new[] { Subject, Owner, Lead, Verifier }.Concat(Helpers).OfType<NamedPerson>().Select(named => named.Id)
            .Concat(_pastDoers).Concat(_reporters).Concat(_uploaders).Concat(_amenders).Concat(_checkers).ToHashSet();

    internal LedgerEntry Append(LedgerAct act, Person by, string note, LedgerDetail? detail, DateTimeOffset at)
    {
        // To the millisecond and through JSON, so that the item that lives on is the one that would be read back.
        var entry = new LedgerEntry(
            _entries.Count + 1,
            act,
            NamedPerson.Of(by),
            new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero),
            StoredText.Of(note),
            LedgerJson.Read(LedgerJson.Write(detail)));
        Add(entry);
        return entry;
    }

    private void Add(LedgerEntry entry)
    {
        PersonId by = entry.By.Id;
        switch (entry.Act, entry.Detail)
        {
            case (LedgerAct.Propose, Proposal proposal):
                Proposal = proposal;
                (Office, Owner, Due) = (proposal.Office, proposal.Owner, proposal.Due);
                _measures.AddRange(proposal.Measures.Select((measure, index) => new LedgerMeasure(
                    index + 1,
                    new PlannedMeasure(measure.Text, []) { Source = measure.Source },
                    MeasureState.NotStarted)));
                break;
            case (LedgerAct.Plan, LedgerPlan plan):
                Take(plan);
                break;
            case (LedgerAct.AddMeasure, LedgerDetail.AddedMeasure added):
                _measures.Add(new LedgerMeasure(_measures.Count + 1, added.Measure, MeasureState.InProgress));
                break;
            case (LedgerAct.CancelMeasure, LedgerDetail.OneMeasure one):
                _measures[one.Measure - 1].Cancel();
                break;
            case (LedgerAct.AmendCriterion, LedgerDetail.AmendedCriterion amended):
                _measures[amended.Measure - 1].Amend(amended.Criterion, amended.Text);
                if (IsLocked)
                {
                    _amenders.Add(by);
                }

                break;
            case (LedgerAct.Report, LedgerDetail.HandedIn handedIn):
                _reporters.Add(by);
                Take(entry, handedIn);
                _measures[handedIn.Measure - 1].TakeReport(entry);
                break;
            case (LedgerAct.AddEvidence, LedgerDetail.HandedIn handedIn):
                Take(entry, handedIn);
                break;
            case (LedgerAct.WithdrawEvidence, LedgerDetail.WithdrawnEvidence withdrawn):
                _measures[withdrawn.Measure - 1].Withdraw(withdrawn.Evidence);
                break;
            case (LedgerAct.ReturnMeasure, LedgerDetail.OneMeasure one):
                _measures[one.Measure - 1].Return(entry.Note);
                break;
            case (LedgerAct.VerifyMeasure, Verification verification):
                _measures[verification.Measure - 1].Verify(entry, verification);
                break;
            case (LedgerAct.ReturnClosure or LedgerAct.Reopen, LedgerDetail.RedoneMeasures redone):
                Redo(entry, redone);
                break;
            case (LedgerAct.RequestExtension, LedgerDetail.NewDue):
                PendingExtension = entry;
                break;
            case (LedgerAct.Extend, LedgerDetail.NewDue extension):
                (Due, PendingExtension, Extensions) = (extension.Due, null, Extensions + 1);
                break;
            case (LedgerAct.Handover, LedgerDetail.NewOwner handover):
                Take(handover);
                break;
            case (_, null):
                TakeBare(entry);
                break;
            default:
                throw new InvalidDataException($"Entry {entry.Number} of item {Id} is no {entry.Act}.");
        }

        if (LedgerActs.IsCheck(entry.Act))
        {
            _checkers.Add(by);
        }

        State = Next(entry.Act);
        _entries.Add(entry);
    }

    private LedgerState Next(LedgerAct act) => act switch
    {
        LedgerAct.Propose => LedgerState.Proposed,
        LedgerAct.Confirm => LedgerState.Confirmed,
        LedgerAct.Plan => LedgerState.Planned,
        LedgerAct.Accept when State is LedgerState.Planned or LedgerState.Reopened => LedgerState.InProgress,
        LedgerAct.Report => LedgerState.InProgress,
        LedgerAct.RequestClosure => LedgerState.ClosureRequested,
        LedgerAct.ReturnClosure => LedgerState.Returned,
        LedgerAct.Close => LedgerState.Closed,
        LedgerAct.Reopen => LedgerState.Reopened,
        LedgerAct.Void => LedgerState.Voided,
        _ => State,
    };

    private void TakeBare(LedgerEntry entry)
    {
        switch (entry.Act)
        {
            case LedgerAct.Accept:
                (IsLocked, IsAccepted) = (true, true);
                _pastDoers.UnionWith(
                    new[] { Owner, Lead }.OfType<NamedPerson>().Concat(Helpers).Select(doer => doer.Id));
                _measures.ForEach(measure => measure.Start());
                break;
            case LedgerAct.DeclineExtension:
                PendingExtension = null;
                break;
            case LedgerAct.RequestVoid:
                PendingVoid = entry;
                break;
            case LedgerAct.DeclineVoid or LedgerAct.Void:
                PendingVoid = null;
                break;
            case LedgerAct.RequestClosure:
                ClosureRequest = entry;
                break;
            case LedgerAct.Close:
                _closures.Add(
                    new Closure(entry, ClosureRequest!, [.. LiveMeasures.Select(measure => measure.Verified!)], null));
                (ClosureRequest, PendingExtension) = (null, null);
                break;
            case LedgerAct.Confirm or LedgerAct.Note:
                break;
            default:
                throw new InvalidDataException($"Entry {entry.Number} of item {Id} is no {entry.Act}.");
        }
    }

    private void Take(LedgerPlan plan)
    {
        (Office, Owner, Lead, Helpers) = (plan.Office!, plan.Owner, plan.Lead, plan.Helpers);
        (Verifier, Level, Due) = (plan.Verifier, plan.Level, plan.Due);
        OriginalDue = plan.Due;
        IsAccepted = false;
        _measures.Clear();
        _measures.AddRange(plan.Measures.Select((measure, index) =>
            new LedgerMeasure(index + 1, measure, MeasureState.NotStarted)));
    }

    private void Take(LedgerEntry entry, LedgerDetail.HandedIn handedIn)
    {
        int held = _measures.Sum(measure => measure.Evidence.Count);
        foreach (Evidence evidence in handedIn.Evidence)
        {
            _measures[handedIn.Measure - 1].Take(new HeldEvidence(++held, evidence, entry.By, entry.At, false));
            _uploaders.Add(entry.By.Id);
        }
    }

    private void Take(LedgerDetail.NewOwner handover)
    {
        _pastDoers.Add(Owner!.Id);
        (Owner, Office) = (handover.Owner, handover.Office);
        Helpers = [.. Helpers.Where(helper => helper.Id != handover.Owner.Id)];
        Verifier = Verifier?.Id == handover.Owner.Id ? null : Verifier;
        IsAccepted = false;
    }

    private void Redo(LedgerEntry entry, LedgerDetail.RedoneMeasures redone)
    {
        foreach (int measure in redone.Measures)
        {
            _measures[measure - 1].Return(entry.Note);
        }

        ClosureRequest = null;
        if (entry.Act is LedgerAct.Reopen)
        {
            _closures[^1] = _closures[^1] with { ReopenedBy = entry };
            Due = redone.Due ?? throw new UnreachableException("Reopening names a date.");
            IsAccepted = false;
        }
    }
}
