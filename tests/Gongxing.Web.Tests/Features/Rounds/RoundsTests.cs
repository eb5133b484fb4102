using System.IO.Compression;
using System.Net;
using Gongxing.Core.Materials;
using Gongxing.Core.Rounds;
using Gongxing.Web.Tests.Features.Materials;

namespace Gongxing.Web.Tests.Features.Rounds;

public class RoundsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task From_the_first_draft_to_an_accepted_one(bool onPostgres)
    {
        await using RoundSite site = await RoundSite.StartAsync(onPostgres);
        Assert.Contains("今天有 1 件事等您办", (await site.As(site.Reviewer).GetAsync("/")).Text, StringComparison.Ordinal);
        Page reading = await site.As(site.Reviewer).GetAsync(site.Submission);
        Assert.Contains("深入基层调研不够", reading.Text, StringComparison.Ordinal);
        Assert.Equal(["审改"], reading.All(".nav a[aria-current=page]"));

        await site.ReturnAsync();
        Page workbench = await site.As(site.Author).GetAsync("/");
        Assert.Contains("等您修改（1）", workbench.Text, StringComparison.Ordinal);
        Assert.Contains("还剩 5 天", workbench.Text, StringComparison.Ordinal);
        Page asked = await site.As(site.Author).GetAsync("/asked");
        Assert.Contains("第 7 段", asked.Text, StringComparison.Ordinal);
        Assert.Contains("差在哪一件事上？", asked.Text, StringComparison.Ordinal);
        Assert.NotNull(asked.Document.QuerySelector($"a[href='/materials/{site.Material.Id}/review']"));

        Page answered = await site.As(site.Author).FillInAsync("/asked", ("Note", "写明了3月和5月的两次"));
        Assert.Equal("/asked", answered.Location);
        Assert.Contains("已说明 1 条", (await site.As(site.Author).GetAsync("/asked")).Text, StringComparison.Ordinal);
        Material next = await site.UploadDraftAsync();
        Assert.Contains("第 2 稿已上传", (await site.As(site.Author).GetAsync(site.Submission)).Text, StringComparison.Ordinal);
        (await site.As(site.Author).FillInAsync($"{site.Submission}/draft", ("Note", "改了第二个问题"))).Expect(HttpStatusCode.Redirect);
        Assert.Equal((SubmissionState.InReview, next.Id), ((await site.FindAsync()).State, (await site.FindAsync()).Draft.Material));

        (await site.As(site.Reviewer).FillInAsync($"{site.Submission}/outcome", ("Outcome", "Accept"))).Expect(HttpStatusCode.Redirect);
        Assert.Equal(SubmissionState.Accepted, (await site.FindAsync()).State);
        Page matrix = await site.As(site.Clerk).GetAsync(site.Round);
        Assert.Contains("已同意", matrix.All("tbody td")[^4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_matrix_says_of_each_aspect_whether_it_is_there_asked_about_or_answered()
    {
        await using RoundSite site = await RoundSite.StartAsync();
        Page before = await site.As(site.Clerk).GetAsync(site.Round);
        string[] heads = before.All("thead th");
        Assert.Equal(
            ["单位和姓名", "理论学习", "政治素质", "能力本领", "担当作为", "工作作风", "廉洁自律", "其他部分", "状态", "审读人", "时限", "超期"], heads);
        Assert.Equal(["有", "缺", "缺", "缺", "有", "缺", "", "审读中", "督查员丙"], before.All("tbody td")[..9]);

        await site.CommentAsync();
        Assert.Equal("有", (await site.As(site.Clerk).GetAsync(site.Round)).All("tbody td")[4]);

        await site.As(site.Reviewer).FillInAsync($"{site.Submission}/outcome", ("Outcome", "Return"), ("Note", ""));
        Page returned = await site.As(site.Clerk).GetAsync(site.Round);
        Assert.Equal(("待答 1", "退回修改", "督查员丙（退回修改）"),
            (returned.All("tbody td")[4], returned.All("tbody td")[7], returned.All("tbody td")[8]));

        await site.As(site.Author).FillInAsync($"{site.Submission}/comments/1/answer", ("Note", "已写明"));
        Assert.Equal("已答 1", (await site.As(site.Clerk).GetAsync(site.Round)).All("tbody td")[4]);
        Assert.Single((await site.As(site.Clerk).GetAsync($"{site.Round}?cell=Answered&state=ToRevise")).All("tbody tr"));
        Assert.Empty((await site.As(site.Clerk).GetAsync($"{site.Round}?over=true")).All("tbody tr"));
    }

    [Fact]
    public async Task A_comment_is_the_reviewers_own_until_it_is_handed_back()
    {
        await using RoundSite site = await RoundSite.StartAsync();
        await site.CommentAsync();
        string comment = $"{site.Submission}/comments/1";

        Assert.DoesNotContain("差在哪一件事上", (await site.As(site.Author).GetAsync(site.Submission)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.As(site.Author).GetAsync($"{comment}/answer")).Status);

        (await site.As(site.Reviewer).FillInAsync(comment, ("Text", "三次里有几次是蹲点？"))).Expect(HttpStatusCode.Redirect);
        await site.As(site.Reviewer).FillInAsync($"{site.Submission}/outcome", ("Outcome", "Rewrite"));

        Page author = await site.As(site.Author).GetAsync(site.Submission);
        Assert.Contains("三次里有几次是蹲点？", author.Text, StringComparison.Ordinal);
        Assert.Equal("深入基层调研不够。", author.Document.QuerySelector("article mark")!.TextContent.TrimStart('1', '.'));
        Assert.Contains("已经交回，不能再改", (await site.As(site.Reviewer).GetAsync(comment)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_can_be_chosen_by_selection_by_sentences_and_by_their_ends()
    {
        await using RoundSite site = await RoundSite.StartAsync();
        string page = $"{site.Submission}/comments/new?paragraph=6";
        int start = MaterialSite.Statement.ReplaceLineEndings("\n").IndexOf("了解情况靠听汇报", StringComparison.Ordinal);

        await site.As(site.Reviewer).FillInAsync($"{page}&start={start}&length=8", ("Text", "一"));
        await site.As(site.Reviewer).FillInAsync(page, ("From", "1"), ("Text", "二"));
        await site.As(site.Reviewer).FillInAsync(page, ("FirstWords", "全年只到"), ("LastWords", "三次"), ("Text", "三"));
        await site.As(site.Reviewer).FillInAsync(page, ("FirstWords", "听汇报"), ("Text", "四"));
        Page wrong = await site.As(site.Reviewer).FillInAsync(page, ("FirstWords", "没有的字"), ("Text", "五"));

        Assert.Contains("不在选定的句子里", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        Assert.Equal(
            ["了解情况靠听汇报", "全年只到村里去过三次，了解情况靠听汇报。", "全年只到村里去过三次", "听汇报"],
            (await site.FindAsync()).Comments.Select(comment => comment.Place.Words));
    }

    [Theory]
    [InlineData("start=0&length=5")]
    [InlineData("start=-3&length=5")]
    [InlineData("start=2147483647&length=2147483647")]
    public async Task A_selection_outside_of_the_paragraph_is_no_selection(string selection)
    {
        await using RoundSite site = await RoundSite.StartAsync();

        Page page = await site.As(site.Reviewer).GetAsync($"{site.Submission}/comments/new?paragraph=6&{selection}");

        Assert.NotNull(page.Expect(HttpStatusCode.OK).Document.QuerySelector("select[name=From]"));
        Assert.Equal(HttpStatusCode.NotFound,
            (await site.As(site.Reviewer).GetAsync($"{site.Submission}/comments/new?paragraph=999")).Status);
    }

    [Fact]
    public async Task The_Word_file_holds_what_reviewers_asked_under_their_names_once_it_is_handed_back()
    {
        await using RoundSite site = await RoundSite.StartAsync();
        await site.CommentAsync();
        string file = $"/materials/{site.Material.Id}/review/comments.docx";
        Assert.DoesNotContain("督查员丙", await CommentsAsync(await site.As(site.Author).GetAsync(file)), StringComparison.Ordinal);
        await site.As(site.Reviewer).FillInAsync($"{site.Submission}/outcome", ("Outcome", "Return"));

        string comments = await CommentsAsync(await site.As(site.Author).GetAsync(file));

        Assert.Contains("w:author=\"督查员丙\"", comments, StringComparison.Ordinal);
        Assert.Contains("差在哪一件事上？", comments, StringComparison.Ordinal);
        Assert.Contains("w:author=\"躬行\"", comments, StringComparison.Ordinal);

        static async Task<string> CommentsAsync(Page page)
        {
            using var file = new ZipArchive(new MemoryStream(page.Expect(HttpStatusCode.OK).Body));
            ZipArchiveEntry? part = file.GetEntry("word/comments.xml");
            using var reader = new StreamReader(part?.Open() ?? Stream.Null);
            return await reader.ReadToEndAsync();
        }
    }

    [Fact]
    public async Task Words_that_are_gone_from_the_next_draft_are_shown_as_gone()
    {
        await using RoundSite site = await RoundSite.StartAsync();
        await site.ReturnAsync();
        await site.UploadDraftAsync(
            text: MaterialSite.Statement.Replace("深入基层调研不够。", "到村里蹲点少。", StringComparison.Ordinal));
        await site.As(site.Author).FillInAsync($"{site.Submission}/draft", ("Note", ""));

        Page page = await site.As(site.Reviewer).GetAsync(site.Submission);

        Assert.Contains("原文已无这些字", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("article mark"));
    }

    [Fact]
    public async Task Who_decides_on_a_draft_that_was_replaced_meanwhile_is_told_and_nothing_typed_is_lost()
    {
        await using RoundSite site = await RoundSite.StartAsync();
        Browser reviewer = site.As(site.Reviewer);
        string url = $"{site.Submission}/outcome";
        Page form = await reviewer.GetAsync(url);
        await site.UploadDraftAsync();
        (await site.As(site.Author).FillInAsync($"{site.Submission}/draft", ("Note", "自己先改了"))).Expect(HttpStatusCode.Redirect);

        Page late = await reviewer.PostAsync(
            url,
            ("__RequestVerificationToken", form.Token),
            ("Seen", form.Document.QuerySelector("input[name=Seen]")!.GetAttribute("value")!),
            ("Form", "x"),
            ("Outcome", "Accept"),
            ("Note", "写得具体"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("已有人先办了", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Contains("自己先改了", late.Text, StringComparison.Ordinal);
        Assert.Equal("写得具体", late.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(SubmissionState.InReview, (await site.FindAsync()).State);
    }

    [Fact]
    public async Task A_closed_round_is_closed_to_its_reviewers()
    {
        await using RoundSite site = await RoundSite.StartAsync();
        (await site.As(site.Clerk).FillInAsync($"{site.Round}/closure", ("Note", "会开完了"))).Expect(HttpStatusCode.Redirect);

        Assert.Equal(HttpStatusCode.NotFound, (await site.As(site.Reviewer).GetAsync(site.Submission)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.As(site.Reviewer).GetAsync($"/materials/{site.Material.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.As(site.Reviewer).GetAsync($"/materials/{site.Material.Id}/file")).Status);
        Assert.Contains("没有要办的事", (await site.As(site.Author).GetAsync("/")).Text, StringComparison.Ordinal);

        (await site.As(site.Clerk).FillInAsync($"{site.Round}/reopening", ("Note", "还有一份"))).Expect(HttpStatusCode.Redirect);
        Assert.Equal(HttpStatusCode.OK, (await site.As(site.Reviewer).GetAsync(site.Submission)).Status);
    }

    [Fact]
    public async Task Every_Chinese_page_of_a_round_has_its_English()
    {
        await using RoundSite site = await RoundSite.StartAsync();
        await site.ReturnAsync();
        Browser browser = site.As(site.Clerk);
        browser.Headers["Accept-Language"] = "en";

        Page page = await browser.GetAsync(site.Round);

        Assert.Contains("Returned", page.Text, StringComparison.Ordinal);
        Assert.Contains("Open 1", page.Text, StringComparison.Ordinal);
    }
}
