using System.Collections.Frozen;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;
using Microsoft.AspNetCore.Authorization;

namespace Gongxing.Web;

/// <summary>Who may open a page. Each page names one of these; what is not named is open to nobody.</summary>
/// <remarks>A policy looks at the role only. Whether this person may see this very item is for the domain to say.</remarks>
public static class Policies
{
    /// <summary>Whoever is signed in: their own account.</summary>
    public const string Account = "account";

    /// <summary>The administrator's pages: people, offices, settings.</summary>
    public const string Administration = "administration";

    /// <summary>Everybody who works with content, that is, everybody but the administrator.</summary>
    public const string Content = "content";

    /// <summary>Takes materials in.</summary>
    public const string Intake = "intake";

    /// <summary>Keeps the ledger: enters items, assigns them, fixes dates.</summary>
    public const string Keeping = "keeping";

    /// <summary>Works on items and reports.</summary>
    public const string Owning = "owning";

    /// <summary>Verifies, returns, closes and reopens.</summary>
    public const string Verifying = "verifying";

    /// <summary>Sees the office and those below it, approves.</summary>
    public const string Heading = "heading";

    /// <summary>Opens revision rounds, fills them and ends them.</summary>
    public const string Arranging = "arranging";

    /// <summary>Reads what they are assigned in a round, comments and hands back.</summary>
    public const string Reviewing = "reviewing";

    /// <summary>Sees what counts as common wording, and may say so where the domain lets them.</summary>
    public const string Wording = "wording";

    private const Roles AnyContent = Roles.Clerk | Roles.Author | Roles.Owner | Roles.Verifier | Roles.Head;

    /// <summary>The roles that each policy lets in; holding one of them is enough.</summary>
    public static readonly FrozenDictionary<string, Roles> Admits = new Dictionary<string, Roles>
    {
        [Account] = Roles.Administrator | AnyContent,
        [Administration] = Roles.Administrator,
        [Content] = AnyContent,
        [Intake] = Roles.Clerk | Roles.Author,
        [Keeping] = Roles.Clerk,
        [Owning] = Roles.Owner,
        [Verifying] = Roles.Verifier,
        [Heading] = Roles.Head,
        [Arranging] = Roles.Clerk | Roles.Head,
        [Reviewing] = SubmissionActs.Reviewers,
        [Wording] = Roles.Clerk | Roles.Head | SubmissionActs.Reviewers,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The roles one by one, as they are chosen and shown.</summary>
    public static readonly Roles[] EveryRole = [.. Enum.GetValues<Roles>().Where(role => role != Roles.None)];

    public static IEnumerable<Roles> RolesOf(Person person) => EveryRole.Where(role => person.Is(role));

    public static void Add(AuthorizationBuilder authorization)
    {
        foreach ((string name, Roles roles) in Admits)
        {
            authorization.AddPolicy(name, policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => CurrentPerson.Of(context.User) is { } person && person.Is(roles)));
        }

        // A page that names no policy is a mistake: it is open to nobody until somebody decides.
        authorization.SetFallbackPolicy(new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser().RequireAssertion(_ => false).Build());
    }
}
