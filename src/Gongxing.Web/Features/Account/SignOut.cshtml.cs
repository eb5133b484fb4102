using Gongxing.Core.People;
using Gongxing.Storage.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Account;

/// <summary>退出: ends this session, here and in the database.</summary>
[Authorize(Policy = Policies.Account)]
public sealed class SignOutModel(CurrentPerson me, SessionStore sessions, SecurityStore security) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sessions.EndAsync(me.Organisation, SessionCookie.Read(Request)!, ct);
        await security.AddAsync(me.Organisation, SecurityAct.SignedOut, me.Id, me.Id, Device.Place(HttpContext), ct);
        SessionCookie.Remove(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect("/sign-in");
    }
}
