using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Account;

/// <summary>我的账号: who I am here, and where I am signed in.</summary>
[Authorize(Policy = Policies.Account)]
public sealed class IndexModel(
    CurrentPerson me,
    PeopleStore people,
    SignInStore store,
    SessionStore sessions,
    IStringLocalizer<AccountTexts> texts) : PageModel
{
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public string Office { get; private set; } = "";

    public bool HasFactor { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Sessions = await sessions.ListAsync(me.Person, ct);
        Office = (await people.OfficesAsync(me.Organisation, ct)).Single(office => office.Id == me.Person.Office).Name;
        HasFactor = (await store.FindAsync(me.Organisation, me.Id, ct))!.TotpSecret is not null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sessions.EndAllAsync(me.Person, keep: SessionCookie.Read(Request), ct);
        this.Notice(texts["Account.SignedOutElsewhere"]);
        return Redirect("/account");
    }
}
