using System.Globalization;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;

namespace Gongxing.Storage.Ledger;

/// <summary>How an entry and a row of ledger_entry become one another.</summary>
internal static class EntryRow
{
    /// <summary>In the order of <see cref="ChainEntry"/>, whose names differ from them by underscores only.</summary>
    public const string Columns =
        "organisation, sequence, item, number, act, actor, actor_name, at, note, form, detail, previous, hash";

    public const string Selected =
        """
        e.organisation, e.sequence, e.item, e.number, e.act, e.actor, e.actor_name ActorName, e.at, e.note, e.form,
        e.detail, e.previous, e.hash
        """;

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The entry as the next link after <paramref name="head"/>.</summary>
    public static ChainEntry Link(
        OrganisationId organisation, LedgerItemId item, LedgerEntry entry, string form, ChainHead head) =>
        new ChainEntry(
            $"{organisation}",
            head.Sequence + 1,
            $"{item}",
            entry.Number,
            $"{entry.Act}",
            $"{entry.By.Id}",
            TextColumn.Of(entry.By.Name),
            entry.At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
            entry.Note,
            TextColumn.Of(form),
            LedgerJson.Write(entry.Detail),
            head.Hash,
            "").Sealed();

    public static LedgerEntry ToEntry(this ChainEntry row) => new(
        (int)row.Number,
        Enum.Parse<LedgerAct>(row.Act),
        new NamedPerson(new PersonId(Guid.ParseExact(row.Actor, "N")), row.ActorName),
        DateTimeOffset.ParseExact(row.At, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        row.Note,
        LedgerJson.Read(row.Detail));
}
