using Gongxing.Text.Similarity;

namespace Gongxing.Web.Commands;

/// <summary>A line on standard error that says how far the search is; threads may report at once.</summary>
internal sealed class ComparingProgress : IProgress<SimilarityProgress>
{
    private const int Whole = 100;

    private readonly Lock _lock = new();
    private int _shown = -1;

    public void Report(SimilarityProgress value)
    {
        int percent = (int)(value.Done * Whole);
        lock (_lock)
        {
            if (percent > _shown)
            {
                _shown = percent;
                Console.Error.Write($"\r{CommandTexts.Get("Comparing", percent)}{(percent >= Whole ? "\n" : "")}");
            }
        }
    }
}
