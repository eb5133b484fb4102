using System.Net;
using Gongxing.Core.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Gongxing.Web.Tests;

/// <summary>Who may open what. Every page stands in one of two lists: public, or with the policy it names.</summary>
public class PoliciesTests
{
    private static readonly string[] _public =
    [
        "assets/{file}", "display", "error", "first-run", "healthz", "sign-in", "sign-in/code", "sign-in/new-password",
        "{*nowhere}",
    ];

    public static TheoryData<Roles> EveryRole => [.. Policies.EveryRole];

    [Fact]
    public async Task Every_address_is_public_by_this_list_or_names_a_policy()
    {
        await using Site site = await Site.StartAsync();

        Assert.All(Endpoints(site), endpoint =>
        {
            string address = Address(endpoint);
            bool isPublic = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            Assert.True(
                isPublic ? _public.Contains(address) : Policies.Admits.ContainsKey(PolicyOf(endpoint) ?? ""),
                $"/{address} is {(isPublic ? "public, but not in the list" : "without a policy")}.");
        });
        Assert.Empty(_public.Except(Endpoints(site).Select(Address)));
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task A_role_opens_the_pages_whose_policy_admits_it_and_no_other(Roles role)
    {
        await using Site site = await Site.StartAsync();
        Browser browser = site.SignedInAs(await site.PersonAsync(role));

        foreach (RouteEndpoint endpoint in Endpoints(site).Where(endpoint => PolicyOf(endpoint) is not null && Takes(endpoint, "GET")))
        {
            string url = MadeUp(endpoint);
            bool admitted = (Policies.Admits[PolicyOf(endpoint)!] & role) != 0;

            HttpStatusCode status = (await browser.GetAsync(url)).Status;

            Assert.True(
                admitted ? status is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.Redirect
                    : status == HttpStatusCode.Forbidden,
                $"{role} got {status} from {url}");
        }
    }

    [Fact]
    public async Task A_visitor_opens_no_page_that_names_a_policy()
    {
        await using Site site = await Site.StartAsync();
        await site.AdministratorAsync();
        Browser visitor = site.Visitor();

        foreach (RouteEndpoint endpoint in Endpoints(site).Where(endpoint => PolicyOf(endpoint) is not null))
        {
            Page page = await (Takes(endpoint, "POST") ? visitor.PostAsync(MadeUp(endpoint)) : visitor.GetAsync(MadeUp(endpoint)));

            Assert.StartsWith("/sign-in", page.Location, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<RouteEndpoint> Endpoints(Site site) =>
        site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string Address(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.Trim('/');

    // With ids that nothing has: whoever may come in is told that there is no such thing.
    private static string MadeUp(RouteEndpoint endpoint) => "/" + string.Join('/', Address(endpoint).Split('/').Select(part =>
        !part.StartsWith('{') ? part
        : part.Contains(":int", StringComparison.Ordinal) ? "7"
        : Guid.CreateVersion7().ToString("N")));

    private static string? PolicyOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy;

    private static bool Takes(RouteEndpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains(method);
}
