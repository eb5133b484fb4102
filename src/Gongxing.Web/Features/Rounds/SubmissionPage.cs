using Gongxing.Core;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;
using Gongxing.Core.Statements;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Rounds;

/// <summary>A page about one statement in a round.</summary>
public abstract class SubmissionPage(RoundDesk desk) : PageModel
{
    public RevisionRound Round { get; private set; } = null!;

    public Submission Submission { get; private set; } = null!;

    /// <summary>The draft that was sent for review.</summary>
    public Material Material { get; private set; } = null!;

    public Roster Roster { get; private set; } = null!;

    public string SubmissionUrl => $"/submissions/{Submission.Id}";

    public Person Person => desk.Person;

    public bool MayArrange => Round.WhyNotArrange(Person, Roster.Offices) is null;

    /// <summary>Whether the person may see the words, and not only where the statement stands.</summary>
    public bool MayRead => Material.WhyNotRead(Person, Roster.Offices) is null;

    protected RoundDesk Desk => desk;

    /// <summary>Why the act is not for this person now; none when it is.</summary>
    public IReadOnlyList<Refusal> WhyNotAct(SubmissionAct act) => Submission.WhyNot(act, Person, Round, Roster.Offices);

    public bool May(SubmissionAct act) => WhyNotAct(act).Count == 0;

    public bool May(SubmissionAct act, ReviewerComment comment) =>
        Submission.WhyNot(act, comment.Number, Person, Round, Roster.Offices).Count == 0;

    /// <returns>False when there is no such statement, or none for this person: they are told the same.</returns>
    protected async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await desk.Store.FindAsync(Person.Organisation, new SubmissionId(id), ct) is not { } submission)
        {
            return false;
        }

        Submission = submission;
        Round = (await desk.Store.FindAsync(Person.Organisation, submission.Round, ct))!;
        Material = (await desk.Materials.FindAsync(Person.Organisation, submission.Draft.Material, ct))!;
        Roster = await desk.RosterAsync(ct);
        return IsForReader();
    }

    /// <summary>What the page shows decides who sees it: the words of the statement, unless a page says otherwise.</summary>
    protected virtual bool IsForReader() => MayRead;

    protected async Task<Document> DocumentAsync(CancellationToken ct) => (await desk.Materials.DocumentAsync(Material, ct))!;
}
