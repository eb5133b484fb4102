using System.Text.Json;
using Gongxing.Core.Ledger;

namespace Gongxing.Core.Rounds;

/// <summary>The one way a <see cref="RoundDetail"/> is written, as <see cref="LedgerJson"/> is for the ledger.</summary>
public static class RoundJson
{
    /// <summary>The JSON text of <paramref name="detail"/>; the empty string for null.</summary>
    public static string Write(RoundDetail? detail) =>
        detail is null ? "" : JsonSerializer.Serialize(detail, LedgerJson.Options);

    /// <exception cref="JsonException">The text is not one that <see cref="Write"/> gives.</exception>
    public static RoundDetail? Read(string json) =>
        json.Length == 0 ? null : JsonSerializer.Deserialize<RoundDetail>(json, LedgerJson.Options);
}
