using Gongxing.Core;
using Gongxing.Core.Materials;
using Gongxing.Core.Statements;
using Gongxing.Storage;
using Gongxing.Storage.Materials;

namespace Gongxing.Tests.Storage.Materials;

public abstract class ReadingStoreTests(TestServer server) : MaterialTests(server)
{
    [Fact]
    public async Task Each_material_is_claimed_once_however_many_readers_there_are()
    {
        for (int i = 0; i < 12; i++)
        {
            await Materials.AddAsync(NewMaterial(Clerk));
        }

        await using Database other = OpenAgain();
        ReadingStore[] readers = [Reading, new ReadingStore(other, Clock)];
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => readers[i % 2].ClaimAsync(Organisation)));

        Assert.Equal(12, claims.OfType<(Material Material, int)>().Select(claim => claim.Material.Id).Distinct().Count());
        Assert.Equal(8, claims.Count(claim => claim is null));
        Assert.All(
            claims.OfType<(Material Material, int)>(), claim => Assert.Equal(MaterialState.Reading, claim.Material.State));
    }

    [Fact]
    public async Task A_claim_whose_reader_died_is_given_out_again_when_its_lease_ends()
    {
        Material material = await Materials.AddAsync(NewMaterial(Clerk));

        Assert.Equal(1, (await Reading.ClaimAsync(Organisation))?.Attempt);
        Assert.Null(await Reading.ClaimAsync(Organisation));

        Clock.Advance(ReadingStore.Lease);
        Assert.Equal(2, (await Reading.ClaimAsync(Organisation))?.Attempt);
        Assert.Equal(MaterialState.Reading, (await Materials.FindAsync(Organisation, material.Id))?.State);
    }

    [Fact]
    public async Task A_restart_gives_claims_back_at_once_unless_another_process_may_hold_them()
    {
        await Materials.AddAsync(NewMaterial(Clerk));
        await Reading.ClaimAsync(Organisation);

        await Reading.RestartAsync(Organisation);

        Assert.Equal(Server == TestServer.Sqlite, await Reading.ClaimAsync(Organisation) is not null);
    }

    [Fact]
    public async Task Of_two_readers_of_one_material_the_slower_is_refused()
    {
        Material material = await AddReadAsync();

        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(
            () => Reading.FinishAsync(material, Document.FromText("别的"), NewStatement()));

        Assert.Equal(Refusal.SomebodyWasFirst, refused.Reason);
        Assert.Equal(Text, (await Materials.DocumentAsync(material))?.Text);
    }

    [Fact]
    public async Task An_unreadable_material_says_why_and_can_be_tried_again()
    {
        Material material = await Materials.AddAsync(NewMaterial(Clerk));
        await Reading.ClaimAsync(Organisation);

        await Reading.GiveUpAsync(material, "Scanned");

        Material unreadable = (await Materials.FindAsync(Organisation, material.Id))!;
        Assert.Equal((MaterialState.Unreadable, "Scanned"), (unreadable.State, unreadable.Reason));
        Assert.Null(await Reading.ClaimAsync(Organisation));

        await Reading.AgainAsync(material);
        Assert.Equal((material, 1), ((await Reading.ClaimAsync(Organisation))!.Value.Material with { State = default }, 1));
    }

    [Fact]
    public async Task What_waits_can_be_held_and_resumed_and_what_is_being_read_goes_on()
    {
        Material before = await Materials.AddAsync(NewMaterial(Clerk));
        Material first = await Materials.AddAsync(NewMaterial(Clerk));
        Material second = await Materials.AddAsync(NewMaterial(Clerk));
        Material others = await Materials.AddAsync(NewMaterial(Administrator));
        Assert.Equal(before.Id, (await Reading.ClaimAsync(Organisation))!.Value.Material.Id);

        Assert.Equal(2, await Reading.HoldAsync(Clerk, before.Id));

        Assert.Equal(MaterialState.Held, (await Materials.FindAsync(Organisation, second.Id))!.State);
        Assert.Equal(others.Id, (await Reading.ClaimAsync(Organisation))!.Value.Material.Id);
        Assert.Null(await Reading.ClaimAsync(Organisation));

        await Reading.AgainAsync(second);
        Assert.Equal(1, await Reading.ResumeAsync(Clerk, before.Id));
        Assert.Equal(first.Id, (await Reading.ClaimAsync(Organisation))!.Value.Material.Id);
        Assert.Equal(second.Id, (await Reading.ClaimAsync(Organisation))!.Value.Material.Id);
    }
}

public sealed class SqliteReadingStoreTests() : ReadingStoreTests(TestServer.Sqlite);

public sealed class PostgresReadingStoreTests() : ReadingStoreTests(TestServer.Postgres);
