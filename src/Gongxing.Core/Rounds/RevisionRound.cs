using Gongxing.Core.Ledger;
using Gongxing.Core.People;

namespace Gongxing.Core.Rounds;

/// <summary>A revision round (审改轮次): the statements of a meeting are read by reviewers until each is fit to be given.</summary>
/// <remarks>
/// <code>
///       close
/// Open ───────▶ Closed
///   ▲              │
///   └── reopen ────┘
/// </code>
/// A round is only ever added to. The statements in it have histories of their own, see <see cref="Submission"/>: two
/// people who work on different statements are never in each other's way.
/// </remarks>
public sealed class RevisionRound
{
    private readonly List<RoundEntry> _entries = [];
    private int _stored;

    private RevisionRound(OrganisationId organisation, RoundId id) => (Organisation, Id) = (organisation, id);

    public OrganisationId Organisation { get; }
    public RoundId Id { get; }
    public IReadOnlyList<RoundEntry> Entries => _entries;

    /// <summary>What was done since the round was restored, or all of a new one: still to be stored.</summary>
    public IReadOnlyList<RoundEntry> Unstored => _entries[_stored..];
    public RoundTerms Terms { get; private set; } = null!;
    public string Title => Terms.Title;
    public NamedOffice Office => Terms.Office;
    public bool IsOpen { get; private set; }

    /// <summary>A new round of one entry, held by the office of whoever opens it.</summary>
    /// <exception cref="RefusedException">See <see cref="WhyNotOpen"/>; or the terms lack something.</exception>
    public static RevisionRound Open(RoundId id, Person by, RoundTerms terms, DateOnly today, DateTimeOffset at)
    {
        RefusedException.ThrowIfAny([.. WhyNotOpen(by), .. WhyNot(terms, today)]);
        var round = new RevisionRound(by.Organisation, id);
        round.Append(RoundAct.Open, by, "", terms, at);
        return round;
    }

    /// <summary>Rebuilds a round from what was stored of it, oldest first.</summary>
    /// <exception cref="InvalidDataException">The entries are not numbered 1, 2, 3… or do not begin with the opening.</exception>
    public static RevisionRound Restore(OrganisationId organisation, RoundId id, IReadOnlyList<RoundEntry> entries)
    {
        var round = new RevisionRound(organisation, id);
        foreach (RoundEntry entry in entries)
        {
            if (entry.Number != round._entries.Count + 1 || (entry.Number == 1) != (entry.Act is RoundAct.Open))
            {
                throw new InvalidDataException($"Round {id} has no proper entry {round._entries.Count + 1}.");
            }

            round.Add(entry);
        }

        round._stored = entries.Count;
        return entries.Count > 0 ? round : throw new InvalidDataException($"Round {id} has no entry.");
    }

    /// <summary>Why <paramref name="by"/> may open no round; none when they may.</summary>
    public static IReadOnlyList<Refusal> WhyNotOpen(Person by) =>
        by.IsActive && !by.Is(Roles.Administrator) && by.Is(Roles.Clerk | Roles.Head) ? [] : [Refusal.NotYourRole];

    /// <summary>Why <paramref name="person"/> may not arrange the round, that is, see all of it, fill it, assign and end it.</summary>
    /// <remarks>
    /// The clerks of the office that holds it, and the heads of that office and those above. What they see of all statements is
    /// where each stands; the words of one show only to who may read it.
    /// </remarks>
    public Refusal? WhyNotArrange(Person person, OfficeTree offices) =>
        person.Organisation != Organisation || !person.IsActive || person.Is(Roles.Administrator) ? Refusal.NotVisible
        : (person.Is(Roles.Clerk) && person.Office == Office.Id)
            || (person.Is(Roles.Head) && offices.IsWithin(Office.Id, person.Office)) ? null
        : Refusal.NotYourRole;

    /// <summary>Why <paramref name="by"/> may not do <paramref name="act"/> now, whatever they would write into the form.</summary>
    public IReadOnlyList<Refusal> WhyNot(RoundAct act, Person by, OfficeTree offices) =>
    [
        .. WhyNotArrange(by, offices) is { } why ? [why] : Array.Empty<Refusal>(),
        .. IsOpen == (act is RoundAct.Reopen) ? [IsOpen ? Refusal.NotInThisState : Refusal.RoundClosed] : Array.Empty<Refusal>(),
    ];

    public RoundEntry Amend(
        Person by, OfficeTree offices, string title, DateOnly due, DateOnly today, string note, DateTimeOffset at)
    {
        RoundTerms terms = Terms with { Title = StoredText.Of(title), Due = due };
        return Do(RoundAct.Amend, by, offices, note, terms, at, due == Terms.Due ? WhyNot(terms, due) : WhyNot(terms, today));
    }

    public RoundEntry Close(Person by, OfficeTree offices, string note, DateTimeOffset at) =>
        Do(RoundAct.Close, by, offices, note, null, at, []);

    public RoundEntry Reopen(Person by, OfficeTree offices, string reason, DateTimeOffset at) =>
        Do(RoundAct.Reopen, by, offices, reason, null, at, LedgerActs.Reason(reason));

    private static IEnumerable<Refusal> WhyNot(RoundTerms terms, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(terms.Title))
        {
            yield return Refusal.TitleMissing;
        }

        if (terms.Year is < 1900 or > 9999)
        {
            yield return Refusal.YearMissing;
        }

        if (terms.Due < today)
        {
            yield return Refusal.DuePassed;
        }
    }

    private RoundEntry Do(
        RoundAct act,
        Person by,
        OfficeTree offices,
        string note,
        RoundDetail? detail,
        DateTimeOffset at,
        IEnumerable<Refusal> formLacks)
    {
        RefusedException.ThrowIfAny([.. WhyNot(act, by, offices), .. formLacks]);
        return Append(act, by, note, detail, at);
    }

    private RoundEntry Append(RoundAct act, Person by, string note, RoundDetail? detail, DateTimeOffset at)
    {
        // Through JSON, so that the round that lives on is the one that would be read back.
        var entry = new RoundEntry(
            _entries.Count + 1, act, NamedPerson.Of(by), Millisecond.Of(at), StoredText.Of(note), RoundJson.Read(RoundJson.Write(detail)));
        Add(entry);
        return entry;
    }

    private void Add(RoundEntry entry)
    {
        switch (entry.Act, entry.Detail)
        {
            case (RoundAct.Open or RoundAct.Amend, RoundTerms terms):
                Terms = terms;
                IsOpen = IsOpen || entry.Act is RoundAct.Open;
                break;
            case (RoundAct.Close or RoundAct.Reopen, null):
                IsOpen = entry.Act is RoundAct.Reopen;
                break;
            default:
                throw new InvalidDataException($"Entry {entry.Number} of round {Id} is no {entry.Act}.");
        }

        _entries.Add(entry);
    }
}
