using System.Net;
using System.Security.Cryptography;
using Dapper;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.Ledger;
using Gongxing.Web.Tests.Features.Materials;

namespace Gongxing.Web.Tests.Commands;

/// <summary>The served site ends at once, three times, while people are acting.</summary>
public class KilledServerTests
{
    private const int People = 4;
    private const int Ends = 3;
    private const int AnsweredBeforeEach = 25;

    [Fact]
    public async Task What_was_answered_is_kept_and_what_was_not_is_sent_again_and_acts_once()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gongxing-");
        Person person;
        Actor[] actors;
        await using (Site site = await Site.StartAsync(change: options => options with { Data = folder.FullName }))
        {
            person = await site.PersonAsync(Roles.Clerk | Roles.Owner);
            actors = [.. await Task.WhenAll(Enumerable.Range(0, People).Select(async i => new Actor(await ItemAsync(site, person), i)))];
        }

        for (int end = 0; end < Ends; end++)
        {
            int answered = 0;
            await using RunningServer server = await RunningServer.StartAsync(folder.FullName);
            using Browser browser = await SignedInAsync(server, person);
            string token = (await browser.GetAsync("/account")).Token;
            await Task.WhenAll(actors.Select(actor => actor.ActUntilNobodyAnswersAsync(browser, server.Address, token, async () =>
            {
                if (Interlocked.Increment(ref answered) == AnsweredBeforeEach)
                {
                    await server.KillAsync();
                }
            })));
        }

        await using (RunningServer server = await RunningServer.StartAsync(folder.FullName))
        {
            using Browser browser = await SignedInAsync(server, person);
            string token = (await browser.GetAsync("/account")).Token;
            foreach (Actor actor in actors)
            {
                await actor.SendAgainAsync(browser, server.Address, token);
                string[] told = (await browser.GetAsync(actor.Url)).All(".timeline .quote");
                Assert.Equal(actor.Answered, told.Where(note => note.StartsWith(Actor.Noted, StringComparison.Ordinal)).Reverse());
            }
        }

        CommandRun verified = await CommandRun.OfAsync("ledger", "verify", "--data", folder.FullName);
        Assert.Equal((0, ""), (verified.ExitCode, verified.Error));
        await AssertWholeAsync(folder.FullName, person, actors);
        folder.Delete(recursive: true);
    }

    private static async Task<Browser> SignedInAsync(RunningServer server, Person person)
    {
        Browser browser = server.Visitor();
        (await browser.FillInAsync("/sign-in", ("Name", person.SignInName), ("Password", Site.Password))).Expect(HttpStatusCode.Redirect);
        return browser;
    }

    /// <summary>An item that is being worked on.</summary>
    private static async Task<LedgerItem> ItemAsync(Site site, Person person)
    {
        LedgerStore store = site.Get<LedgerStore>();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        var office = new NamedOffice(person.Office, "某某街道");
        var proposal = new Proposal { Year = 2023, Title = "调研少", Text = "全年三次", Office = office };
        LedgerItemId id = (await store.ProposeManyAsync([proposal], areConfirmed: true, person, $"{Guid.CreateVersion7()}", now))[0];
        LedgerItem item = (await store.FindAsync(person.Organisation, id))!;
        item.Plan(
            person,
            new LedgerPlan
            {
                Office = office,
                Owner = NamedPerson.Of(person),
                Due = DateOnly.FromDateTime(now.UtcDateTime).AddDays(30),
                Measures = [new PlannedMeasure("每月一次", ["有记录"])],
            },
            "",
            now);
        item.Accept(person, "", now);
        await store.AppendAsync(item, "");
        return item;
    }

    /// <summary>Every entry has all that belongs to it: its file, its rows in the lists.</summary>
    private static async Task AssertWholeAsync(string folder, Person person, Actor[] actors)
    {
        await using Database database = Database.Create(null, folder);
        var store = new LedgerStore(database);
        var blobs = new BlobStore(folder);
        foreach (Actor actor in actors)
        {
            LedgerItem item = (await store.FindAsync(person.Organisation, actor.Item))!;
            Assert.Equal(actor.Answered, item.Entries.Select(entry => entry.Note).Where(note => note.StartsWith(Actor.Noted, StringComparison.Ordinal)));
            HeldEvidence[] held = [.. item.Measures[0].Evidence];
            Assert.Equal(actor.HandsIn ? actor.Answered.Count : 0, held.Length);
            foreach (EvidenceFile file in held.Select(one => one.Evidence.File!))
            {
                await using FileStream stored = blobs.Open(new Blob(file.Sha256, file.Size));
                Assert.Equal(file.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(stored)));
            }
        }

        string[] lists = await ListsAsync(database);
        await store.RebuildAsync(person.Organisation);
        Assert.Equal(lists, await ListsAsync(database));
    }

    private static async Task<string[]> ListsAsync(Database database)
    {
        await using var connection = await database.OpenAsync();
        var rows = new List<string>();
        foreach (string table in new[] { "ledger_item", "ledger_part" })
        {
            foreach (IDictionary<string, object?> row in await connection.QueryAsync($"select * from {table}"))
            {
                rows.Add($"{table}: {string.Join('|', row.Values)}");
            }
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    /// <summary>Acts on an item of their own, one act after the other; every second of them hands in a file each time.</summary>
    private sealed class Actor(LedgerItem item, int number)
    {
        public const string Noted = "第";

        private int _seen = item.Entries.Count;
        private (string Form, string Note)? _unanswered;

        public LedgerItemId Item => item.Id;

        public string Url => $"/ledger/{item.Id}";

        public bool HandsIn => number % 2 == 1;

        /// <summary>What they were told is done, in their order.</summary>
        public List<string> Answered { get; } = [];

        public async Task ActUntilNobodyAnswersAsync(Browser browser, Uri site, string token, Func<Task> answered)
        {
            try
            {
                while (true)
                {
                    _unanswered ??= ($"{Guid.CreateVersion7():N}", $"{Noted}{Answered.Count + 1}笔");
                    await SendAgainAsync(browser, site, token);
                    await answered();
                }
            }
            catch (HttpRequestException)
            {
                // The end came before the answer.
            }
        }

        /// <summary>The act that nobody answered, if there is one: the very same form, as somebody sends who goes back and tries again.</summary>
        public async Task SendAgainAsync(Browser browser, Uri site, string token)
        {
            if (_unanswered is not var (form, note))
            {
                return;
            }

            var content = new MultipartFormDataContent
            {
                { new StringContent(token), "__RequestVerificationToken" },
                { new StringContent($"{_seen}"), "Seen" },
                { new StringContent(form), "Form" },
                { new StringContent(note), "Note" },
            };
            if (HandsIn)
            {
                content.Add(new ByteArrayContent(MaterialSite.Bytes($"{number}：{note}")), "Evidence.Files", "record.txt");
            }

            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site, HandsIn ? $"{Url}/measures/1/evidence" : $"{Url}/note"))
            {
                Content = content,
            };
            (await browser.SendAsync(request)).Expect(HttpStatusCode.Redirect);
            Answered.Add(note);
            (_seen, _unanswered) = (_seen + 1, null);
        }
    }
}
