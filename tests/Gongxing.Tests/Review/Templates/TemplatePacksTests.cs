using Gongxing.Core.Statements;
using Gongxing.Review.Structure;
using Gongxing.Review.Templates;

namespace Gongxing.Tests.Review.Templates;

public class TemplatePacksTests
{
    [Fact]
    public void Every_pack_is_complete()
    {
        Assert.Equal(15, TemplatePacks.All.Count);
        Assert.All(TemplatePacks.All, pack =>
        {
            Assert.NotEmpty(pack.Name);
            Assert.NotEmpty(pack.Source);
            Assert.NotEmpty(pack.Aspects);
            Assert.NotEmpty(pack.Subjects);
            Assert.Contains(SectionRole.Findings, pack.Blocks);
            Assert.Equal(pack.Aspects.Count, pack.Aspects.Select(aspect => aspect.Name).Distinct().Count());
        });
    }

    [Fact]
    public void The_guide_has_a_line_for_each_pack()
    {
        string[] guide = Corpus.Read("../../docs/guide/templates.md").Split('\n');

        Assert.All(TemplatePacks.All, pack => Assert.Single(
            guide, line => line.StartsWith($"| {pack.Id} | ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Ids_are_unique_and_found() =>
        Assert.All(TemplatePacks.All, pack => Assert.Same(pack, TemplatePacks.Find(pack.Id)));

    [Fact]
    public void A_template_that_is_asked_for_is_used()
    {
        const string Text = "个人对照检查材料\n一、存在的问题\n（一）政治忠诚方面。一是学习不够。读书少。\n";

        Statement read = StatementReader.Read(Document.FromText(Text), "zzsh-person-short");

        Assert.Equal("zzsh-person-short", read.Template);
        Assert.Equal("筑牢政治忠诚", Assert.Single(read.Aspects).Official);
    }

    [Fact]
    public void A_template_is_not_guessed_from_another_year()
    {
        const string Text = "2031年度民主生活会个人对照检查材料\n一、存在的问题\n（一）理论学习方面。一是学习不够。读书少。\n";

        Assert.Null(StatementReader.Read(Document.FromText(Text)).Template);
    }
}
