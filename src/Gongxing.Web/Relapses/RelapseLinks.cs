using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Core.Relapses;
using Gongxing.Core.Statements;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Storage.Relapses;
using Gongxing.Web.Features.Shared;

namespace Gongxing.Web.Relapses;

/// <summary>What was confirmed of an item in both directions, as far as the reader may see the other side.</summary>
public sealed class RelapseLinks(
    RelapseStore relapses, MaterialStore materials, LedgerStore ledger, LedgerListStore items, PeopleStore people)
{
    private const int MostItems = 100;

    public async Task<IReadOnlyList<RelapseLink>> OfAsync(LedgerItem item, Person reader, CancellationToken ct)
    {
        IReadOnlyList<RelapseDecision> decisions = await relapses.AboutAsync(item, ct);
        if (decisions.Count == 0)
        {
            return [];
        }

        var roster = await Roster.ReadAsync(people, reader.Organisation, ct);
        FindingPlace? place = EarlierSayings.PlaceOf(item);
        var links = new List<RelapseLink>();
        for (int i = 0; i < decisions.Count; i++)
        {
            RelapseDecision one = decisions[i];
            bool isLast = !decisions.Skip(i + 1).Any(later => later.IsAbout(one.Now, one.Then, one.Item));
            bool isOld = one.Item == item.Id || one.Then?.IsSameAs(place) == true;
            if (one.Act != RelapseAct.Confirm || !isLast || (!isOld && !one.Now.IsSameAs(place)))
            {
                continue;
            }

            RelapseLink? link = isOld
                ? await LaterAsync(one, reader, roster, ct)
                : await EarlierAsync(one, reader, roster, ct);
            links.AddRange(link is null ? [] : [link]);
        }

        return [.. links.OrderBy(link => link.Year)];
    }

    private async Task<RelapseLink?> LaterAsync(RelapseDecision one, Person reader, Roster roster, CancellationToken ct)
    {
        if (await FindAsync(one.Now, reader, roster, ct) is not { } said)
        {
            return null;
        }

        LedgerItem? own = await ItemAtAsync(one.Now, reader, roster, ct);
        string url = $"/materials/{one.Now.Material}/relapses";
        return new RelapseLink(true, said.Year, said.Title, url, own, roster.Name(one.By), one.At);
    }

    private async Task<RelapseLink?> EarlierAsync(RelapseDecision one, Person reader, Roster roster, CancellationToken ct)
    {
        LedgerItem? item = one.Item is { } id ? await ledger.FindAsync(reader.Organisation, id, ct) : null;
        if (item?.WhyNotRead(reader, roster.Offices) is null && item is not null)
        {
            return new RelapseLink(
                false, item.Proposal.Year, item.Title, $"/ledger/{item.Id}", item, roster.Name(one.By), one.At);
        }

        return one.Then is { } then && await FindAsync(then, reader, roster, ct) is { } said
            ? new RelapseLink(
                false, said.Year, said.Title, $"/materials/{then.Material}#{said.Element}", null, roster.Name(one.By), one.At)
            : null;
    }

    private async Task<(int Year, string Title, string Element)?> FindAsync(
        FindingPlace place, Person reader, Roster roster, CancellationToken ct)
    {
        if (await materials.FindAsync(reader.Organisation, place.Material, ct) is not { } material
            || material.WhyNotRead(reader, roster.Offices) is not null
            || (await materials.StructureAsync(material, ct: ct))?.Statement is not { Year: { } year } statement)
        {
            return null;
        }

        Finding? finding = statement.Findings.FirstOrDefault(one => one.Span.Overlaps(place.Span));
        return finding is null ? null : (year, finding.Title, finding.Id);
    }

    private async Task<LedgerItem?> ItemAtAsync(FindingPlace place, Person reader, Roster roster, CancellationToken ct)
    {
        var filter = new LedgerFilter { Material = place.Material };
        LedgerPage page = await items.ListAsync(reader, filter, DateOnly.MinValue, size: MostItems, ct: ct);
        foreach (LedgerLine line in page.Lines)
        {
            if (await ledger.FindAsync(reader.Organisation, line.Id, ct) is { } item
                && item.State != LedgerState.Voided && item.WhyNotRead(reader, roster.Offices) is null
                && place.IsSameAs(EarlierSayings.PlaceOf(item)))
            {
                return item;
            }
        }

        return null;
    }
}
