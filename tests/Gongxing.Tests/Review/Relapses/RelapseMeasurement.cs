using System.Globalization;

namespace Gongxing.Tests.Review.Relapses;

/// <summary>
/// Prints how well what a person said again is known in statements of two years, a line a kind of repeat and then every
/// error in words: scripts/measure-relapses.
/// </summary>
internal static class RelapseMeasurement
{
    public const string Verb = "measure-relapses";

    public static int Print(string[] folders)
    {
        foreach (string folder in folders)
        {
            var score = RelapseScore.Of(folder);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{folder}: {score.Right} right, {score.Wrong} false; precision {score.Precision:0.00}, recall {score.Recall:0.00}"));
            foreach ((string kind, (int asked, int of)) in score.Kinds)
            {
                Console.WriteLine($"{kind,-12}asked of {asked} of {of}");
            }

            Console.WriteLine(string.Join('\n', score.Errors));
            Console.WriteLine();
        }

        return folders.Length == 0 ? 1 : 0;
    }
}
