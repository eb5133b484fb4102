namespace Gongxing.Text.Similarity;

/// <summary>Threads that share a work.</summary>
internal static class Workers
{
    /// <summary>Runs the work once for each thread, by its number.</summary>
    public static void Run(int threads, Action<int> work, CancellationToken ct)
    {
        if (threads == 1)
        {
            work(0);
            return;
        }

        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = ct }, work);
    }

    /// <summary>The next number nobody has taken.</summary>
    public static int Take(ref int next) => Interlocked.Increment(ref next) - 1;
}
