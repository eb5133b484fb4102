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
        await Contents.KeepAsync(Organisation, new EvidenceContent { Sha256 = Hash('b'), Reason = "Damaged" });

        EvidenceContent? kept = await Contents.FindAsync(Organisation, Hash('a'));
        Assert.Equal((content.Sha256, "会议\uFFFD记录", ""), (kept?.Sha256, kept?.Text, kept?.Reason));
        Assert.Empty(await Contents.UnreadAsync(Organisation, 10));
        Assert.Equal([Hash('a')], await Contents.WithTextAsync(Organisation));
        Assert.Equal(Hash('a'), await Contents.HashOfAsync(Organisation, content.Id));
        Assert.Null(await Contents.HashOfAsync(Organisation, EvidenceContent.IdOf(Hash('b'))));
        Assert.Empty(await Contents.WithTextAsync(OrganisationId.New()));
    }

    [Fact]
    public async Task The_pictures_of_a_file_are_kept_once_and_told_of_every_other_item_that_has_it()
    {
        LedgerItem first = await HandedInAsync('a');
        LedgerItem second = await HandedInAsync('a');
        LedgerItem third = await HandedInAsync('b');
        foreach ((LedgerItemId item, long sequence) in await Contents.UnseenAsync(Organisation, 10))
        {
            await Contents.NoteAsync((await Ledger.FindAsync(Organisation, item))!, sequence);
        }

        EvidencePicture[] inside = [new(2, long.MinValue), new(11, long.MaxValue)];
        var content = new EvidenceContent { Sha256 = Hash('a'), Text = "整改情况", Pictures = inside };
        await Contents.KeepAsync(Organisation, content);
        await Contents.KeepAsync(Organisation, content with { Pictures = [new(3, 1)] });
        await Contents.KeepAsync(Organisation, new EvidenceContent { Sha256 = Hash('b'), Pictures = [new(0, -1)] });

        Assert.Equal(inside, (await Contents.FindAsync(Organisation, Hash('a')))!.Pictures);
        Assert.Empty(await Contents.UnreadAsync(Organisation, 10));
        Assert.Equal(
            from item in new[] { first.Id, second.Id }.OrderBy(id => $"{id}", StringComparer.Ordinal)
            from picture in inside
            select new PlacedPicture(Hash('a'), new EvidencePlace(item, 1), picture),
            await Contents.PicturesBesideAsync(Organisation, third.Id, [-1, long.MaxValue, long.MinValue]));
        Assert.Equal(
            [(second.Id, 11)],
            (await Contents.PicturesBesideAsync(Organisation, first.Id, [long.MaxValue])).Select(one => (one.Place.Item, one.Picture.Number)));
        Assert.Equal([long.MinValue, -1, long.MaxValue], (await Contents.LooksAsync(Organisation)).Order());
        Assert.Empty(await Contents.PicturesBesideAsync(Organisation, first.Id, []));
        Assert.Empty(await Contents.PicturesBesideAsync(OrganisationId.New(), first.Id, [long.MaxValue]));
        Assert.Empty(await Contents.LooksAsync(OrganisationId.New()));
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
