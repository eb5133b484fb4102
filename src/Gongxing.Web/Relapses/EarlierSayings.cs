using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Relapses;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.Materials;

namespace Gongxing.Web.Relapses;

/// <summary>Gathers what a person, an office or the rounds of earlier years said, as far as the reader may see it.</summary>
public sealed class EarlierSayings(MaterialStore materials, LedgerStore ledger, LedgerListStore items)
{
    // The newest of a person and of an office; the rest is so long ago that nobody would ask about it.
    private const int MostMaterials = 60;
    private const int MostItems = 300;

    /// <param name="year">Only what was said before it.</param>
    public async Task<IReadOnlyList<EarlierSaying>> BeforeAsync(
        Person reader, OfficeTree offices, Material material, int year, CancellationToken ct)
    {
        var sayings = new List<EarlierSaying>();
        foreach (Material other in await materials.BesideAsync(reader, material, MostMaterials, ct))
        {
            if (await materials.StructureAsync(other, ct: ct) is { Statement: { Year: { } said } statement } && said < year
                && await materials.DocumentAsync(other, ct) is { } document)
            {
                bool isOwn = material.Subject is not null && other.Subject == material.Subject;
                sayings.AddRange(statement.Findings.Select(finding => new EarlierSaying(
                    said,
                    finding.Title,
                    finding.Span.In(document.Text).ToString(),
                    other,
                    new FindingPlace(other.Id, finding.Span),
                    null,
                    isOwn)));
            }
        }

        foreach (LedgerItemId id in await items.EarlierAsync(reader, material, year, MostItems, ct))
        {
            if (await ledger.FindAsync(reader.Organisation, id, ct) is { } item && item.WhyNotRead(reader, offices) is null)
            {
                Take(sayings, item, material);
            }
        }

        return sayings;
    }

    // An item of a finding that is known already says what became of that; one that is not is a saying of its own.
    private static void Take(List<EarlierSaying> sayings, LedgerItem item, Material material)
    {
        FindingPlace? place = PlaceOf(item);
        int known = place is null ? -1 : sayings.FindIndex(saying => place.IsSameAs(saying.Place));
        if (known >= 0)
        {
            sayings[known] = sayings[known] with { Item = item };
            return;
        }

        Proposal proposal = item.Proposal;
        string text = proposal.Text.StartsWith(proposal.Title, StringComparison.Ordinal)
            ? proposal.Text
            : $"{proposal.Title.TrimEnd('。')}。{proposal.Text}";
        bool isOwn = material.Subject is not null && item.Subject?.Id == material.Subject;
        sayings.Add(new EarlierSaying(proposal.Year, proposal.Title, text, null, place, item, isOwn));
    }

    /// <summary>Where the finding of an item stands; null for one that was typed by hand.</summary>
    public static FindingPlace? PlaceOf(LedgerItem item) =>
        item.Proposal.Source is { } source ? new FindingPlace(source.Material, source.Span) : null;
}
