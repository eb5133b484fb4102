using System.Net;
using System.Text;
using Gongxing.Core.People;
using Gongxing.Documents;
using Gongxing.Documents.Workers;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.EvidenceReuse;
using Gongxing.Storage.Ledger;
using Gongxing.Web.EvidenceReuse;
using static Gongxing.Web.Tests.Features.Ledger.ReportedItem;

namespace Gongxing.Web.Tests.Features.Ledger;

/// <summary>Evidence that was handed in for something else before is asked about, of whoever verifies and of nobody else.</summary>
public class EvidenceComparisonTests
{
    private const string Shared =
        "六月十二日上午九时，项目办召集施工、监理、供电、供水四家单位在三号地块现场开会，逐项核对开工条件，确定围挡由施工单位十五日前补齐，"
        + "临时用电由供电所十六日接通，渣土外运线路由城管中队当场划定，并把每一项的经办人和电话写进会议记录，会后由监理单位每天下午五点报送进度。";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_picture_handed_in_for_another_item_is_shown_beside_it_and_asked_about_once(bool onPostgres)
    {
        await using Site site = onPostgres ? await PostgresSite.StartAsync() : await Site.StartAsync();
        (string first, _, Person otherOwner, _) = await ReportedAsync(site, ("现场.jpg", IllustratedPaper.Picture("yard.jpg")));
        (string second, _, Person owner, Person verifier) = await ReportedAsync(site, ("照片.jpg", IllustratedPaper.Picture("yard-small.jpg")));
        await ReadAsync(site);
        Browser asVerifier = site.SignedInAs(verifier);
        string verification = $"{second}/measures/1/verification";
        string url = $"{second}/evidence/1/comparison/{first.Split('/')[^1]}/1";

        Page asked = await asVerifier.GetAsync(verification);
        Page compared = await asVerifier.GetAsync(url);

        Assert.Contains("看上去是同一张图片。是为本项整改形成的吗？", asked.Text, StringComparison.Ordinal);
        Assert.Equal(url, asked.Document.QuerySelectorAll("ul.evidence a")[^1].GetAttribute("href"));
        Assert.Equal(
            [$"{second}/evidence/1/picture", $"{first}/evidence/1/picture"],
            compared.Document.QuerySelectorAll("img.evidence-picture").Select(picture => picture.GetAttribute("src")));
        Page picture = await asVerifier.GetAsync($"{first}/evidence/1/picture");
        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (picture.Status, picture.Response.Content.Headers.ContentType?.MediaType));

        foreach (Person other in (Person[])[owner, otherOwner])
        {
            Browser browser = site.SignedInAs(other);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(url)).Status);
            Assert.DoesNotContain("同一张图片", (await browser.GetAsync(verification)).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("同一张图片", (await browser.GetAsync(second)).Text, StringComparison.Ordinal);
        }

        Page unsaid = await asVerifier.FillInAsync(url, ("Reason", " "));
        Page said = await asVerifier.FillInAsync(url, ("Reason", "两项同属一个工地，照片本是同一天拍的"));

        Assert.Equal(HttpStatusCode.OK, unsaid.Status);
        Assert.Equal(verification, said.Location);
        Page after = await asVerifier.FollowAsync(said);
        Assert.Contains("两项同属一个工地", after.Text, StringComparison.Ordinal);
        Assert.Equal("已核对", after.All("ul.evidence .tag")[^1]);
    }

    [Fact]
    public async Task The_same_words_and_the_same_file_are_asked_about_and_other_evidence_is_not()
    {
        await using Site site = await Site.StartAsync();
        byte[] form = Encoding.UTF8.GetBytes($"会议签到\n{Shared}\n到会十一人，缺席一人，已补看记录。");
        await ReportedAsync(site, ("签到.txt", form));
        string own = Own();
        (string item, _, _, Person verifier) = await ReportedAsync(
            site,
            ("签到.txt", form),
            ("纪要.txt", Encoding.UTF8.GetBytes($"{own}\n{Shared}")),
            ("复查.txt", Encoding.UTF8.GetBytes(own.Replace("隐患", "漏点", StringComparison.Ordinal)[..200])),
            ("会场.jpg", IllustratedPaper.Picture("meeting.jpg")));
        await ReadAsync(site);

        Page page = await site.SignedInAs(verifier).GetAsync($"{item}/measures/1/verification");
        string[] asked = page.All("ul.evidence[aria-labelledby=matches] li");

        Assert.Collection(
            asked,
            one => Assert.Contains("佐证 1 与", one, StringComparison.Ordinal),
            two => Assert.Contains("有 1 段文字相同", two, StringComparison.Ordinal));
        Assert.Contains("是同一个文件", asked[0], StringComparison.Ordinal);
        Assert.Contains("佐证 2 与", asked[1], StringComparison.Ordinal);
        Page compared = await site.SignedInAs(verifier).GetAsync(
            page.Document.QuerySelectorAll("ul.evidence[aria-labelledby=matches] a")[^1].GetAttribute("href")!);
        Assert.Contains("六月十二日上午九时", compared.All("article.b mark")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_item_the_verifier_may_not_see_only_that_it_is_there_is_told()
    {
        await using Site site = await Site.StartAsync();
        (string first, Person clerk, _, _) = await ReportedAsync(site, ("现场.jpg", IllustratedPaper.Picture("yard.jpg")));
        (string second, _, _, Person verifier) = await ReportedAsync(site, ("照片.jpg", IllustratedPaper.Picture("yard.jpg")));
        await ReadAsync(site);
        Person head = await site.PersonAsync(Roles.Head, "领导己");
        await site.SignedInAs(clerk).FillInAsync($"{first}/void-request", ("Note", "与另一事项重复"));
        Page voided = await site.SignedInAs(head).FillInAsync($"{first}/voiding", ("Note", "同意"));
        Assert.Equal(HttpStatusCode.Redirect, voided.Status);
        Browser browser = site.SignedInAs(verifier);

        Page page = await browser.GetAsync($"{second}/measures/1/verification");

        Assert.Contains("与另一个您不参与的事项的佐证是同一个文件", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(first, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{second}/evidence/1/comparison/{first.Split('/')[^1]}/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{first}/evidence/1/picture")).Status);
    }

    [Fact]
    public async Task What_cannot_be_read_is_noted_once_and_stops_nothing()
    {
        await using Site site = await Site.StartAsync();
        byte[] cut = IllustratedPaper.Picture("yard.jpg")[..2000];
        await ReportedAsync(site, ("坏.jpg", cut), ("好.jpg", IllustratedPaper.Picture("yard.jpg")));
        (string second, _, _, Person verifier) = await ReportedAsync(site, ("照片.jpg", IllustratedPaper.Picture("yard-small.jpg")));

        await ReadAsync(site);
        await ReadAsync(site);

        Page page = await site.SignedInAs(verifier).GetAsync($"{second}/measures/1/verification");
        Assert.Contains("看上去是同一张图片", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_file_that_took_too_long_what_was_seen_counts_and_the_verifier_is_told()
    {
        await using Site site = await Site.StartAsync();
        await ReportedAsync(site, ("现场.jpg", IllustratedPaper.Picture("yard.jpg")));
        byte[] paper = IllustratedPaper.Docx("整改后", IllustratedPaper.Picture("yard-small.jpg"), IllustratedPaper.EndlessPicture());
        (string item, _, Person owner, Person verifier) = await ReportedAsync(
            site, ("整改情况.docx", paper), ("会场.jpg", IllustratedPaper.Picture("meeting.jpg")));
        using var hurried = new DocumentWorkers(ReadLimits.Default with { Time = TimeSpan.FromSeconds(4) });
        hurried.WarmUp();
        var reader = new EvidenceReader(
            site.Get<EvidenceContentStore>(), site.Get<LedgerStore>(), site.Get<BlobStore>(), hurried);
        await reader.ReadAsync(verifier.Organisation, default);

        Page page = await site.SignedInAs(verifier).GetAsync($"{item}/measures/1/verification");

        Assert.Collection(
            page.All("ul.evidence[aria-labelledby=matches] li"),
            seen => Assert.Contains("佐证 1《整改情况.docx》第 1 张图片 与", seen, StringComparison.Ordinal),
            told => Assert.Equal(
                "佐证 1《整改情况.docx》没有看完（太费时间或看到一半出错）：没看到的部分没有同其他事项比对，请打开原件看。", told));
        Assert.DoesNotContain(
            "没有看完", (await site.SignedInAs(owner).GetAsync($"{item}/measures/1/verification")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_picture_in_a_document_is_asked_about_by_its_number_and_shown_beside_the_other(bool onPostgres)
    {
        await using Site site = onPostgres ? await PostgresSite.StartAsync() : await Site.StartAsync();
        byte[] other = IllustratedPaper.Docx(
            "现场情况", IllustratedPaper.Picture("meeting.jpg"), IllustratedPaper.Picture("yard-small.jpg"));
        (string first, _, Person otherOwner, _) = await ReportedAsync(
            site, ("总结.docx", other), ("现场.jpg", IllustratedPaper.Picture("yard-small.jpg")));
        byte[] own = IllustratedPaper.Docx("整改后", [0x47], IllustratedPaper.Picture("yard.jpg"));
        (string second, _, Person owner, Person verifier) = await ReportedAsync(site, ("整改情况.docx", own));
        await ReadAsync(site);
        Browser asVerifier = site.SignedInAs(verifier);
        string number = (await site.ItemAsync(verifier, first)).Number;
        string url = $"{second}/evidence/1/comparison/{first.Split('/')[^1]}/1";

        Page asked = await asVerifier.GetAsync($"{second}/measures/1/verification");
        Page compared = await asVerifier.GetAsync(url);

        string[] questions = asked.All("ul.evidence[aria-labelledby=matches] li");
        Assert.Collection(
            questions,
            inDocument => Assert.Contains(
                "佐证 1《总结.docx》第 2 张图片 看上去是同一张图片。是为本项整改形成的吗？", inDocument, StringComparison.Ordinal),
            alone => Assert.Contains("的佐证 2 看上去是同一张图片", alone, StringComparison.Ordinal));
        Assert.All(questions, one => Assert.Contains(
            $"佐证 1《整改情况.docx》第 2 张图片 与 {number}“", one, StringComparison.Ordinal));
        Assert.Equal(
            [$"{second}/evidence/1/pictures/2", $"{first}/evidence/1/pictures/2"],
            compared.Document.QuerySelectorAll("img.evidence-picture").Select(picture => picture.GetAttribute("src")));
        Assert.Equal(
            ["本项的佐证 1《整改情况.docx》第 2 张图片", $"{number} 的佐证 1《总结.docx》第 2 张图片"], compared.All("figcaption"));
        Page picture = await asVerifier.GetAsync($"{second}/evidence/1/pictures/2");
        Assert.Equal(
            (HttpStatusCode.OK, "image/jpeg", IllustratedPaper.Picture("yard.jpg").Length),
            (picture.Status, picture.Response.Content.Headers.ContentType?.MediaType, picture.Response.Content.Headers.ContentLength));

        foreach (string none in (string[])["1/pictures/1", "1/pictures/0", "1/pictures/3", "2/pictures/1"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await asVerifier.GetAsync($"{second}/evidence/{none}")).Status);
        }

        foreach (Person unasked in (Person[])[owner, otherOwner])
        {
            Browser browser = site.SignedInAs(unasked);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(url)).Status);
            Assert.DoesNotContain(
                "同一张图片", (await browser.GetAsync($"{second}/measures/1/verification")).Text, StringComparison.Ordinal);
        }

        Page said = await asVerifier.FillInAsync(url, ("Reason", "两项同属一个工地"));
        string[] tags = (await asVerifier.FollowAsync(said)).All("ul.evidence[aria-labelledby=matches] .tag");
        Assert.Equal(["已核对", "请核对"], tags);
    }

    [Fact]
    public async Task Pictures_and_words_of_two_documents_are_shown_on_one_page()
    {
        await using Site site = await Site.StartAsync();
        byte[][] pictures = [IllustratedPaper.Picture("yard.jpg"), IllustratedPaper.Picture("meeting.jpg")];
        await ReportedAsync(site, ("总结.docx", IllustratedPaper.Docx($"会议记录。{Shared}到会十一人。", pictures)));
        (string item, _, _, Person verifier) = await ReportedAsync(
            site, ("整改情况.docx", IllustratedPaper.Docx($"{Own()}{Shared}", pictures)));
        await ReadAsync(site);
        Browser asVerifier = site.SignedInAs(verifier);

        Page asked = await asVerifier.GetAsync($"{item}/measures/1/verification");
        Page compared = await asVerifier.GetAsync(
            asked.Document.QuerySelectorAll("ul.evidence[aria-labelledby=matches] a")[^1].GetAttribute("href")!);

        Assert.Collection(
            compared.All("p.lead"),
            words => Assert.Contains("有 1 段文字相同", words, StringComparison.Ordinal),
            both => Assert.Contains("《整改情况.docx》第 1、2 张图片 与", both, StringComparison.Ordinal));
        Assert.Contains("第 1、2 张图片 看上去是同样的图片", compared.All("p.lead")[1], StringComparison.Ordinal);
        Assert.Equal(4, compared.All("figcaption").Length);
        Assert.Contains("六月十二日上午九时", compared.All("article.b mark")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letterhead_that_very_many_items_have_is_no_question_and_the_first_of_them_can_be_looked_at()
    {
        await using Site site = await Site.StartAsync();
        byte[] stamp = IllustratedPaper.Picture("meeting.jpg");
        var items = new List<string>();
        for (int i = 0; i < EvidenceMatches.MostOfOne; i++)
        {
            items.Add((await ReportedAsync(site, ("函.docx", IllustratedPaper.Docx($"第{i}号函", stamp)))).Item);
        }

        (string item, _, _, Person verifier) = await ReportedAsync(
            site, ("复函.docx", IllustratedPaper.Docx("复函", stamp, IllustratedPaper.Picture("yard.jpg"))));
        await ReadAsync(site);
        Browser asVerifier = site.SignedInAs(verifier);
        string verification = $"{item}/measures/1/verification";
        string[] few = (await asVerifier.GetAsync(verification)).All("ul.evidence[aria-labelledby=matches] li");

        await ReportedAsync(
            site, ("又一函.docx", IllustratedPaper.Docx("又一函", stamp, IllustratedPaper.Picture("yard-small.jpg"))));
        await ReadAsync(site);
        Page many = await asVerifier.GetAsync(verification);

        Assert.Equal(EvidenceMatches.MostOfOne, few.Length);
        Assert.Collection(
            many.All("ul.evidence[aria-labelledby=matches] > li"),
            photograph => Assert.Contains("佐证 1《复函.docx》第 2 张图片 与", photograph, StringComparison.Ordinal),
            told => Assert.StartsWith(
                "佐证 1《复函.docx》第 1 张图片，在其他 6 个事项的佐证里都有，多半是信头、印章或者签名；如果是照片，请逐一对照。",
                told, StringComparison.Ordinal));
        Assert.Single(many.All("ul.evidence[aria-labelledby=matches] .tag"));
        Assert.Equal(
            items.Select(one => $"{item}/evidence/1/comparison/{one.Split('/')[^1]}/1"),
            many.Document.QuerySelectorAll("ul.evidence[aria-labelledby=matches] details a").Select(link => link.GetAttribute("href")));
        Assert.Contains("另有 1 个事项没有列出。", many.Text, StringComparison.Ordinal);

        Page compared = await asVerifier.GetAsync($"{item}/evidence/1/comparison/{items[0].Split('/')[^1]}/1");
        Assert.Equal(2, compared.Document.QuerySelectorAll("img.evidence-picture").Length);
        Page said = await asVerifier.FillInAsync(compared.Response.RequestMessage!.RequestUri!.PathAndQuery, ("Reason", "是单位的信头"));
        Page after = await asVerifier.FollowAsync(said);
        Assert.Contains("是单位的信头", after.All("ul.evidence[aria-labelledby=matches] details")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_picture_that_very_many_items_have_those_that_may_be_looked_at_are_named()
    {
        await using Site site = await Site.StartAsync();
        byte[] photograph = IllustratedPaper.Picture("yard.jpg");
        (string hidden, Person clerk, _, _) = await ReportedAsync(site, ("总结.docx", IllustratedPaper.Docx("总结", photograph)));
        Person head = await site.PersonAsync(Roles.Head, "领导己");
        await site.SignedInAs(clerk).FillInAsync($"{hidden}/void-request", ("Note", "与另一事项重复"));
        await site.SignedInAs(head).FillInAsync($"{hidden}/voiding", ("Note", "同意"));
        for (int i = 0; i < EvidenceMatches.MostOfOne; i++)
        {
            await ReportedAsync(site, ("总结.docx", IllustratedPaper.Docx($"第{i}份总结", photograph)));
        }

        (string item, _, _, Person verifier) = await ReportedAsync(site, ("整改情况.docx", IllustratedPaper.Docx("整改", photograph)));
        await ReadAsync(site);
        Page page = await site.SignedInAs(verifier).GetAsync($"{item}/measures/1/verification");

        Assert.Equal(EvidenceMatches.MostOfOne, page.Document.QuerySelectorAll("details a[href*=comparison]").Length);
        Assert.Contains("另有 1 个事项没有列出。", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden.Split('/')[^1], page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    private static string Own() => string.Concat(
        Enumerable.Range(1, 12).Select(i => $"第{i}处隐患由安全员{i}号当日复查，螺栓、护栏、配电箱逐一拍照留存。"));

    private static async Task ReadAsync(Site site) =>
        await site.Get<EvidenceReader>().ReadAsync((await site.AdministratorAsync()).Organisation, default);
}
