using Gongxing.Core.Ledger;
using Gongxing.Storage.Ledger;

namespace Gongxing.Tests.Storage.Ledger;

public abstract class LedgerChainStoreTests(TestServer server) : LedgerTests(server)
{
    private LedgerChainStore Chain => new(Database);

    [Fact]
    public async Task What_the_application_writes_holds()
    {
        await RandomItemsAsync(10, seed: 7);
        ChainHead head = (await Chain.HeadAsync(Organisation))!;

        Assert.Empty(await FaultsAsync());
        Assert.Empty(await FaultsAsync(head));
        Assert.Equal([Organisation], (await Chain.OrganisationsAsync()).Select(organisation => organisation.Id));
    }

    [Theory]
    [InlineData("note", "'没有这回事'")]
    [InlineData("actor_name", "actor_name || ' '")]
    [InlineData("at", "'2024-03-04T01:00:00.001Z'")]
    [InlineData("detail", "detail || ' '")]
    [InlineData("act", "'Close'")]
    public async Task A_changed_column_is_found_and_the_entry_is_named(string column, string value)
    {
        LedgerItem item = await ThreeEntriesAsync();

        await TamperAsync($"update ledger_entry set {column} = {value} where sequence = 2");

        Assert.Equal([new ChainFault(ChainFaultKind.Changed, 2, 2, $"{item.Id}", 2)], await FaultsAsync());
    }

    [Fact]
    public async Task A_removed_entry_and_a_cut_tail_are_found()
    {
        await ThreeEntriesAsync();

        await TamperAsync("delete from ledger_entry where sequence = 2");
        Assert.Equal([ChainFaultKind.Removed], (await FaultsAsync()).Select(fault => fault.Kind));

        await TamperAsync("delete from ledger_entry where sequence = 3");
        Assert.Equal([ChainFaultKind.TailCut], (await FaultsAsync()).Select(fault => fault.Kind));
    }

    [Fact]
    public async Task A_tail_cut_together_with_the_head_is_found_by_the_fingerprint()
    {
        await ThreeEntriesAsync();
        ChainHead printed = (await Chain.HeadAsync(Organisation))!;

        await TamperAsync(
            """
            update ledger_head set sequence = 2, hash = (select hash from ledger_entry where sequence = 2);
            delete from ledger_entry where sequence = 3;
            """);

        Assert.Empty(await FaultsAsync());
        Assert.Equal([ChainFaultKind.CheckpointBroken], (await FaultsAsync(printed)).Select(fault => fault.Kind));
    }

    private async Task<LedgerItem> ThreeEntriesAsync()
    {
        LedgerItem item = await ProposedAsync();
        item.Confirm(Clerk, "", Clock.GetUtcNow());
        item.Note(Clerk, "已电话联系", Clock.GetUtcNow());
        await Ledger.AppendAsync(item, "");
        return item;
    }

    private async Task<IReadOnlyList<ChainFault>> FaultsAsync(ChainHead? checkpoint = null) =>
        await Chain.VerifyAsync(Organisation, checkpoint).ToListAsync();
}

public sealed class SqliteLedgerChainStoreTests() : LedgerChainStoreTests(TestServer.Sqlite);

public sealed class PostgresLedgerChainStoreTests() : LedgerChainStoreTests(TestServer.Postgres);
