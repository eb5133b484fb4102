using System.CommandLine;
using Gongxing.Documents.Workers;
using Gongxing.Web.Commands;

if (args is [WorkerCommand.Verb])
{
    return await ParseWorker.RunAsync();
}

CommandWorkers.Begin(args);
var root = new RootCommand("躬行 Gongxing：把检视的话变成别人核验过的事")
{
    ServeCommand.Create(),
    ReadCommand.Create(),
    CheckCommand.Create(),
    CompareCommand.Create(),
    LedgerCommand.Create(),
    RulesCommand.Create(),
};
ParseResult call = root.Parse(args);
int status = await call.InvokeAsync();
return call.Errors.Count > 0 ? 2 : status;
