using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Review.Rules;
using Gongxing.Review.Structure;

namespace Gongxing.Tests.Review.Rules;

/// <summary>
/// The gaps of a statement written by others. Its text is not ours to keep here: GONGXING_SEED names its file.
/// </summary>
public class SeedReviewTests
{
    private const string Variable = "GONGXING_SEED";

    private static readonly Lazy<(Document Document, IReadOnlyList<Remark> Remarks)?> s_seed = new(Review);

    [Fact]
    public void One_aspect_and_three_sections_are_missing()
    {
        Assert.Contains("能力本领", Assert.Single(Seed("C01")).Message.Zh, StringComparison.Ordinal);
        Assert.Single(Seed("C02"));
        Assert.Equal(["case", "matters"], Seed("C03").Select(remark => remark.Check));
    }

    [Fact]
    public void Six_findings_have_no_measure_and_no_measure_a_deadline()
    {
        Assert.Equal(
            ["缺乏较强的忧患意识和创新精神", "政治敏锐性有待加强", "抓落实不够坚决", "履职担当的勇气和魄力还不够", "管党治党不够细", "纪律监督不够严"],
            Seed("C13").Select(Words));
        Assert.Equal(3, Seed("C14").Count);
    }

    [Fact]
    public void Five_findings_without_a_cause_are_named_in_one_question_and_one_measure_lacks_a_chain()
    {
        Remark asked = Assert.Single(Seed("C12"));

        Assert.Equal(
            ["缺乏较强的忧患意识和创新精神", "与群众联系不够紧密", "工作超前谋划少", "管党治党不够细", "纪律监督不够严"],
            asked.Related.Select(place => place.In(s_seed.Value!.Value.Document.Text).ToString()));
        Assert.Equal("强化责任担当，提升履职效能", Words(Assert.Single(Seed("C16"))));
    }

    [Fact]
    public void A_cause_repeats_a_finding_and_an_aspect_begins_with_merit()
    {
        Assert.Contains("担当精神有所弱化", Seed("C10").Select(Words));
        Assert.StartsWith("作为领导干部，我能够时刻保持", Words(Assert.Single(Seed("C04"))), StringComparison.Ordinal);
        Assert.Empty(Seed("C11"));
        Assert.Empty(Seed("C23"));
    }

    private static string Words(Remark remark) => remark.Span.In(s_seed.Value!.Value.Document.Text).ToString();

    private static List<Remark> Seed(string rule)
    {
        if (s_seed.Value is not { } seed)
        {
            Assert.Skip($"No seed: set {Variable} to its file.");
            throw new InvalidOperationException();
        }

        return [.. seed.Remarks.Where(remark => remark.Rule == rule)];
    }

    private static (Document, IReadOnlyList<Remark>)? Review()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } file)
        {
            return null;
        }

        Document document = Document.FromText(File.ReadAllText(file));
        return (document,
            StatementReview.Run(document, StatementReader.Read(document), RuleBook.BuiltIn, ReviewContext.Empty));
    }
}
