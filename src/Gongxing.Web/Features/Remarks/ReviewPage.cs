using Gongxing.Core.Materials;
using Gongxing.Core.Remarks;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Storage.Remarks;
using Gongxing.Web.Features.Materials;
using Gongxing.Web.Review;

namespace Gongxing.Web.Features.Remarks;

/// <summary>A page about the review of one material.</summary>
public abstract class ReviewPage(
    MaterialStore materials,
    PeopleStore people,
    RemarkStore remarks,
    ReviewRules rules,
    MaterialReviews reviews,
    CurrentPerson me) : MaterialPage(materials, people, me)
{
    /// <summary>In the order of the text; null when the review could not run.</summary>
    public IReadOnlyList<Question>? Questions { get; private set; }

    public RulesInForce Rules { get; private set; } = null!;

    /// <summary>What the organisation and the person have made of rules; only those that ask less than they come.</summary>
    public IReadOnlyList<RuleSetting> Silences { get; private set; } = [];

    public bool MayDecide => Material.WhyNotDecide(Person, Roster.Offices) is null;

    protected RemarkStore Remarks => remarks;

    /// <returns>False when there is no such material for this person, or it is not read yet.</returns>
    protected async Task<bool> ReviewAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || Document is null || Structure is null)
        {
            return false;
        }

        Rules = await rules.OfAsync(Person.Organisation, Person.Id, ct);
        if (reviews.Of(Material, Document, Structure, Rules) is not { } found)
        {
            return true;
        }

        HashSet<int> first = [.. found.First.Select(one => one.Number)];
        IReadOnlyList<DecidedRemark> decided = DecidedRemark.Of(
            [.. found.All.Select(one => one.Remark)], Material.Draft, await remarks.DecisionsAsync(Material, ct));
        Questions = [.. found.All.Zip(decided, (one, state) => new Question(one.Number, state, first.Contains(one.Number)))];
        Silences = [.. (await rules.SettingsAsync(Person.Organisation, Person.Id, ct)).Where(one => one.Act != RuleAct.Restore)];
        return true;
    }
}
