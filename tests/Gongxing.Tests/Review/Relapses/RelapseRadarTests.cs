using Gongxing.Review.Relapses;

namespace Gongxing.Tests.Review.Relapses;

public class RelapseRadarTests
{
    private const string Visits =
        "联系群众不够紧密。全年驻村46天，大多是跟随检查，真正在群众家里坐下来的时间少，对石盘组出行难的反映回应慢。";

    private const string VisitsAgain =
        "联系群众不够紧密。全年住村39天，有25个村民小组没有走到，大坪组群众反映饮水浑浊两个月后我才去看。";

    [Fact]
    public void A_passage_that_was_taken_over_is_known_by_its_words()
    {
        string edited = Visits.Replace("46天", "39天", StringComparison.Ordinal);

        Relapse relapse = Assert.Single(Find(Visits, edited));

        Assert.Equal(RelapseKind.SameWords, relapse.Kind);
        Assert.Contains(relapse.Same, block => block.A.In(edited).Contains("跟随检查", StringComparison.Ordinal)
            && block.B.In(Visits).Contains("跟随检查", StringComparison.Ordinal));
    }

    [Fact]
    public void Other_words_for_the_same_are_known_by_what_they_speak_of()
    {
        Relapse relapse = Assert.Single(Find(
            "值班带班不到岗。七月有三个夜班的带班领导不在岗，交接记录是事后补签的。",
            "夜间带班脱岗。国庆期间两个夜班没有领导在岗，交接记录第二天才补。"));

        Assert.Equal(RelapseKind.OtherWords, relapse.Kind);
        Assert.Contains("交接记录", relapse.Words);
        Assert.Empty(relapse.Same);
    }

    [Fact]
    public void The_same_title_says_something_only_of_the_same_person()
    {
        Relapse own = Assert.Single(Find(Visits, VisitsAgain, isOwn: true));
        Assert.Equal((RelapseKind.SameTitle, "群众"), (own.Kind, own.Theme));

        Assert.Empty(Find(Visits, VisitsAgain, isOwn: false));
    }

    [Fact]
    public void Phrases_that_anybody_writes_are_not_known_again_even_word_for_word()
    {
        const string phrases = "理论学习不够深入。学习不够系统，理解不够透彻，联系实际不够紧密。";

        Assert.Empty(Find(phrases, phrases, isOwn: true));
    }

    [Theory]
    [InlineData("闸区环境卫生差。锚地垃圾漂浮，船员意见大。", "闸区环境卫生差。船员对锚地漂着的垃圾意见大。")]
    [InlineData(
        "对科主任考核偏软。考核结果年年全部合格，没有一人因为履责不力被扣分。",
        "考核科主任下不了手。年年考核，个个合格，扣分的从来没有。")]
    public void Without_a_fact_only_the_very_words_are_known_again(string told, string reworded)
    {
        Relapse relapse = Assert.Single(Find(told, told));

        Assert.Equal(RelapseKind.SameWords, relapse.Kind);
        Assert.NotEmpty(relapse.Same);
        Assert.Empty(Find(told, reworded));
    }

    [Fact]
    public void What_every_earlier_finding_speaks_of_tells_none_apart()
    {
        SaidFinding[] ofTheCanteen =
        [
            Said("食堂窗口排队长。中午学生排队最长二十五分钟，两个窗口没有开。"),
            Said("食堂学生投诉多。学生反映饭菜凉，投诉十一件。"),
            Said("食堂学生座位少。学生端着碗站着吃，八月数到四十多人。"),
        ];
        const string now = "学生餐具消毒不严。抽查食堂餐盘，五只有油渍。";
        using var one = new RelapseRadar([ofTheCanteen[1]]);
        using var all = new RelapseRadar(ofTheCanteen);

        Assert.NotEmpty(one.Find(Said(now)));
        Assert.Empty(all.Find(Said(now)));
    }

    [Fact]
    public void What_is_rare_is_known_again_under_another_title()
    {
        SaidFinding[] earlier =
        [
            Said("压实责任不够。老茶厂的围墙塌了一段，堆沙的人还在里面，我去过一次没有再问。"),
            Said("开会多。全年开会一百二十个，一半可以不开。"),
            Said("学习少。中心组学习缺了四次，没有补。"),
        ];
        using var radar = new RelapseRadar(earlier);

        Relapse relapse = Assert.Single(radar.Find(Said("碰硬的勇气差。堆沙的人占着老茶厂，围墙四年没有修。")));

        Assert.Equal((0, RelapseKind.OtherWords), (relapse.Earlier, relapse.Kind));
    }

    [Fact]
    public void Formulations_and_a_place_in_common_are_not_enough()
    {
        Assert.Equal([], Found(
            "农贸市场改造推进慢。贯彻以人民为中心的发展思想不够，开了8次调度会，拖过了年底。",
            "市场监管宣传少。贯彻以人民为中心的发展思想不够，3月在农贸市场只发了一次传单。"));
    }

    [Fact]
    public void What_is_told_as_put_right_is_no_finding_to_say_again()
    {
        Assert.Empty(Find(Visits, "联系群众不够紧密的问题已经整改。全年住村60天，走到了86个村民小组。", isOwn: true));
    }

    [Fact]
    public void No_more_than_three_are_named_and_the_surest_comes_first()
    {
        SaidFinding[] earlier = [.. Enumerable.Range(1, 6).Select(i => Said($"{VisitsAgain}{i}月又有一次。")), Said(Visits)];
        using var radar = new RelapseRadar(earlier);

        IReadOnlyList<Relapse> found = radar.Find(Said(Visits));

        Assert.Equal(RelapseRadar.MostForOne, found.Count);
        Assert.Equal(6, found[0].Earlier);
    }

    [Fact]
    public void Nothing_is_found_in_nothing()
    {
        using var radar = new RelapseRadar([]);

        Assert.Empty(radar.Find(Said(Visits)));
        Assert.Empty(Find("", ""));
    }

    private static IReadOnlyList<Relapse> Find(string earlier, string now, bool isOwn = false)
    {
        using var radar = new RelapseRadar([Said(earlier, isOwn)]);
        return radar.Find(Said(now));
    }

    private static IReadOnlyList<string> Found(string earlier, string now) =>
        [.. Find(earlier, now).Select(relapse => string.Join('/', relapse.Words))];

    private static SaidFinding Said(string text, bool isOwn = true)
    {
        int end = text.IndexOf('。', StringComparison.Ordinal);
        return new SaidFinding(end < 0 ? text : text[..end], text, isOwn);
    }
}
