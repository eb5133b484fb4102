using System.Net;
using System.Net.Http.Headers;
using Gongxing.Web.Tests.Features.Materials;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;

namespace Gongxing.Web.Tests.Permissions;

/// <summary>
/// Who opens what, and who does what, with the addresses of things that exist: every page and every form of the site whose address
/// names a thing stands in these tables, and one that does not fails the tests.
/// </summary>
/// <remarks>
/// The people: <c>n</c> nobody signed in, <c>x</c> administrator, <c>g</c> every role, but in another organisation;
/// <c>c</c> clerk of the town, which keeps everything here, <c>e</c> clerk of another town; <c>a</c> author whom it is all about,
/// <c>b</c> another author of the town; <c>o</c> owner of the items, <c>p</c> owner of nothing; <c>r</c> verifier and reviewer of the
/// statement, <c>v</c> verifier; <c>h</c> head above, <c>s</c> head of the other town.
/// The marks: <c>o</c> it opens, or is done; <c>.</c> there is no such thing (404); <c>-</c> not for this role (403); <c>!</c> seen, but
/// the rules refuse the act (409); <c>&gt;</c> sign in first.
/// </remarks>
public class PermissionsTests
{
    private const string Pages =
        """
                                                             n x g c e a b o p r v h s
        /materials/{statement}                               > - . o . o . . . o . o .
        /materials/{statement}/file                          > - . o . o . . . o . o .
        /materials/{statement}/description                   > - . o . - . . . - . - .
        /materials/{statement}/drafts                        > - . o . o . . . o . o .
        /materials/{statement}/elements/F1                   > - . o . - . . . - . - .
        /materials/{statement}/paragraphs/1                  > - . o . - . . . - . - .
        /materials/{statement}/proposals                     > - . o . - - - - - - - -
        /materials/{statement}/revisions                     > - . o . o . . . o . o .
        /materials/{statement}/review                        > - . o . o . . . o . o .
        /materials/{statement}/review/review.json            > - . o . o . . . o . o .
        /materials/{statement}/trace                         > - . o . o . . . o . o .
        /materials/{statement}/relapses                      > - . o . o . . . o . o .
        /materials/{statement}/similar                       > - . o . o . . . o . o .
        /materials/{statement}/similar/{beside}              > - . o . . . . . . . o .
        /materials/{statement}/similar/common?{passage}      > - . - . - - - - o . o .
        /materials/{beside}                                  > - . o . . o . . . . o .
        /materials/{held}/removal                            > - . o . . o . . . . o .
        /common-wording/{wording}/withdrawal                 > - . - - - - - - - - o -
        /rules/C18/blanks                                    > - o o o o o o o o o o o

        /ledger/{proposed}                                   > - . o . o . . . . . o .
        /ledger/{reported}                                   > - . o . o . o . o o o .
        /ledger/{closed}                                     > - . o . o . o . o o o .
        /ledger/{proposed}/confirmation                      > - . o . o . . . . . o .
        /ledger/{confirmed}/plan                             > - . o . o . . . . . o .
        /ledger/{planned}/acceptance                         > - . o . o . o . . . o .
        /ledger/{working}/note                               > - . o . o . o . o o o .
        /ledger/{working}/measure-addition                   > - . o . o . o . o o o .
        /ledger/{working}/handover                           > - . o . o . o . o o o .
        /ledger/{working}/extension-request                  > - . o . o . o . o o o .
        /ledger/{extending}/extension                        > - . o . o . o . o o o .
        /ledger/{working}/void-request                       > - . o . o . o . o o o .
        /ledger/{voiding}/voiding                            > - . o . o . o . o o o .
        /ledger/{working}/measures/1/cancellation            > - . o . o . o . o o o .
        /ledger/{working}/measures/1/criteria/1/amendment    > - . o . o . o . o o o .
        /ledger/{working}/measures/1/report                  > - . o . o . o . o o o .
        /ledger/{working}/measures/1/evidence                > - . o . o . o . o o o .
        /ledger/{reported}/measures/1/evidence/1/withdrawal  > - . o . o . o . o o o .
        /ledger/{reported}/measures/1/verification           > - . o . o . o . o o o .
        /ledger/{reported}/evidence/1                        > - . o . o . o . o o o .
        /ledger/{reported}/evidence/1/picture                > - . o . o . o . o o o .
        /ledger/{reported}/evidence/2/pictures/1             > - . o . o . o . o o o .
        /ledger/{reported}/evidence/1/comparison/{alike}/1   > - . . . . . . . o o o .
        /ledger/{verified}/closure-request                   > - . o . o . o . o o o .
        /ledger/{closing}/closure                            > - . o . o . o . o o o .
        /ledger/{closed}/reopening                           > - . o . o . o . o o o .

        /rounds/{round}                                      > - . o . o . . . o . o .
        /rounds/{round}/amendment                            > - . o . - - - - - - o .
        /rounds/{round}/statements                           > - . o . - - - - - - o .
        /rounds/{round}/closure                              > - . o . - - - - - - o .
        /rounds/{closed-round}/reopening                     > - . o . - - - - - - o .
        /rounds/{round}/similar                              > - . o . o . . . o . o .
        /submissions/{in-review}                             > - . o . o . . . o . o .
        /submissions/{in-review}/reviewers                   > - . o . - - - - - - o .
        /submissions/{in-review}/removal                     > - . o . - - - - - - o .
        /submissions/{in-review}/comments/new?paragraph=6    > - . - - - - - - o . o .
        /submissions/{in-review}/comments/1                  > - . - - - - - - o . . .
        /submissions/{in-review}/outcome                     > - . - - - - - - o . o .
        /submissions/{returned}/comments/1/answer            > - . o . o . . . o . o .
        /submissions/{returned}/draft                        > - . o . o . . . o . o .
        /submissions/{answered}/comments/1/second-question   > - . - - - - - - o . o .

        /people/{person}                                     > o - - - - - - - - - - -
        /offices/{office}                                    > o - - - - - - - - - - -
        """;

    // The form is taken from the page of the first who may send it, and sent by each with a token of their own. Behind the marks
    // stand the fields that are filled in; one without a value is sent as the page has it, one after a + is not on the page. The
    // last are of pages about no thing whose forms name one.
    private const string Acts =
        """
                                                                           n x g c e a b o p r v h s
        /ledger/{proposed}/confirmation                                    > - . o . o . . . . . o .  Note=属实
        /ledger/{confirmed}/plan                                           > - . o . ! . . . . . o .  Plan.Office={town} Plan.Owner={owner} Plan.Due=2099-06-30 Plan.Measures[0].Text=核对 Plan.Measures[0].Criteria=有记录
        /ledger/{planned}/acceptance                                       > - . ! . ! . o . . . ! .  Note=
        /ledger/{working}/note                                             > - . o . o . o . o o o .  Note=记一笔
        /ledger/{working}/measure-addition                                 > - . o . ! . o . ! ! o .  Note=漏了 Added.Text=抽查 Added.Criteria=有记录
        /ledger/{working}/handover                                         > - . o . ! . ! . ! ! o .  Note=调动 Owner={other}
        /ledger/{working}/extension-request                                > - . ! . ! . o . ! ! ! .  Note=雨季 Due=2099-12-31
        /ledger/{extending}/extension                                      > - . ! . ! . ! . ! ! o .  Note=同意 Due=2099-12-31
        /ledger/{extending}/extension?handler=Decline                      > - . ! . ! . ! . ! ! o .  Note=不必
        /ledger/{working}/void-request                                     > - . o . o . o . o o o .  Note=重复
        /ledger/{voiding}/voiding                                          > - . ! . ! . ! . o o o .  Note=同意
        /ledger/{voiding}/voiding?handler=Decline                          > - . ! . ! . ! . o o o .  Note=不同
        /ledger/{working}/measures/1/cancellation                          > - . ! . ! . ! . o o o .  Note=不用了
        /ledger/{working}/measures/1/criteria/1/amendment                  > - . o . ! . ! . ! ! o .  Note=写清楚 Text=每库有记录
        /ledger/{working}/measures/1/report                                > - . ! . ! . o . ! ! ! .  Note=做了 Evidence.Files=文件
        /ledger/{working}/measures/1/evidence                              > - . o . ! . o . ! ! ! .  Note=补充 Evidence.Files=文件
        /ledger/{reported}/measures/1/evidence/1/withdrawal                > - . ! . ! . o . ! ! ! .  Note=传错了
        /ledger/{reported}/measures/1/verification                         > - . ! . ! . ! . o o o .  Note=属实 Checks[0].Result=Met Checks[0].Evidence=1
        /ledger/{reported}/measures/1/verification?handler=Return          > - . ! . ! . ! . o o o .  Note=不清楚
        /ledger/{reported}/evidence/1/comparison/{alike}/1                 > - . . . . . . . o o o .  Reason=同一个现场
        /ledger/{verified}/closure-request                                 > - . ! . ! . o . ! ! ! .  Note=完成
        /ledger/{closing}/closure                                          > - . ! . ! . ! . o o o .  Note=同意
        /ledger/{closing}/closure?handler=Return                           > - . ! . ! . ! . o o o .  Note=没做完 Redo=1
        /ledger/{closed}/reopening                                         > - . ! . ! . ! . o o o .  Note=又犯了 Redo=1 Due=2099-12-31

        /rounds/{round}/amendment                                          > - . o . - - - - - - o .
        /rounds/{round}/statements                                         > - . o . - - - - - - o .  Chosen={beside}
        /rounds/{round}/closure                                            > - . o . - - - - - - o .
        /rounds/{closed-round}/reopening                                   > - . o . - - - - - - o .  Note=还没完
        /submissions/{in-review}/reviewers                                 > - . o . - - - - - - o .  Reviewer={new-reviewer}
        /submissions/{in-review}/reviewers?handler=Unassign                > - . o . - - - - - - o .  Reviewer={reviewer}
        /submissions/{in-review}/removal                                   > - . o . - - - - - - o .  Note=放错了
        /submissions/{in-review}/comments/new?paragraph=6                  > - . - - - - - - o . ! .  Text=哪一次？
        /submissions/{in-review}/comments/1                                > - . - - - - - - o . . .  Text=哪一年的？
        /submissions/{in-review}/comments/1?handler=Withdraw               > - . - - - - - - o . . .  Text=哪一年的？
        /submissions/{in-review}/outcome                                   > - . - - - - - - o . ! .  Outcome=Accept
        /submissions/{returned}/comments/1/answer                          > - . o . o . . . - . - .  Note=写了
        /submissions/{returned}/draft                                      > - . o . o . . . - . - .  Note=
        /submissions/{answered}/comments/1/second-question                 > - . - - - - - - o . ! .  Note=还是没写

        /materials/{held}/removal                                          > - . o . . ! . . . . ! .
        /materials/{statement}/review                                      > - . o . o . . . - . - .  Act=Adopt
        /materials/{statement}/relapses                                    > - . o . - . . . o . o .  Act=Confirm Reason=一样
        /materials/{statement}/similar/common?{passage}                    > - . - . - - - - o . o .  Reason=统一要求
        /common-wording/{wording}/withdrawal                               > - . - - - - - - - - o -  Reason=不是
        /materials/{statement}/trace?handler=Link                          > - . o . - . . . - . - .  From=F1 To=K2
        /materials/{statement}/elements/F1?handler=Title                   > - . o . - . . . - . - .  Title=学习没有计划
        /materials/{statement}/elements/F1?handler=Aspect                  > - . o . - . . . - . - .  Aspect=
        /materials/{statement}/elements/F1?handler=Link                    > - . o . - . . . - . - .  Other=K1
        /materials/{statement}/elements/F1?handler=Unlink                  > - . o . - . . . - . - .  Other=K1
        /materials/{statement}/elements/F1?handler=Merge                   > - . o . - . . . - . - .
        /materials/{statement}/elements/F1?handler=Split                   > - . o . - . . . - . - .  At={sentence}
        /materials/{statement}/elements/M1?handler=Role                    > - . o . - . . . - . - .  Role=Cause
        /materials/{statement}/paragraphs/1                                > - . o . - . . . - . - .
        /materials/{statement}/description                                 > - . o . - . . . - . - .  Year=2021
        /materials/{statement}/description?handler=Read                    > - . o . - . . . - . - .
        /materials/{statement}/revisions                                   > - . o . - . . . - . - .
        /materials/{beside}/proposals?handler=Count                        > - . o . - - - - - - - -
        /materials/{beside}/proposals?handler=Edit                         > - . o . - - - - - - - -
        /materials/{beside}/proposals?handler=Confirm                      > - . o . - - - - - - - -  +Count=3
        /materials/{statement}/drafts                                      > - . o . o . . . - . - .  Files=文件
        /rules/C18/blanks                                                  > - o - - - - - - - - o -  Everybody=true Reason=不适用

        /people/{person}                                                   > o - - - - - - - - - - -
        /people/{person}?handler=Password                                  > o - - - - - - - - - - -
        /people/{person}?handler=Active                                    > o - - - - - - - - - - -  active=false
        /people/{person}?handler=Unlock                                    > o - - - - - - - - - - -
        /people/{person}?handler=Factor                                    > o - - - - - - - - - - -
        /offices/{office}                                                  > o - - - - - - - - - - -

        /materials?handler=Review                                          > - . o . . - . . . . - .  +id={beside}
        /materials?handler=Again                                           > - . o . . - . . . . - .  +id={held}
        /materials?handler=Keep                                            > - . o . o . - - - - - -  +same={statement}
        """;

    [Fact]
    public async Task Every_page_about_a_thing_opens_for_those_whose_it_is_and_for_nobody_else()
    {
        await using CastSite site = await CastSite.StartAsync();
        PermissionTable table = PermissionTable.Parse(Pages);
        var wrong = new List<string>();

        foreach (PermissionRow row in table.Rows)
        {
            string address = await site.ResolveAsync(row.Address);
            foreach (char letter in table.People)
            {
                char met = Mark(await site.As(letter).GetAsync(address));
                if (met != row.Marks[letter])
                {
                    wrong.Add($"{letter} at {row.Address}: {met}, not {row.Marks[letter]}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Who_asks_for_the_head_of_a_file_is_answered_as_for_the_whole_and_gets_no_body()
    {
        await using CastSite site = await CastSite.StartAsync();
        PermissionTable table = PermissionTable.Parse(Pages);
        string[] files =
        [
            Assets.Style,
            .. table.Rows.Select(row => row.Address)
                .Where(address => address.Contains("/file", StringComparison.Ordinal)
                    || address.EndsWith(".json", StringComparison.Ordinal)
                    || address.EndsWith("/evidence/1", StringComparison.Ordinal)
                    || address.Contains("/picture", StringComparison.Ordinal)),
        ];
        Assert.Equal(6, files.Length);

        foreach (string file in files)
        {
            string address = await site.ResolveAsync(file);
            foreach (char letter in table.People)
            {
                Page whole = await site.As(letter).GetAsync(address);
                Page head = await site.As(letter).SendAsync(
                    new HttpRequestMessage(HttpMethod.Head, new Uri(site.AddressOf(letter), address)));

                Assert.Equal((file, letter, whole.Status), (file, letter, head.Status));
                Assert.Equal(whole.Location, head.Location);
                Assert.Empty(head.Body);
                if (whole.Status == HttpStatusCode.OK)
                {
                    Assert.Equal($"{whole.Body.Length}", Header(head, "Content-Length"));
                    Assert.Equal(Header(whole, "Content-Type"), Header(head, "Content-Type"));
                    Assert.Equal(Header(whole, "Content-Disposition"), Header(head, "Content-Disposition"));
                }
            }
        }

        static string Header(Page page, string name) =>
            page.Response.Content.Headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? $"{values}" : "";
    }

    [Fact]
    public async Task Every_act_is_done_by_those_who_may_and_from_anybody_else_it_changes_nothing()
    {
        await using CastSite site = await CastSite.StartAsync();
        PermissionTable table = PermissionTable.Parse(Acts);
        Dictionary<char, string> tokens = await TokensAsync(site, table.People);
        var wrong = new List<string>();

        foreach (PermissionRow row in table.Rows)
        {
            string[] made = (await site.ResolveAsync(
                string.Join('\n', [row.Address, .. row.Fields.Select(field => field.Value)]))).Split('\n');
            (string, string)[] fields = [.. row.Fields.Zip(made[1..], (field, value) => (field.Name, value))];
            char may = table.People.First(letter => row.Marks[letter] == 'o');
            Page page = (await site.As(may).GetAsync(PageOf(made[0]))).Expect(HttpStatusCode.OK);
            IReadOnlyList<string> before = await site.KeptAsync();

            foreach (char letter in table.People.Where(letter => row.Marks[letter] != 'o'))
            {
                await SendAsync(letter);
            }

            IReadOnlyList<string> after = await site.KeptAsync();
            wrong.AddRange(after.Except(before).Concat(before.Except(after)).Select(line => $"{row.Address} changed something: {line}"));

            // The very same form does something when it comes from somebody who may.
            await SendAsync(may);

            async Task SendAsync(char letter)
            {
                HttpRequestMessage form = Filled(page, new Uri(site.AddressOf(letter), made[0]), tokens[letter], fields);
                if (Mark(await site.As(letter).SendAsync(form)) is var met && met != row.Marks[letter])
                {
                    wrong.Add($"{letter} at {row.Address}: {met}, not {row.Marks[letter]}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_address_of_a_thing_and_every_form_on_it_stands_in_a_table()
    {
        await using Site site = await Site.StartAsync();
        RouteEndpoint[] endpoints =
        [
            .. site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null),
        ];
        var expected = new List<string>();
        foreach (RouteEndpoint endpoint in endpoints.Where(endpoint => endpoint.RoutePattern.Parameters.Count > 0))
        {
            expected.Add($"GET {endpoint.RoutePattern.RawText!.Trim('/')}");
            expected.AddRange((await HandlersAsync(site, endpoint)).Where(handler => handler.HttpMethod == "Post")
                .Select(handler => $"POST {endpoint.RoutePattern.RawText!.Trim('/')} {handler.Name}"));
        }

        string[] drawn =
        [
            .. PermissionTable.Parse(Pages).Rows.Select(row => $"GET {RouteOf(row.Address, endpoints)}"),
            .. PermissionTable.Parse(Acts).Rows.Select(row => $"POST {RouteOf(row.Address, endpoints)} {HandlerOf(row.Address)}"),
        ];
        Assert.Empty(expected.Except(drawn));
        Assert.DoesNotContain(drawn, row => row.Contains("leads nowhere", StringComparison.Ordinal));
    }

    private static char Mark(Page page) => page.Status switch
    {
        HttpStatusCode.OK => 'o',
        HttpStatusCode.Redirect when page.Location!.StartsWith("/sign-in", StringComparison.Ordinal) => '>',
        HttpStatusCode.Redirect => 'o',
        HttpStatusCode.NotFound => '.',
        HttpStatusCode.Forbidden => '-',
        HttpStatusCode.Conflict => '!',
        _ => '?',
    };

    private static async Task<Dictionary<char, string>> TokensAsync(CastSite site, IEnumerable<char> people)
    {
        var tokens = new Dictionary<char, string>();
        foreach (char letter in people)
        {
            tokens.Add(letter, (await site.As(letter).GetAsync(letter == 'n' ? "/sign-in" : "/account")).Token);
        }

        return tokens;
    }

    private static HttpRequestMessage Filled(Page page, Uri address, string token, (string Name, string Value)[] fields)
    {
        (string Name, string Value)[] files = [.. fields.Where(field => field.Value == "文件")];
        (string Name, string Value)[] written =
            [.. fields.Except(files).Where(field => field.Value.Length > 0).Select(field => (field.Name.TrimStart('+'), field.Value))];
        return Form.With(page, fields.Select(field => field.Name).Where(name => name[0] != '+'), address.PathAndQuery).ToRequest(
            address,
            [.. written, ("__RequestVerificationToken", token)],
            [.. files.Select(file => (file.Name, "记录.txt", MaterialSite.Bytes($"核对记录{address}")))]);
    }

    private static string PageOf(string address) => address.Split("?handler=")[0];

    private static string? HandlerOf(string address) => address.Split("?handler=") is [_, var handler] ? handler : null;

    // The route with the most words of its own, as routing chooses.
    private static string RouteOf(string address, RouteEndpoint[] endpoints)
    {
        string[] parts = address.Split('?')[0].Trim('/').Split('/');
        return endpoints.Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(route => Fits(route.Split('/'), parts))
            .OrderByDescending(route => route.Split('/').Count(part => !part.StartsWith('{')))
            .FirstOrDefault() ?? $"{address}, which leads nowhere";
    }

    private static bool Fits(string[] route, string[] parts) =>
        route.Count(part => !part.EndsWith("?}", StringComparison.Ordinal)) <= parts.Length && parts.Length <= route.Length
        && parts.Zip(route, (part, of) => of.StartsWith('{') || of == part).All(fits => fits);

    private static async Task<IEnumerable<HandlerMethodDescriptor>> HandlersAsync(Site site, RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
            ? (await site.Get<PageLoader>().LoadAsync(page, endpoint.Metadata)).HandlerMethods
            : [];
}
