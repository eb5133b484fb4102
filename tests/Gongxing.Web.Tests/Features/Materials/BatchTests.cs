using System.Net;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.Materials;
using Gongxing.Web.Tests.Features.Remarks;

namespace Gongxing.Web.Tests.Features.Materials;

/// <summary>Two hundred files at once, as at the end of a year.</summary>
public class BatchTests
{
    private const int Many = 200;

    [Fact]
    public async Task Two_hundred_statements_are_read_and_reviewed_in_the_background_and_the_page_says_how_far_that_is()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);

        Page sent = await browser.UploadAsync([.. Enumerable.Range(1, Many).Select(i =>
            ($"第{i}份.txt", MaterialSite.Bytes($"{ReviewSite.WithBlank}\n这是第{i}份。")))]);
        string url = sent.Expect(HttpStatusCode.Redirect).Location!;
        Assert.Contains($"{Many} 份", (await browser.GetAsync(url)).Text, StringComparison.Ordinal);
        await DoneAsync(site, clerk);
        await site.ReviewAllAsync(clerk);

        Page done = await browser.GetAsync(url);
        Assert.Contains($"这次上传的 {Many} 份都读完了", done.Text, StringComparison.Ordinal);
        Assert.Equal([$"{Many} / {Many}", $"{Many} / {Many}"], done.All(".progress span"));
        Assert.False(done.Response.Headers.Contains("Refresh"));
        Assert.All(done.All("tbody td[data-label=审阅]"), cell => Assert.Contains("处要问", cell, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_waits_can_be_stopped_and_read_later_and_nothing_is_lost()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);
        Material read = await site.ReadMaterialAsync(clerk);
        Material[] waiting = [.. Enumerable.Range(1, 5).Select(i => read with
        {
            Id = MaterialId.New(),
            State = MaterialState.Waiting,
            Title = null,
            FileName = $"第{i}份.txt",
        })];
        foreach (Material material in waiting)
        {
            await site.Get<MaterialStore>().AddAsync(material with { Series = material.Id });
        }

        string url = $"/materials?batch={waiting.MinBy(material => $"{material.Id}")!.Id}";
        Page stopped = await browser.FollowAsync(await browser.PressAsync(url, "停下，剩下的先不读"));

        Assert.Contains("文件都留着", stopped.Notice!, StringComparison.Ordinal);
        Assert.Contains("停下 5 份没有读", stopped.Text, StringComparison.Ordinal);
        Assert.Equal(5, (await site.Get<MaterialStore>().CountAsync(clerk))[MaterialState.Held]);
        Assert.Contains("随时可以读", (await browser.GetAsync($"/materials/{waiting[0].Id}")).Text, StringComparison.Ordinal);

        await browser.PressAsync($"/materials/{waiting[0].Id}", "现在读");
        await browser.PressAsync(url, "继续读剩下的 4 份");
        await site.ReadAllAsync(clerk);

        Assert.Equal(6, (await site.Get<MaterialStore>().CountAsync(clerk))[MaterialState.Read]);
    }

    private static async Task DoneAsync(Site site, Person clerk)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        while ((await site.Get<MaterialStore>().CountAsync(clerk)).GetValueOrDefault(MaterialState.Read) < Many)
        {
            await Task.Delay(200, patience.Token);
        }
    }
}
