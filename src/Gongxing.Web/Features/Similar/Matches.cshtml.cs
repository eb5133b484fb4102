using Gongxing.Core.Duplicates;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;
using Gongxing.Storage.People;
using Gongxing.Storage.Rounds;
using Gongxing.Text;
using Gongxing.Text.Similarity;
using Gongxing.Web.Duplicates;
using Gongxing.Web.Features.Materials;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Similar;

/// <summary>查重: what of a material stands in others, and where, for a person to judge.</summary>
/// <remarks>Of what the person may not read, nothing is told but which of the words shown here stand there too.</remarks>
[Authorize(Policy = Policies.Content)]
public sealed class MatchesModel(SimilarDesk desk, RoundListStore rounds, PeopleStore people, CurrentPerson me)
    : MaterialPage(desk.Materials, people, me)
{
    /// <summary>So many passages with one other material are shown; the page of the pair has them all.</summary>
    public const int MostPassages = 20;

    /// <summary>
    /// Of so many that a person uploads within a day they are told what materials have that they may not read: guess after guess
    /// would be a way to read those.
    /// </summary>
    public const int MostADay = 30;

    // Others are less similar, and a page must stay one that can be read.
    private const int MostMatches = 50;

    private SubmissionId? _submission;
    private TextParts? _parts;

    /// <summary>Null before the material is read, and when the search could not run.</summary>
    public MaterialMatches? Matches { get; private set; }

    /// <summary>How many more materials that the person may see share something.</summary>
    public int Unshown { get; private set; }

    /// <summary>Whether it was held only against what the person may read.</summary>
    public bool IsUntold { get; private set; }

    public bool MayAllow { get; private set; }

    /// <summary>Whether the person may open the list of what is common.</summary>
    public bool SeesWordings => Person.Is(Policies.Admits[Policies.Wording]);

    public IEnumerable<MaterialMatch> Own => Matches!.Matches.Where(match => match.IsOwn);

    public IEnumerable<MaterialMatch> Others => Matches!.Matches.Where(match => !match.IsOwn);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (Document is null || Structure is null)
        {
            return Page();
        }

        var own = new ReadMaterial(Material, Document, Structure.Statement);
        if (await desk.FindAsync(own, ct) is { } found)
        {
            IReadOnlyList<Guid> visible = await desk.VisibleAsync(found.Matches.Select(match => match.Id), Material, Roster, ct);
            var shown = new Dictionary<Guid, ReadMaterial>();
            foreach (Guid other in visible.Take(MostMatches))
            {
                if (await desk.ReadAsync(new MaterialId(other), Roster, ct, Material) is { } read)
                {
                    shown.Add(other, read);
                }
            }

            IsUntold = await IsUntoldAsync(ct);
            if (IsUntold)
            {
                found = new FoundTexts { Matches = [.. found.Matches.Where(match => visible.Contains(match.Id))], Circulating = [] };
            }

            HashSet<Guid> unshown = [.. visible.Where(other => !shown.ContainsKey(other))];
            Matches = new MaterialMatches(own, found, shown, unshown);
            Unshown = unshown.Count;
        }

        MayAllow = WordingEntry.WhyNotAllow(Material, Person, Roster.Offices) is null;
        _submission = (await rounds.ToReviewAsync(Person, ct))
            .FirstOrDefault(line => line.Material == Material.Id)?.Id;
        _parts = new TextParts(Document);
        return Page();
    }

    private async Task<bool> IsUntoldAsync(CancellationToken ct) =>
        Material.Uploader == Person.Id && !WordingEntry.AnswersForAll(Person, Roster.Offices)
        && await Materials.CountBeforeAsync(Material, TimeSpan.FromDays(1), ct) >= MostADay;

    /// <summary>Whether the person may read the whole of another material, and not only what is shared with it.</summary>
    public bool SeesWhole(ReadMaterial other) => other.Material.WhyNotRead(Person, Roster.Offices) is null;

    /// <summary>Where words stand in the text as it is shown.</summary>
    public string InText(TextSpan span) => $"{Address}{_parts!.Address(span.Start)}";

    public string Allowance(TextSpan span) => $"{Address}/similar/common?start={span.Start}&length={span.Length}";

    /// <summary>The form that asks about the words, for who reviews the material now and can send it back; null for anybody else.</summary>
    public string? Comment(TextSpan span)
    {
        if (_submission is not { } submission)
        {
            return null;
        }

        // A comment is about words of one paragraph: that which has most of the passage.
        int first = Document!.ParagraphAt(span.Start);
        (int Index, TextSpan Words) most = Document.Paragraphs.Skip(first)
            .Select((paragraph, i) => (Index: first + i, Words: paragraph.Span.Intersect(span)))
            .TakeWhile(one => Document.Paragraphs[one.Index].Span.Start < span.End)
            .MaxBy(one => one.Words.Length);
        return $"/submissions/{submission}/comments/new?paragraph={most.Index}&start={most.Words.Start}&length={most.Words.Length}";
    }
}
