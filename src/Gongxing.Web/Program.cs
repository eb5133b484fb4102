using Gongxing.Documents.Workers;
using Gongxing.Web.Commands;

if (args is [WorkerCommand.Verb])
{
    return await ParseWorker.RunAsync();
}

CommandWorkers.Begin(args);
return await CommandLine.RunAsync(args);
