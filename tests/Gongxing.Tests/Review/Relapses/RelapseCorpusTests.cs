using Gongxing.Review.Relapses;

namespace Gongxing.Tests.Review.Relapses;

public class RelapseCorpusTests(ITestOutputHelper output)
{
    // Both, as measured: 10 right, none false, 2 missed. The held-out pairs were written before the values were set.
    [Theory]
    [InlineData("open")]
    [InlineData("held-out")]
    public void What_is_reported_is_the_same_problem(string file)
    {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        foreach (string line in Corpus.Read($"relapse/{file}.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split('\t');
            using var radar = new RelapseRadar([Said(parts[1]) with { IsOwn = true }]);
            bool found = radar.Find(Said(parts[2])).Count > 0;
            bool same = parts[0] == "同";
            right += found && same ? 1 : 0;
            wrong += found && !same ? 1 : 0;
            missed += !found && same ? 1 : 0;
            if (found != same)
            {
                output.WriteLine($"{(found ? "false" : "missed")}: {line}");
            }
        }

        double precision = (double)right / (right + wrong);
        double recall = (double)right / (right + missed);
        output.WriteLine($"{file}: {right} right, {wrong} false, {missed} missed; {precision:F2}, {recall:F2}");
        Assert.True(precision >= 0.85, $"{file}: precision {precision:F2}");
        Assert.True(recall >= 0.6, $"{file}: recall {recall:F2}");
    }

    private static SaidFinding Said(string text) => new(text[..text.IndexOf('。', StringComparison.Ordinal)], text);
}
