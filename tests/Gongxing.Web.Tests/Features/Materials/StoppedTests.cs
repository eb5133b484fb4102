using System.Net;
using System.Text;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Statements;
using Gongxing.Review.Structure;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.Materials;

namespace Gongxing.Web.Tests.Features.Materials;

/// <summary>Files with secrecy marks and personal numbers are stopped, and nothing of them is kept.</summary>
public class StoppedTests
{
    private const string Mobile = "13700002468";
    private const string Identity = "530999198511230416";

    [Fact]
    public async Task A_personal_number_stops_the_file_and_only_its_place_is_kept()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material stopped = await site.ReadMaterialAsync(
            clerk, $"{MaterialSite.Statement}\n联系人手机{Mobile}，身份证号{Identity}，蹲在仓库里。");
        Browser browser = site.SignedInAs(clerk);
        Page page = await browser.GetAsync($"/materials/{stopped.Id}");
        Page list = await browser.GetAsync("/materials");

        Assert.Equal((MaterialState.Stopped, null), (stopped.State, stopped.Title));
        Assert.Contains("第14段：手机号码“13*******68”", page.Text, StringComparison.Ordinal);
        Assert.Contains("第14段：身份证号“53**************16”", page.Text, StringComparison.Ordinal);
        Assert.Contains("请在自己的文件里删去或遮盖", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All($"a[href$='{stopped.Id}/file']"));
        Assert.Contains("已拦下", list.Text, StringComparison.Ordinal);
        Assert.Contains("没有找到", (await browser.GetAsync("/search?q=仓库")).Text, StringComparison.Ordinal);
        Assert.Null(await site.Get<MaterialStore>().DocumentAsync(stopped));
        Assert.Null(await site.Get<MaterialStore>().StructureAsync(stopped));
        await GoneAsync(site, stopped);
        AssertNowhere(site, Mobile);
        AssertNowhere(site, Identity);
    }

    [Fact]
    public async Task A_mark_of_secrecy_stops_the_file_also_in_the_header_alone()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material text = await site.ReadMaterialAsync(clerk, $"机密★1年\n{MaterialSite.Statement}");
        await site.SignedInAs(clerk).UploadAsync(
            ("密级.html", MaterialSite.Bytes("<html><body><p>密级：秘密</p><p>正文。</p></body></html>")));
        await site.ReadAllAsync(clerk);
        Document document = Document.FromText("正文。\n") with { Margins = ["机密★1年"] };
        MaterialStop stop = Assert.Single(Gongxing.Web.Review.StopWords.In(document, StatementReader.Read(document)));

        Assert.Equal("机密★1年", Assert.Single(text.Stops).Words);
        Assert.Equal(new DocumentPlace(DocumentPlaceKind.Paragraph, 1), text.Stops[0].Place);
        Assert.Equal(2, (await site.Get<MaterialStore>().CountAsync(clerk))[MaterialState.Stopped]);
        Assert.Equal((new DocumentPlace(DocumentPlaceKind.Margin, 1), "机密★1年"), (stop.Place, stop.Words));
    }

    [Fact]
    public async Task Neither_the_stored_file_nor_a_copy_of_it_can_be_had()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material stopped = await site.ReadMaterialAsync(clerk, $"联系人手机{Mobile}。");
        Browser browser = site.SignedInAs(clerk);
        Page form = await browser.GetAsync("/materials");

        await GoneAsync(site, stopped);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/materials/{stopped.Id}/file")).Status);
        Page kept = await browser.PostAsync(
            "/materials?handler=Keep",
            ("__RequestVerificationToken", form.Token), ("same", $"{stopped.Id}"), ("Office", $"{clerk.Office.Value}"));
        Assert.Equal(HttpStatusCode.NotFound, kept.Status);
    }

    [Fact]
    public async Task The_same_file_is_stopped_again_and_a_clean_one_is_read()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        await site.ReadMaterialAsync(clerk, $"联系人手机{Mobile}。");
        Material again = await site.ReadMaterialAsync(clerk, $"联系人手机{Mobile}。");
        Page sent = await site.SignedInAs(clerk).UploadAsync(
            $"/materials/{again.Id}/drafts", "Files", [("新稿.txt", MaterialSite.Bytes(MaterialSite.Statement))]);
        await site.ReadAllAsync(clerk);

        Assert.Equal(MaterialState.Stopped, again.State);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(1, (await site.Get<MaterialStore>().CountAsync(clerk))[MaterialState.Read]);
    }

    [Fact]
    public async Task A_file_whose_removal_was_cut_short_goes_with_the_next_clearing()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material stopped = await site.ReadMaterialAsync(clerk, $"联系人手机{Mobile}。");
        await GoneAsync(site, stopped);
        BlobStore blobs = site.Get<BlobStore>();
        await blobs.AddAsync(new MemoryStream(MaterialSite.Bytes($"联系人手机{Mobile}。")), 1000, default);
        Assert.True(blobs.Has(stopped.Sha256));

        await site.Get<RemovedFiles>().ClearStoppedAsync(clerk.Organisation);

        Assert.False(blobs.Has(stopped.Sha256));
    }

    [Theory]
    [InlineData("13700002468", "13*******68")]
    [InlineData("139-0000-1234", "13*-****-**34")]
    [InlineData("53099919851123041X", "53*************41X")]
    [InlineData("机密★10年", "机密★10年")]
    [InlineData("1234", "****")]
    public void Of_a_number_only_the_ends_are_kept(string words, string masked) => Assert.Equal(masked, MaterialStop.Mask(words));

    /// <summary>The file goes right after the word that the material is stopped.</summary>
    private static async Task GoneAsync(Site site, Material stopped)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (site.Get<BlobStore>().Has(stopped.Sha256))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Not in any file of the site, as plain text.</summary>
    internal static void AssertNowhere(Site site, string digits)
    {
        foreach (string file in Directory.EnumerateFiles(site.Data, "*", SearchOption.AllDirectories))
        {
            using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            byte[] bytes = new byte[content.Length];
            content.ReadExactly(bytes);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(digits)) < 0, file);
        }
    }
}
