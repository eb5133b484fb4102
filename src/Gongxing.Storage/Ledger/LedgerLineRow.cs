namespace Gongxing.Storage.Ledger;

/// <summary>The columns of a row <c>l</c> of ledger_item, by the names of <see cref="LedgerLine"/>.</summary>
internal static class LedgerLineRow
{
    public const string Columns =
        """
        l.id, l.year, l.serial, l.title, l.aspect, l.state, l.level, l.office, l.office_name OfficeName, l.owner,
        l.owner_name OwnerName, l.lead_name LeadName, l.verifier_name VerifierName, nullif(l.due, '9999-12-31') Due,
        l.measures, l.verified, l.to_verify ToVerify, l.extensions, l.reopenings, l.is_accepted IsAccepted,
        l.progressed_at ProgressedAt, l.changed_at ChangedAt
        """;
}
