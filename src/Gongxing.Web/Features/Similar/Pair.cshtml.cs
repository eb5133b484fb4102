using Gongxing.Core.Materials;
using Gongxing.Storage.People;
using Gongxing.Text.Similarity;
using Gongxing.Web.Duplicates;
using Gongxing.Web.Features.Materials;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Similar;

/// <summary>两份对照: both texts whole, side by side, with what they share marked and numbered. For who may read both.</summary>
/// <remarks>Who only reviews the one sees of the other what it shares, as on the page of the matches, and not the rest.</remarks>
[Authorize(Policy = Policies.Content)]
public sealed class PairModel(SimilarDesk desk, PeopleStore people, CurrentPerson me)
    : MaterialPage(desk.Materials, people, me)
{
    public ReadMaterial Own { get; private set; } = null!;

    public ReadMaterial Other { get; private set; } = null!;

    /// <summary>Whether the person may read the other one whole too.</summary>
    public bool SeesOther => Other.Material.WhyNotRead(Person, Roster.Offices) is null;

    /// <summary>False when the search could not run.</summary>
    public bool IsCompared { get; private set; }

    /// <summary>Null when they share nothing.</summary>
    public MaterialMatch? Match { get; private set; }

    /// <summary>With those that do not count, for who may read both.</summary>
    public IReadOnlyList<NumberedPassage> Passages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid other, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || Document is null || Structure is null
            || await desk.ReadAsync(new MaterialId(other), Roster, ct, Material) is not { } read
            || read.Material.Series == Material.Series)
        {
            return NotFound();
        }

        (Own, Other) = (new ReadMaterial(Material, Document, Structure.Statement), read);
        if (await desk.FindAsync(Own, ct) is not { } all)
        {
            return Page();
        }

        FoundText? found = all.Matches.FirstOrDefault(match => match.Id == other);
        if (found is null && await desk.CompareAsync([Own, Other], ct) is { } pairs)
        {
            // An earlier draft is in no index: the two are then held against one another alone.
            found = pairs is [{ } pair]
                ? new FoundText(other, pair.ContainmentA, pair.ContainmentB, pair.Similarity, pair.Passages)
                : null;
        }

        Match = found is null ? null : new MaterialMatch(Own, Other, found, new OwnText(Document.Text));
        if (Match is not { Passages.Count: > 0 } && !SeesOther)
        {
            // What both only quote, or say as everybody does, opens nothing.
            return NotFound();
        }

        IsCompared = true;
        Passages = found is null ? [] : SeesOther ? MaterialMatch.Numbered(found) : Match!.Passages;
        return Page();
    }
}
