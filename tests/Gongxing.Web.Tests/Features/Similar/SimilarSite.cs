using System.Net;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.Materials;
using Gongxing.Web.Tests.Features.Materials;

namespace Gongxing.Web.Tests.Features.Similar;

/// <summary>A site with two statements of different offices that share a passage, one of them edited a little.</summary>
public sealed class SimilarSite : IAsyncDisposable
{
    /// <summary>What both have.</summary>
    public const string Shared =
        "对防汛值守的规定只在会上念过一遍，没有逐个水库去核对人员和电话，去年七月的一次夜间抽查中有两座小水库无人接听，事后也没有追问原因。";

    /// <summary>What many write and nobody has from anybody.</summary>
    public const string Formula =
        "下一步，我将以这次会议为契机，认真制定整改方案，列出问题清单、责任清单，明确整改时限，逐项抓好落实，确保整改取得实效。";

    /// <summary>Stands beside the passage in the statement of 副镇长乙, and nowhere else.</summary>
    public const string Secret = "野鸭塘的闸门";

    private SimilarSite(Site site) => Site = site;

    public Site Site { get; }

    public Person Clerk { get; private set; } = null!;

    public Person Author { get; private set; } = null!;

    public Person Colleague { get; private set; } = null!;

    public Office Town { get; private set; } = null!;

    public Office OtherTown { get; private set; } = null!;

    /// <summary>Of 镇长甲.</summary>
    public Material Own { get; private set; } = null!;

    /// <summary>Of 副镇长乙.</summary>
    public Material Other { get; private set; } = null!;

    public string Url => $"/materials/{Own.Id}/similar";

    public static string OwnText(string passage = Shared, int year = 2023) =>
        $"""
        {year}年度民主生活会个人对照检查材料
        按照县委安排，我联系分管的水利和农业工作查摆问题，现报告如下。
        一、存在的主要问题
        （一）理论学习方面
        1.学习缺少计划。全年集中学习参加了九次，自学笔记只记到八月，读过的文件隔几天就想不起要点。
        （二）担当作为方面
        1.防汛责任没有压实。{passage}
        2.灌渠维修拖延。五月村民反映李家湾支渠漏水，我批给水管站后没有再问，到九月秋灌时还是靠抽水机，多花了一万二千元电费。
        二、产生问题的原因
        1.怕麻烦的思想作怪。总觉得水库年年没有出事，今年也不会出事，把检查当成走过场。
        2.同群众走得不近。一年到头在李家湾只坐过两次，渠道漏水是从信访件上知道的。
        三、今后的整改措施
        1.汛期前后逐库核对。每年四月底前和九月底前，由水管站把值守人员和电话核对一遍，结果贴在库区。
        2.渠道维修限时办结。接到反映三天内到现场，十五天内修好，修不好的写明原因告诉村民小组。
        """;

    public static string OtherText(string passage, int year = 2023) =>
        $"""
        {year}年度民主生活会个人对照检查材料
        根据会议要求，结合应急和交通两项工作，谈谈自己的不足。
        一、查摆的突出问题
        （一）政治素质方面
        1.风险意识不强。春节前只看了消防通道的台账，没有到批发市场里面走一圈。
        （二）担当作为方面
        1.值班制度落得不实。{Secret}旁边的值班室常年锁着。{passage}
        2.公路养护欠账。通往松树坪的水泥路坑洼了半年，我以资金没有到位为由，一直没有安排先填补。
        二、原因剖析
        1.满足于有文件、有会议。认为布置下去就算完成，很少想到要去看结果。
        2.吃苦的劲头减了。遇到雨天、夜里的事情，习惯让年轻同志先去。
        三、努力方向
        1.每月随机抽查一次。抽查安排不提前打招呼，发现没有人的，当天找到负责人问清楚。
        2.先修最急的路段。六月底前把松树坪的三处深坑填平，年底前提出整段大修的方案。
        """;

    public static async Task<SimilarSite> StartAsync(string? own = null, string? other = null)
    {
        var site = new SimilarSite(await Site.StartAsync());
        site.Town = await site.Site.OfficeAsync("云岭镇");
        site.OtherTown = await site.Site.OfficeAsync("石桥镇");
        site.Clerk = await site.Site.PersonAsync(Roles.Clerk, "经办人丁");
        site.Author = await site.Site.PersonAsync(Roles.Author, "镇长甲", site.Town.Id);
        site.Colleague = await site.Site.PersonAsync(Roles.Author, "副镇长乙", site.OtherTown.Id);
        site.Own = await site.UploadAsync(own ?? OwnText(), "甲的材料.txt", site.Author);
        site.Other = await site.UploadAsync(
            other ?? OtherText(Shared.Replace("两座小水库", "三座小水库值班室", StringComparison.Ordinal)), "乙的秘密文件.txt", site.Colleague);
        return site;
    }

    public Browser As(Person person) => Site.SignedInAs(person);

    /// <summary>By the clerk, for the office of the person it is about.</summary>
    public async Task<Material> UploadAsync(string text, string name, Person subject)
    {
        (await As(Clerk).UploadAsync(
            "/materials",
            "Files",
            [(name, MaterialSite.Bytes(text))],
            ("Office", $"{subject.Office.Value}"),
            ("Subject", $"{subject.Id.Value}"))).Expect(HttpStatusCode.Redirect);
        await Site.ReadAllAsync(Clerk);
        return (await Site.Get<MaterialStore>().ListAsync(Clerk, null, null, 1))[0].Material;
    }

    public async Task<Material> UploadDraftAsync(Material of, string text, Person by)
    {
        (await As(by).UploadAsync($"/materials/{of.Id}/drafts", "Files", [("下一稿.txt", MaterialSite.Bytes(text))]))
            .Expect(HttpStatusCode.Redirect);
        await Site.ReadAllAsync(by);
        return (await Site.Get<MaterialStore>().DraftsAsync(of))[^1];
    }

    /// <summary>A round with both statements, the own one given to the reviewer. Returns the address of the round.</summary>
    public async Task<string> RoundAsync(Person reviewer)
    {
        Page opened = await As(Clerk).FillInAsync("/rounds/new", ("RoundTitle", "2023年度材料审改"), ("Year", "2023"));
        string round = opened.Expect(HttpStatusCode.Redirect).Location!.Replace("/statements", "", StringComparison.Ordinal);
        (await As(Clerk).FillInAsync(
            $"{round}/statements", ("Chosen", $"{Own.Id.Value}"), ("Reviewers", $"{reviewer.Id.Value}"))).Expect(HttpStatusCode.Redirect);
        (await As(Clerk).FillInAsync($"{round}/statements", ("Chosen", $"{Other.Id.Value}"))).Expect(HttpStatusCode.Redirect);
        return round;
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
