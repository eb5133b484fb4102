using Gongxing.Core;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Tests.Core.Statements;

public class StatementCorrectionsTests
{
    private const string Text =
        """
        （一）学习方面
        1.学习不深。读得少。2.调研不够。去得少。
        （二）作风方面
        办事拖拉。
        思想有偏差。
        每月学习1次。由办公室落实。
        落款
        """;

    private static readonly Document Document = Document.FromText(Text);

    private static readonly Statement Read = new()
    {
        Kind = StatementKind.Individual,
        IsStatement = true,
        Confidence = 0.9,
        Aspects = [new Aspect("学习方面", null, From("学习方面", "去得少。")), new Aspect("作风方面", null, From("作风方面", "拖拉。"))],
        Findings =
        [
            new Finding("F1", "学习方面", "学习不深", From("学习不深", "去得少。"), 0.6),
            new Finding("F2", "作风方面", "办事拖拉", From("办事拖拉。"), 0.6),
        ],
        Causes = [new Cause("K1", "思想有偏差", From("思想有偏差。"), 0.6)],
        Measures =
        [
            new Measure("M1", null, "每月学习1次", From("每月学习1次", "落实。"), 0.6)
            {
                Cadence = "每月",
                Owner = "办公室",
                Commitments = [new Commitment(From("每月学习1次。"))],
            },
        ],
        Links = [Link("F1", "K1"), Link("F1", "M1"), Link("K1", "M1"), Link("F2", "M1")],
        Unplaced = [new Unplaced(From("落款"), UnplacedReason.Signature)],
    };

    [Fact]
    public void Splitting_gives_both_parts_a_title_and_moves_the_ids_after_it_with_their_links()
    {
        Statement split = Read.Split(Document, "F1", Text.IndexOf("2.调研", StringComparison.Ordinal));

        Assert.Equal(["学习不深", "调研不够", "办事拖拉"], split.Findings.Select(finding => finding.Title));
        Assert.Equal(["F1", "F2", "F3"], split.Findings.Select(finding => finding.Id));
        Assert.Equal("学习不深。读得少。", Words(split.Findings[0].Span));
        Assert.Equal("调研不够。去得少。", Words(split.Findings[1].Span));
        Assert.Equal("学习方面", split.Findings[1].Aspect);
        Assert.Equal(["F1→K1", "F1→M1", "K1→M1", "F3→M1"], Links(split));
    }

    [Fact]
    public void Merging_takes_back_what_splitting_did()
    {
        Statement merged = Read.Split(Document, "F1", Text.IndexOf("2.调研", StringComparison.Ordinal)).MergeWithNext(Document, "F1");

        Assert.Equal(Read.Findings.Select(finding => (finding.Id, finding.Title, finding.Span)), merged.Findings.Select(finding => (finding.Id, finding.Title, finding.Span)));
        Assert.Equal(Links(Read), Links(merged));
    }

    [Fact]
    public void Merging_keeps_the_links_of_both_once()
    {
        Statement merged = Read.MergeWithNext(Document, "F1");

        Assert.Equal(["F1→K1", "F1→M1", "K1→M1"], Links(merged));
        Assert.Equal(From("学习不深", "办事拖拉。"), Assert.Single(merged.Findings).Span);
    }

    [Fact]
    public void A_measure_that_is_split_keeps_each_fact_where_its_words_stand()
    {
        Statement split = Read.Split(Document, "M1", Text.IndexOf("由办公室", StringComparison.Ordinal));

        Assert.Equal(("每月", null), (split.Measures[0].Cadence, split.Measures[0].Owner));
        Assert.Equal((null, "办公室"), (split.Measures[1].Cadence, split.Measures[1].Owner));
        Assert.Equal((1, 0), (split.Measures[0].Commitments.Count, split.Measures[1].Commitments.Count));
    }

    [Fact]
    public void A_finding_that_becomes_a_cause_keeps_only_the_links_that_still_make_sense()
    {
        Statement changed = Read.ChangeRole(Document, "F2", ElementRole.Cause);

        Assert.Equal(["办事拖拉", "思想有偏差"], changed.Causes.Select(cause => cause.Title));
        Assert.Equal(["F1→K2", "F1→M1", "K2→M1", "K1→M1"], Links(changed));
        Assert.Equal(1, changed.Causes[0].Confidence);
    }

    [Fact]
    public void What_is_taken_out_is_unplaced_by_hand_and_can_be_marked_again()
    {
        Statement without = Read.ChangeRole(Document, "K1", null);

        Assert.Empty(without.Causes);
        Assert.Equal(["F1→M1", "F2→M1"], Links(without));
        Assert.Equal(new Unplaced(From("思想有偏差。"), UnplacedReason.ByHand), without.Unplaced[0]);

        Statement again = without.Mark(Document, Document.Paragraphs[4].Span, ElementRole.Cause);

        Assert.Equal(("K1", "思想有偏差", From("思想有偏差。")), (again.Causes[0].Id, again.Causes[0].Title, again.Causes[0].Span));
        Assert.Equal(UnplacedReason.Signature, Assert.Single(again.Unplaced).Reason);
    }

    [Theory]
    [InlineData("（一）学习方面", "学习方面")]
    [InlineData("12、学习方面", "学习方面")]
    [InlineData("一是学习方面", "学习方面")]
    [InlineData("第一，学习方面", "学习方面")]
    [InlineData("③学习方面", "学习方面")]
    [InlineData("二十大精神学得不深", "二十大精神学得不深")]
    [InlineData("2023年学得不深", "2023年学得不深")]
    [InlineData("（一）", "（一）")]
    public void What_is_marked_begins_after_its_number(string line, string words)
    {
        Document document = Document.FromText(line);
        var blank = new Statement { Kind = StatementKind.Other, IsStatement = false, Confidence = 0 };

        Statement marked = blank.Mark(document, document.Paragraphs[0].Span, ElementRole.Finding);

        Assert.True(marked.IsStatement);
        Assert.Equal(words, marked.Findings[0].Span.In(line));
    }

    [Fact]
    public void A_line_made_an_aspect_takes_the_findings_up_to_the_next_one()
    {
        Statement without = Read with { Aspects = [Read.Aspects[1]], Findings = [.. Read.Findings.Select(finding => finding with { Aspect = null })] };

        Statement marked = without.MarkAspect(Document, Document.Paragraphs[0].Span);

        Assert.Equal(["学习方面", "作风方面"], marked.Aspects.Select(aspect => aspect.Heading));
        Assert.Equal(["学习方面", null], marked.Findings.Select(finding => finding.Aspect));
    }

    [Fact]
    public void A_link_made_by_hand_runs_from_problem_to_remedy_whichever_end_is_named_first()
    {
        Statement linked = Read.Link("K1", "F2");

        Assert.Equal(new ElementLink("F2", "K1", LinkBasis.ByHand, null, 1), linked.Links[^1]);
        Assert.Equal(Links(Read), Links(linked.Unlink("K1", "F2")));
        Assert.Same(linked, linked.Link("F2", "K1"));
    }

    [Fact]
    public void Saying_what_is_so_already_changes_nothing()
    {
        Assert.Same(Read, Read.Retitle("F1", " 学习不深 "));
        Assert.Same(Read, Read.MoveUnder("F1", "学习方面"));
        Assert.Same(Read, Read.ChangeRole(Document, "F1", ElementRole.Finding));
    }

    [Fact]
    public void What_is_not_there_cannot_be_corrected()
    {
        Action[] acts =
        [
            () => Read.Retitle("F9", "x"),
            () => Read.MoveUnder("F1", "没有这个方面"),
            () => Read.ChangeRole(Document, "K2", null),
            () => Read.Split(Document, "F1", 0),
            () => Read.Split(Document, "F1", Read.Findings[0].Span.Start),
            () => Read.MergeWithNext(Document, "F2"),
            () => Read.Link("F1", "F2"),
            () => Read.Unlink("F2", "K1"),
            () => Read.Mark(Document, Read.Findings[1].Span, ElementRole.Cause),
            () => Read.MarkAspect(Document, Document.Paragraphs[0].Span),
        ];

        Assert.All(acts, act => Assert.Equal(Refusal.NoSuchPart, Assert.Throws<RefusedException>(act).Reason));
        Assert.Equal(Refusal.TitleMissing, Assert.Throws<RefusedException>(() => Read.Retitle("F1", " ")).Reason);
    }

    private static ElementLink Link(string from, string to) => new(from, to, LinkBasis.Theme, null, 0.5);

    private static string[] Links(Statement statement) => [.. statement.Links.Select(link => $"{link.From}→{link.To}")];

    private static string Words(TextSpan span) => span.In(Text).ToString();

    private static TextSpan From(string first, string? last = null)
    {
        int start = Text.IndexOf(first, StringComparison.Ordinal);
        last ??= first;
        return TextSpan.FromBounds(start, Text.IndexOf(last, start, StringComparison.Ordinal) + last.Length);
    }
}
