using System.Globalization;

namespace Gongxing.Benchmarks;

/// <summary>How much memory the process has had at once since a moment of our choosing. Linux only; elsewhere
/// zero.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";

    public static long Peak => Field("VmHWM:");

    public static long Resident => Field("VmRSS:");

    /// <summary>Gives back what is free and forgets earlier peaks.</summary>
    public static void Reset()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (File.Exists("/proc/self/clear_refs"))
        {
            // proc(5): 5 sets the peak resident set size to what is resident now.
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }

    private static long Field(string name) =>
        !File.Exists(Status) ? 0
        : File.ReadLines(Status).Where(line => line.StartsWith(name, StringComparison.Ordinal))
            .Select(line => long.Parse(line[name.Length..^2], CultureInfo.InvariantCulture) * 1024).FirstOrDefault();
}
