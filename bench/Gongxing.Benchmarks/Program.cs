using BenchmarkDotNet.Running;
using Gongxing.Benchmarks;

// dotnet run -c Release --project bench/Gongxing.Benchmarks -- --filter '*Text*' --job short
// bench/review                      the review beside its peers, in one run
// bench/duplicates                  the search for copied passages beside its peers, in one run
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

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
