using Gongxing.Core.Ledger;

namespace Gongxing.Tests.Core.Ledger;

public class LedgerChainTests
{
    private const int Length = 40;
    private readonly List<ChainEntry> _chain = Chain(Length);

    private static ChainHead Head => new(Length, Chain(Length)[^1].Hash);

    [Fact]
    public async Task A_chain_that_nobody_touched_holds()
    {
        Assert.Empty(await VerifyAsync());
        Assert.Empty(await VerifyAsync(ChainHead.Parse($"17:{_chain[16].Hash[..32]}")));
    }

    [Fact]
    public async Task A_changed_byte_anywhere_is_found_and_named()
    {
        foreach (Func<ChainEntry, ChainEntry> change in Changes())
        {
            foreach (int index in new[] { 0, 16, Length - 1 })
            {
                List<ChainEntry> chain = Chain(Length);
                chain[index] = change(chain[index]);

                ChainFault fault = Assert.Single(await VerifyAsync(chain));

                Assert.Equal((ChainFaultKind.Changed, (long)index + 1), (fault.Kind, fault.Sequence));
            }
        }
    }

    [Fact]
    public async Task An_entry_that_was_changed_and_sealed_again_is_named_by_the_next_one()
    {
        _chain[16] = (_chain[16] with { Note = "没有这回事" }).Sealed();

        ChainFault fault = Assert.Single(await VerifyAsync());

        Assert.Equal((ChainFaultKind.Changed, 17L, _chain[16].Item, _chain[16].Number),
            (fault.Kind, fault.Sequence, fault.Item, fault.Number));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(17, 17)]
    [InlineData(17, 20)]
    public async Task Removed_entries_are_named(int first, int last)
    {
        _chain.RemoveRange(first - 1, last - first + 1);

        ChainFault fault = Assert.Single(await VerifyAsync());

        Assert.Equal((ChainFaultKind.Removed, (long)first, (long)last), (fault.Kind, fault.Sequence, fault.Last));
    }

    [Fact]
    public async Task An_entry_removed_with_the_rest_pushed_up_is_named()
    {
        _chain.RemoveAt(16);
        Renumber();

        IReadOnlyList<ChainFault> faults = await VerifyAsync();

        Assert.Contains(faults, fault => fault is { Kind: ChainFaultKind.Removed, Sequence: 17, Last: 17 });
        Assert.Single(faults);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_entry_put_in_with_the_rest_pushed_down_is_named(bool isSealed)
    {
        ChainEntry forged = _chain[16] with { Item = new string('f', 32), Note = "补记" };
        _chain.Insert(16, isSealed ? forged.Sealed() : forged);
        Renumber();

        ChainFault fault = Assert.Single(await VerifyAsync());

        Assert.Equal((ChainFaultKind.Inserted, 17L, forged.Item), (fault.Kind, fault.Sequence, fault.Item));
    }

    [Theory]
    [InlineData(4, 5)]
    [InlineData(4, 30)]
    public async Task Two_entries_that_changed_places_are_found(int one, int other)
    {
        (_chain[one], _chain[other]) = (_chain[other], _chain[one]);
        Renumber();

        IReadOnlyList<ChainFault> faults = await VerifyAsync();

        Assert.Contains(faults, fault => fault.Kind is ChainFaultKind.Moved && fault.Original == one + 1);
    }

    [Fact]
    public async Task A_cut_tail_is_named_by_the_head()
    {
        _chain.RemoveRange(Length - 3, 3);

        ChainFault fault = Assert.Single(await VerifyAsync());

        Assert.Equal((ChainFaultKind.TailCut, 38L, 40L), (fault.Kind, fault.Sequence, fault.Last));
    }

    [Fact]
    public async Task Entries_beyond_the_head_were_put_in()
    {
        List<ChainEntry> longer = Chain(Length + 2);

        ChainFault fault = Assert.Single(await VerifyAsync(longer));

        Assert.Equal((ChainFaultKind.Inserted, 41L, 42L), (fault.Kind, fault.Sequence, fault.Last));
    }

    [Fact]
    public async Task A_history_written_anew_from_some_point_is_betrayed_by_a_fingerprint_from_outside_alone()
    {
        ChainHead printed = new(30, _chain[29].Hash);
        List<ChainEntry> forged = Chain(Length, note: index => index < 20 ? "正常办理" : "改写");
        ChainHead head = new(Length, forged[^1].Hash);

        Assert.Empty(await KindsAsync(forged, head));
        Assert.Equal([ChainFaultKind.CheckpointBroken], await KindsAsync(forged, head, printed));
        Assert.Equal(
            [ChainFaultKind.CheckpointBroken],
            await KindsAsync(_chain.Take(20), new ChainHead(20, _chain[19].Hash), printed));
    }

    [Fact]
    public async Task An_empty_chain_holds_unless_the_head_knows_better()
    {
        Assert.Empty(await KindsAsync([], null));
        Assert.Equal([ChainFaultKind.TailCut], await KindsAsync([], Head));
    }

    [Fact]
    public async Task A_history_that_is_all_wrong_is_passed_in_bounded_time()
    {
        List<ChainEntry> chain = [.. Chain(5000).Select(entry => entry with { At = "" })];

        Assert.Equal(5000, (await KindsAsync(chain, null)).Count(kind => kind is ChainFaultKind.Changed));
    }

    [Theory]
    [InlineData("7:0123456789abcdef0123456789ABCDEF", true)]
    [InlineData("7:0123456789abcdef", false)]
    [InlineData("0123456789abcdef0123456789abcdef", false)]
    [InlineData("-7:0123456789abcdef0123456789abcdef", false)]
    [InlineData("7:0123456789abcdef0123456789abcdeg", false)]
    public void A_fingerprint_is_a_number_and_enough_of_a_hash(string text, bool isOne) =>
        Assert.Equal(isOne, ChainHead.Parse(text) is not null);

    [Fact]
    public void The_encoding_is_the_documented_one()
    {
        ChainEntry entry = Chain(1)[0] with { Hash = "" };
        string text = "17:gongxing-ledger-1,32:" + entry.Organisation + ",1:1,32:" + entry.Item + ",1:1,4:Note,32:"
            + entry.Actor + ",9:经办人,24:" + entry.At + ",12:正常办理,0:,0:,64:" + LedgerChain.Beginning + ",";

        Assert.Equal(
            Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))),
            entry.ComputeHash());
    }

    private static IEnumerable<Func<ChainEntry, ChainEntry>> Changes() =>
    [
        entry => entry with { Item = new string('b', 32) },
        entry => entry with { Number = entry.Number + 1 },
        entry => entry with { Act = "Close" },
        entry => entry with { Actor = new string('c', 32) },
        entry => entry with { ActorName = "经办入" },
        entry => entry with { At = "2024-03-04T01:00:01.000Z" },
        entry => entry with { Note = entry.Note + " " },
        entry => entry with { Form = "x" },
        entry => entry with { Detail = "{}" },
        entry => entry with { Previous = new string('d', 64) },
        entry => entry with { Note = entry.ActorName, ActorName = entry.Note },
        entry => entry with { Hash = new string('e', 64) },
    ];

    private static List<ChainEntry> Chain(int length, Func<int, string>? note = null)
    {
        List<ChainEntry> chain = [];
        for (int index = 0; index < length; index++)
        {
            chain.Add(new ChainEntry(
                Organisation: new string('1', 32),
                Sequence: index + 1,
                Item: new string((char)('0' + (index % 3)), 32),
                Number: 1 + (index / 3),
                Act: "Note",
                Actor: new string('a', 32),
                ActorName: "经办人",
                At: "2024-03-04T01:00:00.000Z",
                Note: note?.Invoke(index) ?? "正常办理",
                Form: "",
                Detail: "",
                Previous: index == 0 ? LedgerChain.Beginning : chain[^1].Hash,
                Hash: "").Sealed());
        }

        return chain;
    }

    private static async Task<IReadOnlyList<ChainFaultKind>> KindsAsync(
        IEnumerable<ChainEntry> chain, ChainHead? head, ChainHead? checkpoint = null) =>
        await LedgerChain.VerifyAsync(chain.ToAsyncEnumerable(), head, checkpoint)
            .Select(fault => fault.Kind).ToListAsync();

    private void Renumber()
    {
        for (int index = 0; index < _chain.Count; index++)
        {
            _chain[index] = _chain[index] with { Sequence = index + 1 };
        }
    }

    private Task<List<ChainFault>> VerifyAsync() => VerifyAsync(_chain);

    private Task<List<ChainFault>> VerifyAsync(ChainHead? checkpoint) =>
        LedgerChain.VerifyAsync(_chain.ToAsyncEnumerable(), Head, checkpoint).ToListAsync().AsTask();

    private static Task<List<ChainFault>> VerifyAsync(List<ChainEntry> chain) =>
        LedgerChain.VerifyAsync(chain.ToAsyncEnumerable(), Head).ToListAsync().AsTask();
}
