using System.Net;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;

namespace Gongxing.Web.Tests.Features.Rounds;

/// <summary>Who may open and send what of a round in which the statement of 镇长甲 is returned to them by 督查员丙.</summary>
public class PermissionTests
{
    // The pages, and who of the cast sees them: C clerk who holds it, T clerk of the town, A author, O colleague, R reviewer,
    // V another verifier, H head above, S stranger who is a head elsewhere, W owner. An administrator sees none.
    private static readonly (string Page, string Sees)[] _pages =
    [
        ("{round}", "CTARH"), ("{submission}", "CTARH"), ("{submission}/draft", "CTARH"), ("{submission}/comments/1/answer", "CTARH"),
        ("{round}/amendment", "CH"), ("{round}/statements", "CH"), ("{round}/closure", "CH"), ("{round}/reopening", "CH"),
        ("{submission}/reviewers", "CTH"), ("{submission}/removal", "CTH"),
        ("{submission}/outcome", "RH"), ("{submission}/comments/new?paragraph=6", "RH"), ("{submission}/comments/1", "RH"),
        ("{submission}/comments/1/second-question", "RH"), ("/rounds", "CTAORVHSW"), ("/asked", "CTAORVHSW"), ("/rounds/new", "CTHS"),
        ("/materials/{material}", "CTARH"), ("/materials/{material}/file", "CTARH"),
    ];

    [Fact]
    public async Task Everybody_opens_what_is_for_them_and_nothing_else()
    {
        await using RoundSite site = await RoundSite.StartAsync();
        await site.ReturnAsync();

        foreach ((char letter, Person person) in await CastAsync(site))
        {
            Browser browser = site.As(person);
            foreach ((string page, string sees) in _pages)
            {
                HttpStatusCode status = (await browser.GetAsync(Address(site, page))).Status;

                Assert.True(
                    sees.Contains(letter, StringComparison.Ordinal)
                        ? status == HttpStatusCode.OK
                        : status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden,
                    $"{letter} got {status} from {page}");
            }
        }
    }

    [Fact]
    public async Task A_form_that_was_forged_changes_nothing()
    {
        await using RoundSite site = await RoundSite.StartAsync();
        await site.ReturnAsync();
        int entries = (await site.FindAsync()).Entries.Count;
        Dictionary<char, Person> cast = await CastAsync(site);
        var forms = new (string Page, string May, (string, string)[] Fields)[]
        {
            ("{submission}/outcome", "", [("Outcome", "Accept"), ("Note", "好")]),
            ("{submission}/comments/new?paragraph=6", "", [("Text", "？"), ("Draft", $"{site.Material.Id.Value}"), ("To", "0")]),
            ("{submission}/comments/1", "", [("Text", "改")]),
            ("{submission}/comments/1?handler=Withdraw", "", [("Text", "改")]),
            ("{submission}/comments/1/second-question", "", [("Note", "再问")]),
            ("{submission}/comments/1/answer", "CTA", [("Note", "改了")]),
            ("{submission}/draft", "", [("Note", "新稿")]),
            ("{submission}/reviewers", "CH", [("Reviewer", $"{cast['V'].Id.Value}")]),
            ("{submission}/reviewers?handler=Unassign", "CH", [("Reviewer", $"{site.Reviewer.Id.Value}")]),
            ("{submission}/removal", "CH", [("Note", "移出")]),
        };

        foreach ((string page, string may, (string, string)[] fields) in forms)
        {
            foreach ((char letter, Person person) in cast.Where(one => !may.Contains(one.Key, StringComparison.Ordinal)))
            {
                Browser browser = site.As(person);
                string token = (await browser.GetAsync("/account")).Token;
                HttpStatusCode status = (await browser.PostAsync(
                    Address(site, page),
                    [("__RequestVerificationToken", token), ("Seen", "99"), ("Form", $"{Guid.CreateVersion7():N}"), .. fields])).Status;

                Assert.True(
                    status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Conflict,
                    $"{letter} got {status} from {page}");
            }
        }

        Submission found = await site.FindAsync();
        Assert.Equal(entries, found.Entries.Count);
    }

    [Fact]
    public async Task Without_the_token_of_the_form_nothing_is_accepted()
    {
        await using RoundSite site = await RoundSite.StartAsync();

        Page page = await site.As(site.Reviewer).PostAsync($"{site.Submission}/outcome", ("Outcome", "Accept"), ("Seen", "2"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(SubmissionState.InReview, (await site.FindAsync()).State);
    }

    [Fact]
    public async Task A_reviewer_sees_in_a_round_only_what_they_are_assigned()
    {
        await using RoundSite site = await RoundSite.StartAsync();
        Person second = await site.Site.PersonAsync(Roles.Verifier, "督查员丁");
        await site.As(site.Clerk).UploadAsync(
            "/materials", "Files", [("另一份.txt", Materials.MaterialSite.Bytes(Materials.MaterialSite.Statement + "\n补充。"))],
            ("Office", $"{site.Town.Id.Value}"), ("Subject", $"{site.Colleague.Id.Value}"));
        await Materials.MaterialSite.ReadAllAsync(site.Site, site.Clerk);
        Page form = await site.As(site.Clerk).GetAsync($"{site.Round}/statements");
        string other = form.Document.QuerySelector("input[name=Chosen]")!.GetAttribute("value")!;
        await site.As(site.Clerk).FillInAsync($"{site.Round}/statements", ("Chosen", other), ("Reviewers", $"{second.Id.Value}"));

        Assert.Equal(2, (await site.As(site.Clerk).GetAsync(site.Round)).All("tbody tr").Length);
        Assert.StartsWith("镇长甲", Assert.Single((await site.As(site.Reviewer).GetAsync(site.Round)).All("tbody th")), StringComparison.Ordinal);
        Assert.StartsWith("副镇长乙", Assert.Single((await site.As(second).GetAsync(site.Round)).All("tbody th")), StringComparison.Ordinal);
        Page author = await site.As(site.Author).GetAsync(site.Round);
        Assert.DoesNotContain("副镇长乙", author.Text, StringComparison.Ordinal);
    }

    private static string Address(RoundSite site, string page) => page
        .Replace("{round}", site.Round, StringComparison.Ordinal)
        .Replace("{submission}", site.Submission, StringComparison.Ordinal)
        .Replace("{material}", $"{site.Material.Id}", StringComparison.Ordinal);

    private static async Task<Dictionary<char, Person>> CastAsync(RoundSite site)
    {
        Office elsewhere = await site.Site.OfficeAsync("水务局");
        return new Dictionary<char, Person>
        {
            ['C'] = site.Clerk,
            ['T'] = await site.Site.PersonAsync(Roles.Clerk, office: site.Town.Id),
            ['A'] = site.Author,
            ['O'] = site.Colleague,
            ['R'] = site.Reviewer,
            ['V'] = await site.Site.PersonAsync(Roles.Verifier),
            ['H'] = await site.Site.PersonAsync(Roles.Head),
            ['S'] = await site.Site.PersonAsync(Roles.Head, office: elsewhere.Id),
            ['W'] = await site.Site.PersonAsync(Roles.Owner),
            ['X'] = await site.Site.AdministratorAsync(),
        };
    }
}
