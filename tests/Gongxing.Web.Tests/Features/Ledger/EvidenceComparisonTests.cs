using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Gongxing.Core.People;
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
        (string first, _, Person otherOwner, _) = await ReportedAsync(site, ("现场.jpg", Picture("yard.jpg")));
        (string second, _, Person owner, Person verifier) = await ReportedAsync(site, ("照片.jpg", Picture("yard-small.jpg")));
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
        string own = string.Concat(Enumerable.Range(1, 12).Select(i => $"第{i}处隐患由安全员{i}号当日复查，螺栓、护栏、配电箱逐一拍照留存。"));
        (string item, _, _, Person verifier) = await ReportedAsync(
            site,
            ("签到.txt", form),
            ("纪要.txt", Encoding.UTF8.GetBytes($"{own}\n{Shared}")),
            ("复查.txt", Encoding.UTF8.GetBytes(own.Replace("隐患", "漏点", StringComparison.Ordinal)[..200])),
            ("会场.jpg", Picture("meeting.jpg")));
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
        (string first, Person clerk, _, _) = await ReportedAsync(site, ("现场.jpg", Picture("yard.jpg")));
        (string second, _, _, Person verifier) = await ReportedAsync(site, ("照片.jpg", Picture("yard.jpg")));
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
        byte[] cut = Picture("yard.jpg")[..2000];
        await ReportedAsync(site, ("坏.jpg", cut), ("好.jpg", Picture("yard.jpg")));
        (string second, _, _, Person verifier) = await ReportedAsync(site, ("照片.jpg", Picture("yard-small.jpg")));

        await ReadAsync(site);
        await ReadAsync(site);

        Page page = await site.SignedInAs(verifier).GetAsync($"{second}/measures/1/verification");
        Assert.Contains("看上去是同一张图片", page.Text, StringComparison.Ordinal);
    }

    private static async Task ReadAsync(Site site) =>
        await site.Get<EvidenceReader>().ReadAsync((await site.AdministratorAsync()).Organisation, default);

    private static byte[] Picture(string name, [CallerFilePath] string here = "") => File.ReadAllBytes(Path.Combine(
        Path.GetDirectoryName(here)!, "..", "..", "..", "Gongxing.Tests", "Documents", "Pictures", name));
}
