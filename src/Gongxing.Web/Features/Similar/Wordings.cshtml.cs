using Gongxing.Core.Duplicates;
using Gongxing.Storage.Duplicates;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Similar;

/// <summary>常用表述: what the organisation lets any statement say, who said so and why, and what was taken back.</summary>
[Authorize(Policy = Policies.Wording)]
public sealed class WordingsModel(WordingStore wordings, PeopleStore people, CurrentPerson me) : PageModel
{
    public Roster Roster { get; private set; } = null!;

    /// <summary>By wording, of each the newest first.</summary>
    public IReadOnlyList<IReadOnlyList<WordingEntry>> Wordings { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Roster = await Roster.ReadAsync(people, me.Organisation, ct);
        Wordings =
        [
            .. (await wordings.EntriesAsync(me.Organisation, ct)).GroupBy(entry => entry.Key).Select(wording => wording.ToArray())
                .OrderBy(wording => wording[0].Act),
        ];
    }

    public bool MayWithdraw(WordingEntry newest) =>
        newest.Act == WordingAct.Allow && newest.WhyNotWithdraw(me.Person, Roster.Offices) is null;
}
