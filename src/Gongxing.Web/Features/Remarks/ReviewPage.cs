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

    /// <summary>How many rules were asked of the material: those that are on and for its kind and template.</summary>
    public int Applied => Rules.Book.Rules.Count(rule => rule.IsOn && rule.AppliesTo(Structure!.Statement));

    /// <summary>How many are on and for other kinds or templates.</summary>
    public int NotApplied => Rules.Book.Rules.Count(rule => rule.IsOn) - Applied;

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
        if (await reviews.OfAsync(Material, Document, Structure, Rules, ct) is not { } found)
        {
            return true;
        }

        HashSet<int> first = [.. found.First.Select(one => one.Number)];
        IReadOnlyList<RemarkDecision> decisions = await remarks.DecisionsAsync(Material, ct);
        IReadOnlyList<DecidedRemark> decided =
            DecidedRemark.Of([.. found.All.Select(one => one.Remark)], Material.Draft, decisions);
        IReadOnlyDictionary<string, DecidedRemark> reworded = await RewordedAsync(found, decisions, ct);
        Questions =
        [
            .. found.All.Zip(decided, (one, state) => new Question(
                one.Number,
                state,
                first.Contains(one.Number),
                reworded.GetValueOrDefault(one.Remark.Fingerprint)?.Decision)
            {
                Also = one.Also,
            }),
        ];
        Silences = [.. (await rules.SettingsAsync(Person.Organisation, Person.Id, ct)).Where(one => one.Act != RuleAct.Restore)];
        return true;
    }

    /// <summary>What is asked again at words that were changed since the draft before, if anything was decided there.</summary>
    private async Task<IReadOnlyDictionary<string, DecidedRemark>> RewordedAsync(
        NumberedRemarks found, IReadOnlyList<RemarkDecision> decisions, CancellationToken ct)
    {
        if (decisions.Any(one => one.Draft < Material.Draft)
            && (await Materials.DraftsAsync(Material, ct)).LastOrDefault(one => one.Draft < Material.Draft) is { } before
            && before.WhyNotRead(Person, Roster.Offices) is null
            && await Materials.DocumentAsync(before, ct) is { } document
            && await Materials.StructureAsync(before, ct: ct) is { } structure)
        {
            var draft = new ReviewedDraft(before, document, await reviews.OfAsync(before, document, structure, Rules, ct));
            return new DraftComparison(draft, new ReviewedDraft(Material, Document!, found), decisions).Reworded;
        }

        return new Dictionary<string, DecidedRemark>();
    }
}
