using BenchmarkDotNet.Running;
using Gongxing.Benchmarks;

// dotnet run -c Release --project bench/Gongxing.Benchmarks -- --filter '*Text*' --job short
// bench/review                      the review beside its peers, in one run
// bench/duplicates                  the search for copied passages beside its peers, in one run
// dotnet run -c Release --project bench/Gongxing.Benchmarks -- index 10000     its index on disk
// dotnet run -c Release --project bench/Gongxing.Benchmarks -- ledger 100000 [CONNECTION]     pages of a large ledger
if (args is ["review", var folder])
{
    ReviewMeasurement.Run(folder);
    return;
}

if (args is ["duplicates", ..])
{
    DuplicateMeasurement.Run(args[1..]);
    return;
}

if (args is ["index", ..])
{
    await StoredIndexMeasurement.RunAsync(args[1..]);
    return;
}

if (args is ["ledger", ..])
{
    await LedgerMeasurement.RunAsync(args[1..]);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
