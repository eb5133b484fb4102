using System.CommandLine;
using System.Data.Common;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage;
using Gongxing.Storage.Ledger;

namespace Gongxing.Web.Commands;

/// <summary>
/// <c>gongxing ledger verify</c>: is the history as it was written? <c>gongxing ledger rebuild</c>: the lists anew from the history.
/// </summary>
/// <remarks>Both may be run while the site is at work; verifying only reads.</remarks>
public static class LedgerCommand
{
    private const int FaultsFound = 1;
    private const int WrongUsage = 2;
    private const int NotRead = 3;

    // A history that is wrong from end to end shall not bury its first line.
    private const int MostShown = 200;

    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = CommandTexts.Get("Data"),
            DefaultValueFactory = _ => "data",
        };
        var database = new Option<string?>("--database") { Description = CommandTexts.Get("Database") };
        var checkpoint = new Option<string?>("--checkpoint") { Description = CommandTexts.Get("Checkpoint") };
        checkpoint.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && ChainHead.Parse(text) is null)
            {
                result.AddError(CommandTexts.Get("NoFingerprint", text));
            }
        });
        var verify = new Command("verify", CommandTexts.Get("LedgerVerify")) { data, database, checkpoint };
        verify.SetAction((result, ct) => WithDatabaseAsync(
            result.GetValue(database),
            Path.GetFullPath(result.GetValue(data)!),
            database => VerifyAsync(
                new LedgerChainStore(database), result.GetValue(checkpoint) is { } text ? ChainHead.Parse(text) : null, ct)));
        var rebuild = new Command("rebuild", CommandTexts.Get("LedgerRebuild")) { data, database };
        rebuild.SetAction((result, ct) => WithDatabaseAsync(
            result.GetValue(database), Path.GetFullPath(result.GetValue(data)!), database => RebuildAsync(database, ct)));
        return new Command("ledger", CommandTexts.Get("Ledger")) { verify, rebuild };
    }

    private static async Task<int> WithDatabaseAsync(string? connection, string folder, Func<Database, Task<int>> work)
    {
        // Opening would make the folder and an empty database, and these would hold.
        if (string.IsNullOrWhiteSpace(connection) && !Database.IsIn(folder))
        {
            TerminalText.Complain(CommandTexts.Get("NoDatabase", folder));
            return NotRead;
        }

        try
        {
            await using Database database = Database.Create(connection, folder);
            return await work(database);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or WriteFailedException)
        {
            TerminalText.Complain(CommandTexts.Get("DatabaseUnread", e.Message));
            return NotRead;
        }
    }

    private static async Task<int> RebuildAsync(Database database, CancellationToken ct)
    {
        foreach (Organisation organisation in await new LedgerChainStore(database).OrganisationsAsync(ct))
        {
            int items = await new LedgerStore(database).RebuildAsync(organisation.Id, ct);
            Console.WriteLine(CommandTexts.Get("LedgerRebuilt", organisation.Name, items));
        }

        return 0;
    }

    private static async Task<int> VerifyAsync(LedgerChainStore chains, ChainHead? checkpoint, CancellationToken ct)
    {
        IReadOnlyList<Organisation> organisations = await chains.OrganisationsAsync(ct);
        if (checkpoint is not null && organisations.Count > 1)
        {
            TerminalText.Complain(CommandTexts.Get("WhoseFingerprint", organisations.Count));
            return WrongUsage;
        }

        if (organisations.Count == 0)
        {
            Console.WriteLine(CommandTexts.Get("NoHistory"));
            return checkpoint is null ? 0 : FaultsFound;
        }

        long faults = 0;
        foreach (Organisation organisation in organisations)
        {
            faults += await VerifyAsync(chains, organisation, checkpoint, ct);
        }

        return faults == 0 ? 0 : FaultsFound;
    }

    private static async Task<long> VerifyAsync(
        LedgerChainStore chains, Organisation organisation, ChainHead? checkpoint, CancellationToken ct)
    {
        ChainHead? head = await chains.HeadAsync(organisation.Id, ct);
        long faults = 0;
        await foreach (ChainFault fault in chains.VerifyAsync(organisation.Id, checkpoint, ct))
        {
            if (faults++ < MostShown)
            {
                string? item = fault.Item.Length == 0
                    ? null
                    : await chains.NumberAsync(organisation.Id, fault.Item, ct) ?? fault.Item;
                Console.WriteLine($"{organisation.Name}: {Sentence(fault, item)}");
            }
        }

        Console.WriteLine(faults == 0
            ? CommandTexts.Get("ChainHolds", organisation.Name, head?.Sequence ?? 0, head)
            : CommandTexts.Get("ChainBroken", organisation.Name, faults));
        return faults;
    }

    private static string Sentence(ChainFault fault, string? item) => CommandTexts.Get(
        $"Fault.{fault.Kind}",
        fault.Last > fault.Sequence ? $"{fault.Sequence}–{fault.Last}" : fault.Sequence,
        item is null ? "" : CommandTexts.Get("FaultItem", item, fault.Number),
        fault.Original);
}
