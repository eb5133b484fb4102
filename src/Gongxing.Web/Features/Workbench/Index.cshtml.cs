using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.Materials;
using Gongxing.Storage.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Workbench;

/// <summary>工作台: what waits for the person today.</summary>
[Authorize(Policy = Policies.Account)]
public sealed class IndexModel(
    WorkbenchStore workbenches, RoundListStore rounds, MaterialStore materials, CurrentPerson me, LocalDates dates) : PageModel
{
    /// <summary>How many statements a list of a revision round shows.</summary>
    public const int Shown = 20;

    /// <summary>Null for the administrator, who sees no content.</summary>
    public Storage.Ledger.Workbench? Workbench { get; private set; }

    /// <summary>The lists that ask for something, each with the act behind its button.</summary>
    public IReadOnlyList<(string Text, WorkbenchList List, bool IsUrgent)> Lists { get; private set; } = [];

    /// <summary>Statements of revision rounds that wait for the person: to be read, and to be revised.</summary>
    public IReadOnlyList<(string Text, IReadOnlyList<SubmissionLine> Lines)> Revisions { get; private set; } = [];

    /// <summary>The N of today.</summary>
    public long Waiting => (Workbench?.Waiting ?? 0) + Revisions.Sum(list => list.Lines.Count);

    /// <summary>Nothing at all has been entered that the person may see: they are shown how to begin.</summary>
    public bool IsBeginning { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (me.Is(Roles.Administrator))
        {
            return;
        }

        Workbench = await workbenches.ReadAsync(me.Person, dates.Today, ct);
        Lists =
        [
            .. new[]
            {
                ("ToDo", Workbench.ToDo, true),
                ("ToVerify", Workbench.ToVerify, false),
                ("ToClose", Workbench.ToClose, false),
                ("ToApprove", Workbench.ToApprove, false),
                ("ToKeep", Workbench.ToKeep, false),
            }.Where(list => list.Item2.Count > 0),
        ];
        Revisions =
        [
            .. new (string, IReadOnlyList<SubmissionLine>)[]
            {
                ("ToRevise", await rounds.ToReviseAsync(me.Person, ct)),
                ("ToReview", await rounds.ToReviewAsync(me.Person, ct)),
            }.Where(list => list.Item2.Count > 0),
        ];
        LedgerFigures figures = Workbench.Figures;
        IsBeginning = Revisions.Count == 0 && figures.Open + figures.Closed == 0 && (await materials.CountAsync(me.Person, ct)).Count == 0;
    }

    /// <summary>The page behind the button of a line; the item itself where there is more than one way on.</summary>
    public static string UrlOf(string list, LedgerLine line) => (list, line.State) switch
    {
        ("ToDo", LedgerState.Planned or LedgerState.Reopened) when !line.IsAccepted => $"/ledger/{line.Id}/acceptance",
        ("ToKeep", LedgerState.Proposed) => $"/ledger/{line.Id}/confirmation",
        ("ToKeep", LedgerState.Confirmed) => $"/ledger/{line.Id}/plan",
        ("ToClose", _) => $"/ledger/{line.Id}/closure",
        _ => $"/ledger/{line.Id}",
    };

    /// <summary>The word on the button of a line.</summary>
    public static string ButtonOf(string list, LedgerLine line) => (list, line.State) switch
    {
        ("ToDo", LedgerState.Planned or LedgerState.Reopened) when !line.IsAccepted => "Button.Accept",
        ("ToDo", _) => "Button.Work",
        ("ToVerify", _) => "Button.Verify",
        ("ToClose", _) => "Button.Close",
        ("ToKeep", LedgerState.Proposed) => "Button.Confirm",
        ("ToKeep", _) => "Button.Plan",
        _ => "Button.Look",
    };
}
