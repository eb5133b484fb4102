using System.Data.Common;
using Dapper;
using Gongxing.Core;
using Gongxing.Core.Duplicates;
using Gongxing.Core.People;
using Gongxing.Storage.Duplicates;

namespace Gongxing.Tests.Storage.Duplicates;

public abstract class WordingStoreTests(TestServer server) : FoundedStoreTests(server)
{
    private const string Notice = "各单位要对照通知要求，逐项开展自查。";

    private WordingStore Wordings => new(Database);

    [Fact]
    public async Task What_was_said_of_a_wording_stays_and_the_newest_is_in_force()
    {
        WordingEntry allowed = await AddAsync(null, WordingAct.Allow);
        WordingEntry withdrawn = await AddAsync(allowed, WordingAct.Withdraw);
        WordingEntry other = await AddAsync(null, WordingAct.Allow, "另一段话");

        Assert.Equal(
            [withdrawn, allowed],
            (await Wordings.EntriesAsync(Organisation)).Where(entry => entry.Key == allowed.Key));
        Assert.Equal(3, (await Wordings.EntriesAsync(Organisation)).Count);
        Assert.Equal(withdrawn, await Wordings.NewestAsync(Organisation, allowed.Key));
        Assert.Equal(other, await Wordings.NewestAsync(Organisation, other.Key));
        Assert.Empty(await Wordings.EntriesAsync(OrganisationId.New()));
    }

    [Fact]
    public async Task Of_two_entries_after_the_same_one_the_second_is_refused_and_none_is_ever_changed()
    {
        WordingEntry allowed = await AddAsync(null, WordingAct.Allow);

        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => Wordings.AddAsync(Organisation, allowed));
        Assert.Equal(Refusal.SomebodyWasFirst, refused.Reason);
        foreach (string change in (string[])["delete from common_wording", "update common_wording set words = ''"])
        {
            await Assert.ThrowsAnyAsync<DbException>(() => Database.WriteAsync(
                Organisation, (connection, transaction) => connection.ExecuteAsync(change, null, transaction)));
        }

        Assert.Equal([allowed], await Wordings.EntriesAsync(Organisation));
    }

    private async Task<WordingEntry> AddAsync(WordingEntry? last, WordingAct act, string words = Notice)
    {
        WordingEntry entry = WordingEntry.After(last, act, words, "通知原文", Administrator.Id, Clock.GetUtcNow());
        await Wordings.AddAsync(Organisation, entry);
        return entry;
    }
}

public sealed class SqliteWordingStoreTests() : WordingStoreTests(TestServer.Sqlite);

public sealed class PostgresWordingStoreTests() : WordingStoreTests(TestServer.Postgres);
