using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Materials;
using Gongxing.Core.Rounds;
using Gongxing.Core.Statements;
using Gongxing.Review.Templates;
using Gongxing.Storage.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongxing.Web.Features.Rounds;

/// <summary>审改矩阵: every statement of a round against the aspects of the template, and where it stands.</summary>
/// <remarks>By office and name, in no other order: the page compares papers with a template and nobody with anybody.</remarks>
[Authorize(Policy = Policies.Content)]
public sealed class RoundModel(RoundDesk desk) : RoundPage(desk)
{
    [BindProperty(SupportsGet = true)]
    [Display(Name = "Column.State")]
    public SubmissionState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Field.Reviewer")]
    public Guid? Reviewer { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Filter.Cell")]
    public CellState? Cell { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Filter.Over")]
    public bool Over { get; set; }

    public TemplatePack? Pack { get; private set; }

    public IReadOnlyList<MatrixRow> Rows { get; private set; } = [];

    public bool IsFiltered => Over || new object?[] { State, Reviewer, Cell }.Any(question => question is not null);

    private SelectListItem All => new(Desk.Texts["Filter.All"], "");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Pack = TemplatePacks.Find(Round.Terms.Template);
        IReadOnlyDictionary<MaterialId, Statement> structures =
            await Desk.Lists.StructuresAsync(Person.Organisation, Round.Id, ct);
        var rows = new List<MatrixRow>();
        foreach (SubmissionLine line in Lines.Where(IsWanted))
        {
            rows.Add(MatrixRow.Of(line, Pack, structures.GetValueOrDefault(line.Material), await CommentsAsync(line, ct)));
        }

        Rows = Cell is null ? rows : [.. rows.Where(row => row.Aspects.Append(row.Rest).Any(cell => cell.State == Cell))];
        return Page();
    }

    public IEnumerable<SelectListItem> States() =>
        [All, .. Enum.GetValues<SubmissionState>().SkipLast(1).Select(state => new SelectListItem(Desk.Texts[$"State.{state}"], $"{state}"))];

    public IEnumerable<SelectListItem> Cells() =>
        [All, .. Enum.GetValues<CellState>().Skip(1).Select(cell => new SelectListItem(Desk.Texts[$"Cell.{cell}"], $"{cell}"))];

    public IEnumerable<SelectListItem> Reviewers() =>
    [
        All,
        .. Lines.SelectMany(line => line.Reviewers).DistinctBy(reviewer => reviewer.Person)
            .OrderBy(reviewer => reviewer.Name, StringComparer.Ordinal)
            .Select(reviewer => new SelectListItem(reviewer.Name, $"{reviewer.Person.Value}")),
    ];

    private bool IsWanted(SubmissionLine line) =>
        (State is null || line.State == State)
        && (Reviewer is null || line.Reviewers.Any(reviewer => reviewer.Person.Value == Reviewer))
        && (!Over || line.IsOverdue(Desk.Today));

    private async Task<IReadOnlyList<PlacedComment>> CommentsAsync(SubmissionLine line, CancellationToken ct)
    {
        if (line.Comments == 0
            || await Desk.Store.FindAsync(Person.Organisation, line.Id, ct) is not { } submission
            || await Desk.Materials.FindAsync(Person.Organisation, line.Material, ct) is not { } draft
            || await Desk.Materials.DocumentAsync(draft, ct) is not { } document)
        {
            return [];
        }

        return
        [
            .. from comment in submission.Comments
               where comment is { IsHandedBack: true, IsWithdrawn: false }
               select new PlacedComment(submission.Id, comment, comment.Place.FindIn(draft.Id, document.Text)),
        ];
    }
}
