using System.Net;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;
using Gongxing.Storage.Materials;
using Gongxing.Storage.Rounds;
using Gongxing.Web.Tests.Features.Materials;

namespace Gongxing.Web.Tests.Features.Rounds;

/// <summary>A site with a round in which one statement is assigned to one reviewer, all of it through the pages.</summary>
public sealed class RoundSite : IAsyncDisposable
{
    private RoundSite(Site site) => Site = site;

    public Site Site { get; }

    public Person Clerk { get; private set; } = null!;

    public Person Author { get; private set; } = null!;

    public Person Colleague { get; private set; } = null!;

    public Person Reviewer { get; private set; } = null!;

    public Office Town { get; private set; } = null!;

    /// <summary>The first draft.</summary>
    public Material Material { get; private set; } = null!;

    public string Round { get; private set; } = "";

    public string Submission { get; private set; } = "";

    public SubmissionId SubmissionId => new(Guid.ParseExact(Submission.Split('/')[^1], "N"));

    public static async Task<RoundSite> StartAsync(bool onPostgres = false)
    {
        var site = new RoundSite(onPostgres ? await PostgresSite.StartAsync() : await Site.StartAsync());
        await site.FillAsync();
        return site;
    }

    public Browser As(Person person) => Site.SignedInAs(person);

    public async Task<Submission> FindAsync() =>
        (await Site.Get<RoundStore>().FindAsync(Clerk.Organisation, SubmissionId))!;

    /// <summary>The reviewer comments on a sentence of the paragraph that tells of too few visits.</summary>
    public async Task CommentAsync() =>
        (await As(Reviewer).FillInAsync($"{Submission}/comments/new?paragraph=6", ("To", "0"), ("Text", "差在哪一件事上？")))
        .Expect(HttpStatusCode.Redirect);

    public async Task ReturnAsync()
    {
        await CommentAsync();
        (await As(Reviewer).FillInAsync($"{Submission}/outcome", ("Outcome", "Return"), ("Note", "请具体些"))).Expect(HttpStatusCode.Redirect);
    }

    /// <summary>The author uploads a draft in which the words are still there.</summary>
    public async Task<Material> UploadDraftAsync(string name = "第二稿.txt", string? text = null)
    {
        string next = text ?? MaterialSite.Statement.Replace("全年只到村里去过三次", "全年只到云岭村去过三次，3月和5月各一次是开会", StringComparison.Ordinal);
        (await As(Author).UploadAsync($"/materials/{Material.Id}/drafts", "Files", [(name, MaterialSite.Bytes(next))]))
            .Expect(HttpStatusCode.Redirect);
        await Site.ReadAllAsync(Author);
        return (await Site.Get<MaterialStore>().DraftsAsync(Material))[^1];
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private async Task FillAsync()
    {
        Town = await Site.OfficeAsync("云岭镇");
        Clerk = await Site.PersonAsync(Roles.Clerk, "经办人甲");
        Author = await Site.PersonAsync(Roles.Author, "镇长甲", Town.Id);
        Colleague = await Site.PersonAsync(Roles.Author, "副镇长乙", Town.Id);
        Reviewer = await Site.PersonAsync(Roles.Verifier, "督查员丙");
        (await As(Clerk).UploadAsync(
            "/materials",
            "Files",
            [("材料.txt", MaterialSite.Bytes(MaterialSite.Statement))],
            ("Office", $"{Town.Id.Value}"),
            ("Subject", $"{Author.Id.Value}"))).Expect(HttpStatusCode.Redirect);
        await Site.ReadAllAsync(Clerk);
        Material = (await Site.Get<MaterialStore>().ListAsync(Clerk, null, null, 1))[0].Material;

        Page opened = await As(Clerk).FillInAsync(
            "/rounds/new", ("RoundTitle", "2023年度材料审改"), ("Year", "2023"), ("Template", "mzsh-2023"));
        Round = opened.Expect(HttpStatusCode.Redirect).Location!.Replace("/statements", "", StringComparison.Ordinal);
        (await As(Clerk).FillInAsync(
            $"{Round}/statements", ("Chosen", $"{Material.Id.Value}"), ("Reviewers", $"{Reviewer.Id.Value}"))).Expect(HttpStatusCode.Redirect);
        Page round = await As(Clerk).GetAsync(Round);
        Submission = round.Document.QuerySelector("tbody th a")!.GetAttribute("href")!;
    }
}
