using System.Globalization;

namespace Gongxing.Tests.Review.Relapses;

public class RelapseStatementsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("open")]
    [InlineData("held-out")]
    public void What_a_person_says_again_is_known_and_little_else(string folder)
    {
        var score = RelapseScore.Of(Corpus.FolderOf($"relapse/statements/{folder}"));

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{folder}: precision {score.Precision:0.00}, recall {score.Recall:0.00}"));
        Assert.True(score.Precision >= 0.9, string.Join('\n', score.Errors));
        Assert.True(score.Recall >= 0.6, string.Join('\n', score.Errors));
        Assert.Equal(score.Kinds["verbatim"].Of, score.Kinds["verbatim"].Asked);
    }
}
