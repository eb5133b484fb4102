using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;

namespace Gongxing.Storage.Rounds;

/// <summary>A row of round_entry: an act on a round or on a statement in one.</summary>
internal sealed class RoundEntryRow
{
    public const string Columns = "e.number, e.act, e.actor, e.actor_name ActorName, e.at, e.note, e.detail";

    public long Number { get; init; }
    public string Act { get; init; } = "";
    public PersonId Actor { get; init; }
    public string ActorName { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string Note { get; init; } = "";
    public string Detail { get; init; } = "";

    public RoundEntry ToRoundEntry() => new(
        (int)Number, Enum.Parse<RoundAct>(Act), new NamedPerson(Actor, ActorName), At, Note, RoundJson.Read(Detail));

    public SubmissionEntry ToSubmissionEntry() => new(
        (int)Number, Enum.Parse<SubmissionAct>(Act), new NamedPerson(Actor, ActorName), At, Note, RoundJson.Read(Detail));
}
