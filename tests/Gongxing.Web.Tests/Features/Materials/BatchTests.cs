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
    public async Task Two_hundred_statements_are_read_and_reviewed_and_can_be_stopped_and_resumed_without_losing_any()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);

        Page sent = await browser.UploadAsync([.. Enumerable.Range(1, Many).Select(i =>
            ($"第{i}份.txt", MaterialSite.Bytes($"{ReviewSite.WithBlank}\n这是第{i}份。")))]);
        string url = sent.Expect(HttpStatusCode.Redirect).Location!;
        Page going = await browser.GetAsync(url);
        Assert.Contains($"共 {Many} 份", going.Text, StringComparison.Ordinal);
        Assert.True(going.Response.Headers.Contains("Refresh"));

        Page stopped = await browser.FollowAsync(await browser.PressAsync(url, "停下，剩下的先不读"));
        Assert.Contains("文件都留着", stopped.Notice!, StringComparison.Ordinal);
        var counts = await site.Get<MaterialStore>().CountAsync(clerk);
        Assert.Equal(Many, counts.Values.Sum());
        int held = counts.GetValueOrDefault(MaterialState.Held);
        Assert.InRange(held, 1, Many);

        await browser.PressAsync(url, $"继续读剩下的 {held} 份");
        await DoneAsync(site, clerk);
        await site.ReviewAllAsync(clerk);

        Page done = await browser.GetAsync(url);
        Assert.Contains($"这次上传的 {Many} 份都读完了", done.Text, StringComparison.Ordinal);
        Assert.Equal([$"{Many} / {Many}", $"{Many} / {Many}"], done.All(".progress span"));
        Assert.False(done.Response.Headers.Contains("Refresh"));
        Assert.All(done.All("tbody td[data-label=审阅]"), cell => Assert.Contains("处要问", cell, StringComparison.Ordinal));
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
