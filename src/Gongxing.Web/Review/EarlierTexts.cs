using System.Security.Cryptography;
using System.Text;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.Statements;
using Gongxing.Review.Rules;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.Materials;

namespace Gongxing.Web.Review;

/// <summary>What the same person wrote before, as rules want it, and what tells it from any other such set.</summary>
public sealed record KnownBefore(IReadOnlyList<EarlierText> Texts, string Version)
{
    public static KnownBefore Nothing { get; } = new([], "");
}

/// <summary>Finds what the person a material is about wrote in earlier years, for the review.</summary>
/// <remarks>
/// Of the same office only: whoever may read this material by their office may read those too. A question says the year and
/// whether the item was closed, and quotes nothing but the text it is asked of.
/// </remarks>
public sealed class EarlierTexts(MaterialStore materials, LedgerStore ledger)
{
    private const int MostTexts = 8;

    public async Task<KnownBefore> OfAsync(Material material, CancellationToken ct)
    {
        if (material.Subject is null)
        {
            return KnownBefore.Nothing;
        }

        var texts = new List<EarlierText>();
        var version = new StringBuilder();
        foreach (Material before in await materials.OfSamePersonAsync(material, MostTexts, ct))
        {
            if (await materials.DocumentAsync(before, ct) is { } document
                && await materials.StructureAsync(before, ct: ct) is { Statement.Year: not null } structure)
            {
                var items = await ledger.StatesAsync(before, ct);
                EarlierText text = Of(document, structure.Statement, finding => items
                    .Where(item => item.Span.Overlaps(finding.Span)).Select(item => (bool?)(item.State == LedgerState.Closed))
                    .FirstOrDefault());
                texts.Add(text);
                version.Append(before.Id).Append(' ').Append(structure.Number)
                    .AppendJoin(' ', text.Findings.Select(finding => finding.IsClosed)).Append('\n');
            }
        }

        return texts.Count == 0
            ? KnownBefore.Nothing
            : new KnownBefore(texts, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{version}")).AsSpan(0, 16)));
    }

    /// <param name="isClosed">Whether the ledger item of a finding was struck off; null where there is none.</param>
    public static EarlierText Of(Document document, Statement statement, Func<Finding, bool?>? isClosed = null) =>
        new(document.Text)
        {
            Year = statement.Year,
            Findings =
            [
                .. statement.Findings.Select(finding => new EarlierFinding(
                    finding.Title, finding.Span.In(document.Text).ToString(), isClosed?.Invoke(finding))),
            ],
        };
}
