using System.Net;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.Materials;

namespace Gongxing.Web.Tests.Features.Materials;

public class IndexTests
{
    [Fact]
    public async Task Several_files_are_taken_in_and_read_and_one_that_is_broken_stops_no_other()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);

        Page sent = await browser.UploadAsync(
            ("甲.txt", MaterialSite.Bytes(MaterialSite.Statement)),
            ("坏.docx", [.. "PK\u0003\u0004word/"u8, 0, 1, 2]),
            ("空.txt", []),
            ("号码.txt", MaterialSite.Bytes("联系人手机13700002468。")));
        await site.ReadAllAsync(clerk);

        Page list = await browser.FollowAsync(sent);
        Assert.Equal("这次上传的 4 份，1 份读完，1 份没有收下，2 份读不了", Assert.Single(list.All("#batch")));
        Assert.Empty(list.All("#batch + .progress .good"));
        Assert.Contains("问题 2 · 原因 2 · 措施 2", list.Text, StringComparison.Ordinal);
        Assert.Contains("文件是空的", list.Text, StringComparison.Ordinal);
        Assert.Equal(2, list.All("button").Count(button => button.StartsWith("再读一次", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_could_not_be_read_can_be_removed_by_whoever_uploaded_it_and_what_was_read_cannot()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Person head = await site.PersonAsync(Roles.Head);
        Browser browser = site.SignedInAs(clerk);
        await browser.UploadAsync(("坏.docx", [.. "PK\u0003\u0004word/"u8, 0, 1, 2]));
        await site.ReadAllAsync(clerk);
        string removal = Assert.Single((await browser.GetAsync("/materials")).Document.QuerySelectorAll("tbody a[href$='/removal']"))
            .GetAttribute("href")!;
        Material read = await site.ReadMaterialAsync(clerk);

        Page forbidden = await site.SignedInAs(head).GetAsync(removal);
        Page kept = await browser.GetAsync($"/materials/{read.Id}/removal");
        Page removed = await browser.PressAsync(removal, "确认删除");

        Assert.Contains("这件事不由您办理", forbidden.Text, StringComparison.Ordinal);
        Assert.Contains("这份材料能读", kept.Text, StringComparison.Ordinal);
        Assert.Empty(kept.All("main form"));
        Assert.Equal("已删除“坏.docx”。", (await browser.FollowAsync(removed)).Notice);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(removal)).Status);
    }

    [Fact]
    public async Task While_a_file_waits_the_page_says_how_many_are_done_and_renews_itself()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material waiting = Waiting(clerk);
        await site.Get<MaterialStore>().AddAsync(waiting);
        await site.Get<ReadingStore>().ClaimAsync(clerk.Organisation);

        Page page = await site.SignedInAs(clerk).GetAsync($"/materials?batch={waiting.Id}");

        Assert.Contains("共 1 份，已看过 0 份", page.Text, StringComparison.Ordinal);
        Assert.Equal("2", page.Response.Headers.GetValues("Refresh").Single());
        Assert.Empty(page.All("input[type=file]"));
    }

    [Fact]
    public async Task The_same_file_is_kept_once_unless_somebody_says_so()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);
        await browser.UploadAsync(("甲.txt", "甲乙丙"u8.ToArray()));

        Page second = await browser.UploadAsync(("乙.txt", "甲乙丙"u8.ToArray()), ("丙.txt", "丙丁"u8.ToArray()));

        Assert.Contains("共 2 份，已收下 1 份", second.Text, StringComparison.Ordinal);
        Assert.Contains("内容完全相同", second.Text, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(site, clerk));

        (string Name, string Value)[] kept =
        [
            .. second.Document.QuerySelectorAll("form[action*=Keep] input")
                .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? "")),
        ];
        await browser.PostAsync("/materials?handler=Keep", kept);

        Assert.Equal(3, await CountAsync(site, clerk));
    }

    [Fact]
    public async Task A_file_above_the_limit_is_refused_with_the_limit_and_the_others_are_kept()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        byte[] large = new byte[(20 << 20) + 1];

        Page page = await site.SignedInAs(clerk).UploadAsync(("大.txt", large), ("小.txt", "小"u8.ToArray()));

        Assert.Contains("文件超过 20 MB 的上限", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(site, clerk));
    }

    [Fact]
    public async Task Sending_the_form_without_a_file_says_what_is_missing()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);

        Page page = await site.SignedInAs(clerk).UploadAsync();

        Assert.Equal(["请先选择要上传的文件"], page.Errors);
    }

    [Theory]
    [InlineData(Roles.Owner)]
    [InlineData(Roles.Verifier)]
    [InlineData(Roles.Head)]
    public async Task Who_takes_no_materials_in_sees_no_form_and_a_forged_one_is_refused(Roles role)
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser clerks = site.SignedInAs(clerk);
        Browser other = site.SignedInAs(await site.PersonAsync(role));

        Assert.Empty((await other.GetAsync("/materials")).All("input[type=file]"));
        Page own = await other.GetAsync("/account");
        string token = own.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Page forged = await other.PostAsync("/materials", ("__RequestVerificationToken", token), ("Office", $"{clerk.Office.Value}"));

        Assert.Equal(HttpStatusCode.Forbidden, forged.Status);
        Assert.NotEmpty((await clerks.GetAsync("/materials")).All("input[type=file]"));
    }

    [Theory]
    [InlineData(Roles.Author, "own", "me", true)]
    [InlineData(Roles.Author, "own", "nobody", true)]
    [InlineData(Roles.Author, "own", "beside", false)]
    [InlineData(Roles.Author, "other", "elsewhere", false)]
    [InlineData(Roles.Author, "other", "me", false)]
    [InlineData(Roles.Clerk, "own", "beside", true)]
    [InlineData(Roles.Clerk, "below", "elsewhere", true)]
    [InlineData(Roles.Clerk, "other", "elsewhere", false)]
    [InlineData(Roles.Clerk, "above", "nobody", false)]
    [InlineData(Roles.Clerk | Roles.Author, "other", "me", false)]
    public async Task An_author_hands_in_their_own_and_a_clerk_what_their_office_and_those_below_wrote(
        Roles roles, string of, string about, bool isTaken)
    {
        await using Site site = await Site.StartAsync();
        Office town = await site.OfficeAsync("云岭镇");
        Office below = await site.OfficeAsync("水管站", town.Id);
        Office otherTown = await site.OfficeAsync("石桥镇");
        Person me = await site.PersonAsync(roles, "本人", town.Id);
        Person beside = await site.PersonAsync(Roles.Author, "同事", town.Id);
        Person elsewhere = await site.PersonAsync(Roles.Author, "外人", otherTown.Id);
        OfficeId office = of switch { "own" => town.Id, "below" => below.Id, "other" => otherTown.Id, _ => town.Parent!.Value };
        Person? subject = about switch { "me" => me, "beside" => beside, "elsewhere" => elsewhere, _ => null };
        Browser browser = site.SignedInAs(me);

        (string, string)[] place = [("Office", $"{office.Value}"), ("Subject", $"{subject?.Id.Value}")];

        Page form = await browser.GetAsync("/materials");
        (await browser.UploadAsync(("甲.txt", "甲乙丙"u8.ToArray()))).Expect(HttpStatusCode.Redirect);
        MaterialId same = (await site.Get<MaterialStore>().ListAsync(me, null, null, 1))[0].Material.Id;
        Page sent = await browser.UploadAsync("/materials", "Files", [("乙.txt", "乙丙丁"u8.ToArray())], place);
        Page kept = await browser.PostAsync(
            "/materials?handler=Keep", [("__RequestVerificationToken", form.Token), ("same", $"{same}"), .. place]);

        Assert.Equal(isTaken ? HttpStatusCode.Redirect : HttpStatusCode.OK, sent.Status);
        Assert.Equal(isTaken ? HttpStatusCode.Redirect : HttpStatusCode.NotFound, kept.Status);
        Assert.Equal(isTaken ? 3 : 1, await CountAsync(site, me));
        Assert.Equal(subject == elsewhere && isTaken ? 2 : 0, await CountAsync(site, elsewhere));
        bool isOffered = form.Document.QuerySelector($"#Office option[value='{office.Value}']") is not null
            && (subject is null || form.Document.QuerySelector($"#Subject option[value='{subject.Id.Value}']") is not null);
        Assert.Equal(isTaken, isOffered);
    }

    [Fact]
    public async Task An_administrator_sees_no_materials_at_all()
    {
        await using Site site = await Site.StartAsync();

        Page page = await site.SignedInAs(await site.AdministratorAsync()).GetAsync("/materials");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }

    [Fact]
    public async Task The_list_goes_on_where_the_page_before_ended()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        for (int i = 1; i <= 21; i++)
        {
            await site.Get<MaterialStore>().AddAsync(Waiting(clerk) with { FileName = $"材料{i:D2}.txt" });
        }

        Browser browser = site.SignedInAs(clerk);
        Page first = await browser.GetAsync("/materials");
        Page second = await browser.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(20, first.All("tbody tr").Length);
        Assert.Equal(["材料01.txt"], second.All("tbody th a"));
    }

    private static async Task<int> CountAsync(Site site, Person reader) =>
        (await site.Get<MaterialStore>().CountAsync(reader)).Values.Sum();

    // Its file is stored nowhere, so the job gives it up as soon as it comes to it: nobody wakes it here.
    private static Material Waiting(Person by)
    {
        MaterialId id = MaterialId.New();
        return new Material
        {
            Organisation = by.Organisation,
            Id = id,
            Office = by.Office,
            Uploader = by.Id,
            FileName = "等.txt",
            Sha256 = new string('a', 64),
            Size = 1,
            MediaType = "text/plain",
            UploadedAt = DateTimeOffset.UnixEpoch,
            Series = id,
        };
    }
}
