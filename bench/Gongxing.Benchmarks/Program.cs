using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/Gongxing.Benchmarks -- --filter '*Text*' --job short
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
