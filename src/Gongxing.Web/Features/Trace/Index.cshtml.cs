using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Review.Tracing;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Storage.Remarks;
using Gongxing.Text;
using Gongxing.Web.Charts;
using Gongxing.Web.Features.Materials;
using Gongxing.Web.Features.Shared;
using Gongxing.Web.Review;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Trace;

/// <summary>追溯: which finding has its cause and its measure, in words, as a picture and as a table; what is missing can be linked.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class IndexModel(
    MaterialStore materials,
    PeopleStore people,
    RemarkStore remarks,
    ReviewRules rules,
    MaterialReviews reviews,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<MaterialsTexts> texts,
    IStringLocalizer<SharedTexts> shared,
    IStringLocalizer<TraceTexts> words) : CorrectionPage(materials, people, me, clock, texts, shared)
{
    private const int OptionCharacters = 40;
    private const string RuleKind = "trace";

    /// <summary>The finding whose causes are drawn as a fishbone: F3.</summary>
    [BindProperty(Name = "finding", SupportsGet = true)]
    public string? Chosen { get; set; }

    /// <summary>The finding to link.</summary>
    [BindProperty]
    [Display(Name = "Link.From")]
    public string? From { get; set; }

    /// <summary>The cause or measure to link it with.</summary>
    [BindProperty]
    [Display(Name = "Link.To")]
    public string? To { get; set; }

    public TraceMatrix Matrix { get; private set; } = null!;

    /// <summary>
    /// By finding, what the review asks about its cause or measure and nobody has answered, where something is linked: it shares a
    /// theme and may be no answer.
    /// </summary>
    public ILookup<string, NumberedRemark> Asked { get; private set; } = Enumerable.Empty<NumberedRemark>().ToLookup(_ => "");

    public TraceRow? Row => Matrix.Rows.FirstOrDefault(row => row.Finding.Id == Chosen);

    public IHtmlContent? Sankey => SankeyChart.Fits(Statement)
        ? SankeyChart.Draw(Statement, Matrix, words["Sankey"], Summary, gap => gap == TraceGap.None ? "" : words[$"Gap.{gap}"])
        : null;

    /// <summary>How many findings are followed up and how many are not, in a sentence.</summary>
    public string Summary =>
        Counted.Words(
            words, words["Clause"], ("Summary.NoCause", Matrix.WithoutCause.Count()), ("Summary.NoMeasure", Matrix.WithoutMeasure.Count()))
        is { Length: > 0 } lacking ? words["Summary", Matrix.Rows.Count, lacking] : words["Summary.Whole", Matrix.Rows.Count];

    public ILookup<CauseKind, TextSpan> Reasons => CauseKinds.Sort(Read, Row!.Causes);

    public IEnumerable<SelectListItem> Findings => Options(ElementRole.Finding);

    public IEnumerable<SelectListItem> Answers => Options(ElementRole.Cause).Concat(Options(ElementRole.Measure));

    public IHtmlContent Fishbone(IReadOnlyList<FishboneRib> ribs) => FishboneChart.Draw(
        Row!.Finding.Title, ribs, words["Fishbone", Row.Finding.Title], words["Fishbone.About", ribs.Count], left => words["Fishbone.More", left]);

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || Structure is null)
        {
            return NotFound();
        }

        Seen = Structure.Number;
        await ReadMatrixAsync(ct);
        From ??= Matrix.Rows.FirstOrDefault(row => row.Gap != TraceGap.None)?.Finding.Id;
        return Chosen is null || Row is not null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken ct)
    {
        IActionResult answer = await CorrectAsync(
            id,
            () => $"Link\t{From}\t{To}",
            () => Statement.Element(From ?? "")?.Span ?? default,
            () => Statement.Link(From ?? "", To ?? ""),
            ct);
        if (answer is RedirectResult)
        {
            return Redirect($"{Address}/trace#r-{From}");
        }

        // The page is drawn again, with what was refused or what somebody else corrected.
        if (Structure is not null)
        {
            await ReadMatrixAsync(ct);
        }

        return answer;
    }

    private async Task ReadMatrixAsync(CancellationToken ct)
    {
        Matrix = TraceMatrix.Of(Statement);
        RulesInForce inForce = await rules.OfAsync(Person.Organisation, Person.Id, ct);
        if (await reviews.OfAsync(Material, Read, Structure!, inForce, ct) is not { } found)
        {
            return;
        }

        HashSet<string> traced = [.. inForce.Book.Rules.Where(rule => rule.Kind == RuleKind).Select(rule => rule.Key)];
        NumberedRemark[] about = [.. found.All.Where(one => traced.Contains(one.Remark.RuleKey))];
        IReadOnlyList<DecidedRemark> decided = DecidedRemark.Of(
            [.. about.Select(one => one.Remark)], Material.Draft, await remarks.DecisionsAsync(Material, ct));
        Asked = about.Zip(decided)
            .Where(pair => pair.Second.State == RemarkState.Open)
            .SelectMany(pair => pair.First.Remark.Related.Append(pair.First.Remark.Span)
                .Select(span => (One: pair.First, Row: Matrix.Rows.FirstOrDefault(row => row.Finding.Span.Contains(span.Start)))))
            .Where(pair => pair.Row is { Gap: TraceGap.None })
            .ToLookup(pair => pair.Row!.Finding.Id, pair => pair.One);
    }

    private IEnumerable<SelectListItem> Options(ElementRole role) =>
        from element in Statement.Elements()
        where element.Role == role
        select new SelectListItem(
            $"{words[$"Role.{role}"]} {element.Number} {ChartText.Cut(element.Title, OptionCharacters)}", element.Id);
}
