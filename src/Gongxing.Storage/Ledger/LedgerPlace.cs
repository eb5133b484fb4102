using System.Globalization;

namespace Gongxing.Storage.Ledger;

/// <summary>
/// A place in a list of items, to go on from: the same wherever the list has grown or shrunk meanwhile.
/// </summary>
public sealed record LedgerPlace(DateOnly? Due, int Year, int Serial)
{
    private const string DateFormat = "yyyyMMdd";

    /// <summary>As it stands in a query string.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture,
            $"{(Due ?? DateOnly.MaxValue).ToString(DateFormat, CultureInfo.InvariantCulture)}-{Year}-{Serial}");

    /// <summary>Null for a text that is no place.</summary>
    public static LedgerPlace? Parse(string? text) =>
        text?.Split('-') is [var due, var year, var serial]
        && DateOnly.TryParseExact(due, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int inYear)
        && int.TryParse(serial, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? new LedgerPlace(date == DateOnly.MaxValue ? null : date, inYear, number)
            : null;
}
