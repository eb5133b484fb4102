using System.Data.Common;
using Dapper;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.EvidenceReuse;
using Gongxing.Tests.Core.Ledger;
using Gongxing.Tests.Storage.Ledger;

namespace Gongxing.Tests.Storage.EvidenceReuse;

public abstract class EvidenceContentStoreTests(TestServer server) : LedgerTests(server)
{
    private EvidenceContentStore Contents => new(Database);

    [Fact]
    public async Task A_file_is_noted_once_where_it_was_handed_in_and_read_once()
    {
        LedgerItem first = await HandedInAsync('a');
        LedgerItem second = await HandedInAsync('a');
        await HandedInAsync('b');

        IReadOnlyList<(LedgerItemId Item, long Sequence)> unseen = await Contents.UnseenAsync(Organisation, 10);
        foreach ((LedgerItemId item, long sequence) in unseen)
        {
            await Contents.NoteAsync((await Ledger.FindAsync(Organisation, item))!, sequence);
        }

        Assert.Equal(3, unseen.Count);
        Assert.Empty(await Contents.UnseenAsync(Organisation, 10));
        Assert.Equal(["a", "b"], (await Contents.UnreadAsync(Organisation, 10)).Select(file => file.Sha256[..1]));
        Assert.Equal(
            new[] { first.Id, second.Id }.OrderBy(id => $"{id}", StringComparer.Ordinal),
            (await Contents.UsesAsync(Organisation, Hash('a'))).Select(place => place.Item));

        var content = new EvidenceContent { Sha256 = Hash('a'), Text = "会议\0记录" };
        await Contents.KeepAsync(Organisation, content);
        await Contents.KeepAsync(Organisation, content with { Text = "别的" });
        await Contents.KeepAsync(Organisation, new EvidenceContent { Sha256 = Hash('b'), Picture = long.MinValue, Reason = "" });

        Assert.Equal(content with { Text = "会议\uFFFD记录" }, await Contents.FindAsync(Organisation, Hash('a')));
        Assert.Empty(await Contents.UnreadAsync(Organisation, 10));
        Assert.Equal([Hash('a')], await Contents.WithTextAsync(Organisation));
        Assert.Equal([(Hash('b'), long.MinValue)], await Contents.PicturesAsync(Organisation));
        Assert.Equal(Hash('a'), await Contents.HashOfAsync(Organisation, content.Id));
        Assert.Null(await Contents.HashOfAsync(Organisation, EvidenceContent.IdOf(Hash('b'))));
        Assert.Empty(await Contents.WithTextAsync(OrganisationId.New()));
    }

    [Fact]
    public async Task What_was_found_is_said_once_and_stays()
    {
        LedgerItem item = await ProposedAsync();
        var found = new EvidenceComparison(
            new EvidencePlace(item.Id, 1), new EvidencePlace(LedgerItemId.New(), 2), "同一次检查", Administrator.Id, Clock.GetUtcNow());

        Assert.True(await Contents.CompareAsync(Organisation, found));
        Assert.False(await Contents.CompareAsync(Organisation, found with { Reason = "另一句" }));

        Assert.Equal([found], await Contents.ComparisonsAsync(Organisation, item.Id));
        foreach (string change in (string[])["update evidence_comparison set reason = ''", "delete from evidence_comparison"])
        {
            await Assert.ThrowsAnyAsync<DbException>(() => Database.WriteAsync(
                Organisation, (connection, transaction) => connection.ExecuteAsync(change, transaction: transaction)));
        }
    }

    private static string Hash(char digit) => new(digit, 64);

    private async Task<LedgerItem> HandedInAsync(char digit)
    {
        LedgerItem item = await ProposedAsync();
        foreach (LedgerAct act in (LedgerAct[])[LedgerAct.Confirm, LedgerAct.Plan, LedgerAct.Accept])
        {
            AnyAct.Do(item, act, act == LedgerAct.Accept ? Owner : Clerk, Owner);
        }

        item.Report(Owner, 1, "走访4次", [new Evidence { File = Cast.File.File! with { Sha256 = Hash(digit) } }], Cast.Monday);
        await Ledger.AppendAsync(item, "");
        return item;
    }
}

public sealed class SqliteEvidenceContentStoreTests() : EvidenceContentStoreTests(TestServer.Sqlite);

public sealed class PostgresEvidenceContentStoreTests() : EvidenceContentStoreTests(TestServer.Postgres);
