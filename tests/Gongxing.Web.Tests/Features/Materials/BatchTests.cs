using System.Data.Common;
using System.Net;
using Dapper;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage;
using Gongxing.Storage.Materials;
using Gongxing.Web.Tests.Commands;
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

    [Fact]
    public async Task Waiting_reviews_can_be_stopped_and_made_later_and_what_was_reviewed_stays()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);
        Material first = await site.ReadMaterialAsync(clerk);
        await site.ReviewAllAsync(clerk);
        for (int i = 1; i <= 5; i++)
        {
            MaterialId id = MaterialId.New();
            await site.Get<MaterialStore>().AddAsync(first with { Id = id, Series = id, Title = null, FileName = $"第{i}份.txt" });
        }

        string url = $"/materials?batch={first.Id}";
        Page stopped = await browser.FollowAsync(await browser.PressAsync(url, "停下，剩下的先不审"));
        Assert.Contains("停下了 5 份的审阅；审过的都留着", stopped.Notice!, StringComparison.Ordinal);
        site.Get<Jobs.ReadingJob>().Wake();
        await site.ReadAllAsync(clerk);
        site.Get<Jobs.ReviewJob>().Wake();

        Page read = await browser.GetAsync(url);
        Assert.Contains("已审阅 1 份，停下 5 份没有审", read.Text, StringComparison.Ordinal);
        Assert.Equal(["6 / 6", "1 / 6"], read.All(".progress span"));
        Assert.False(read.Response.Headers.Contains("Refresh"));
        Assert.Equal(5, read.All("tbody td[data-label=审阅]").Count(cell => cell.StartsWith("停下没有审", StringComparison.Ordinal)));
        Assert.Contains("您停下了 5 份没有审，文件都留着。", (await browser.GetAsync("/materials")).Text, StringComparison.Ordinal);

        await browser.PressAsync(url, read.All("tbody button")[0]);
        await site.ReviewAllAsync(clerk);
        Assert.Equal("2 / 6", (await browser.GetAsync(url)).All(".progress span")[1]);
        await browser.PressAsync(url, "继续审剩下的 4 份");
        await site.ReviewAllAsync(clerk);
        Assert.Equal("6 / 6", (await browser.GetAsync(url)).All(".progress span")[1]);
    }

    [Fact]
    public async Task All_that_was_stopped_in_any_upload_goes_on_with_one_button()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);
        Material first = await site.ReadMaterialAsync(clerk);
        MaterialId id = MaterialId.New();
        await site.Get<MaterialStore>().AddAsync(first with { Id = id, Series = id, Title = null, FileName = "另一份.txt" });
        await browser.PressAsync($"/materials?batch={id}", "停下，剩下的先不读");
        await browser.PressAsync($"/materials?batch={id}", "停下，剩下的先不审");

        Page going = await browser.FollowAsync(await browser.PressAsync("/materials", "都继续"));
        await site.ReadAllAsync(clerk);
        await site.ReviewAllAsync(clerk);

        Assert.Contains("1 份排队读取，1 份等待审阅", going.Notice!, StringComparison.Ordinal);
        Page done = await browser.GetAsync("/materials");
        Assert.DoesNotContain("您停下了", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("停下没有审", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_killed_between_two_reviews_loses_none_and_makes_none_twice()
    {
        const int some = 40;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gongxing-");
        Person clerk;
        await using (Site site = await Site.StartAsync(change: options => options with { Data = folder.FullName }))
        {
            clerk = await site.PersonAsync(Roles.Clerk);
        }

        await using Database database = Database.Create(null, folder.FullName);
        string url;
        await using (RunningServer server = await RunningServer.StartAsync(folder.FullName))
        {
            using Browser browser = server.Visitor();
            await browser.FillInAsync("/sign-in", ("Name", clerk.SignInName), ("Password", Site.Password));
            Page sent = await browser.UploadAsync([.. Enumerable.Range(1, some).Select(i =>
                ($"第{i}份.txt", MaterialSite.Bytes($"{MaterialSite.Statement}\n这是第{i}份。")))]);
            url = sent.Expect(HttpStatusCode.Redirect).Location!;
            await UntilAsync(async () => (await ReviewsAsync(database)).Count == some);
        }

        // All but one are to be reviewed again, when somebody says so.
        await database.WriteAsync(clerk.Organisation, async (connection, transaction) =>
        {
            await connection.ExecuteAsync(
                "delete from material_review where material <> (select min(material) from material_review)", transaction: transaction);
            await connection.ExecuteAsync(
                "update material set review_held = 1 where id not in (select material from material_review)", transaction: transaction);
        });
        IReadOnlyDictionary<string, string> before = await ReviewsAsync(database);
        await using (RunningServer server = await RunningServer.StartAsync(folder.FullName))
        {
            using Browser browser = server.Visitor();
            await browser.FillInAsync("/sign-in", ("Name", clerk.SignInName), ("Password", Site.Password));

            // Who counts holds the lock that a review is written with, so none is between the counting and the end. How many are
            // written at once is for the server to say.
            Task killed = UntilAsync(() => database.WriteAsync(clerk.Organisation, async (connection, transaction) =>
            {
                before = await ReviewsAsync(connection, transaction);
                if (before.Count > 1)
                {
                    await server.KillAsync();
                }

                return before.Count > 1;
            }));
            try
            {
                await browser.PressAsync(url, $"继续审剩下的 {some - 1} 份");
            }
            catch (HttpRequestException)
            {
                // The end came before the answer.
            }

            await killed;
        }

        await using (await RunningServer.StartAsync(folder.FullName))
        {
            await UntilAsync(async () => (await ReviewsAsync(database)).Count == some);
        }

        Assert.InRange(before.Count, 2, some);
        IReadOnlyDictionary<string, string> after = await ReviewsAsync(database);
        Assert.All(before, one => Assert.Equal(one.Value, after[one.Key]));
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>When each material was reviewed.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> ReviewsAsync(Database database)
    {
        await using DbConnection connection = await database.OpenAsync();
        return await ReviewsAsync(connection, null);
    }

    private static async Task<IReadOnlyDictionary<string, string>> ReviewsAsync(
        DbConnection connection, DbTransaction? transaction) =>
        (await connection.QueryAsync<(string Material, string At)>(
            "select material, at from material_review", transaction: transaction))
        .ToDictionary(one => one.Material, one => one.At);

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!await isSo())
        {
            await Task.Delay(2, patience.Token);
        }
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
