using Gongxing.Core.Rounds;
using Gongxing.Storage.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Rounds;

/// <summary>审改: the rounds the person arranges or has a statement in, and what waits for them there.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class IndexModel(RoundDesk desk) : PageModel
{
    public IReadOnlyList<RoundLine> Rounds { get; private set; } = [];

    public IReadOnlyList<SubmissionLine> ToReview { get; private set; } = [];

    /// <summary>How many statements in open rounds the person's side answers for.</summary>
    public int Written { get; private set; }

    public bool MayOpen => RevisionRound.WhyNotOpen(desk.Person).Count == 0;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Rounds = await desk.Lists.RoundsAsync(desk.Person, ct);
        ToReview = await desk.Lists.ToReviewAsync(desk.Person, ct);
        Written = (await desk.Lists.WrittenAsync(desk.Person, ct)).Count;
    }
}
