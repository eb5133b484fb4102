using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.Ledger;

namespace Gongxing.Web.Tests.Features.Ledger;

internal static class LedgerOfSite
{
    /// <summary>The item behind an address, read from its history.</summary>
    public static async Task<LedgerItem> ItemAsync(this Site site, Person reader, string url) =>
        (await site.Get<LedgerStore>().FindAsync(reader.Organisation, new LedgerItemId(Guid.Parse(url.Split('/')[^1]))))!;
}
