using Gongxing.Core.Materials;
using Gongxing.Core.Rounds;
using Gongxing.Core.Statements;
using Gongxing.Storage.Remarks;
using Gongxing.Storage.Rounds;
using Gongxing.Web.Features.Shared;
using Gongxing.Web.Review;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Rounds;

/// <summary>要我改的: everything that is asked of the statements the person answers for, in one list.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class AskedModel(RoundDesk desk, ReviewStore reviews, ReviewRules rules) : PageModel
{
    public IReadOnlyList<AskedStatement> Statements { get; private set; } = [];

    /// <summary>What the program asks of each draft; nothing for one it has not reviewed yet.</summary>
    public IReadOnlyDictionary<MaterialId, OpenQuestions> Questions { get; private set; } =
        new Dictionary<MaterialId, OpenQuestions>();

    /// <summary>Key for the forms of this drawing of the page.</summary>
    public string Form { get; } = $"{Guid.CreateVersion7():N}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Roster roster = await desk.RosterAsync(ct);
        var statements = new List<AskedStatement>();
        var drafts = new List<Material>();
        foreach (SubmissionLine line in await desk.Lists.WrittenAsync(desk.Person, ct))
        {
            Submission submission = (await desk.Store.FindAsync(desk.Person.Organisation, line.Id, ct))!;
            Material? draft = await desk.Materials.FindAsync(desk.Person.Organisation, line.Material, ct);
            if (draft?.WhyNotRead(desk.Person, roster.Offices) is null
                && await desk.Materials.DocumentAsync(draft!, ct) is { } document)
            {
                drafts.Add(draft!);
                statements.Add(new AskedStatement(line, submission, document, [.. submission.CommentsOn(line.Material, document.Text, desk.Person.Id)]));
            }
        }

        Statements = statements;
        RulesInForce inForce = await rules.OfAsync(desk.Person.Organisation, null, ct);
        Questions = await reviews.OpenAsync(
            desk.Person.Organisation, inForce.Version, await rules.SilencedAsync(desk.Person, ct), drafts, ct);
    }
}

/// <summary>A statement with what is asked of it.</summary>
public sealed record AskedStatement(
    SubmissionLine Line, Submission Submission, Document Document, IReadOnlyList<PlacedComment> Comments)
{
    public IEnumerable<PlacedComment> Open => Comments.Where(comment => comment.Comment.IsOpen);

    public IEnumerable<PlacedComment> Answered => Comments.Where(comment => comment.Comment.Answer is not null);

    /// <summary>The paragraph a comment stands in, from 1; null when its words are no longer there.</summary>
    public int? ParagraphOf(PlacedComment comment)
    {
        int index = comment.Span is { } span
            ? Document.Paragraphs.ToList().FindIndex(paragraph => paragraph.Span.Contains(span.Start))
            : -1;
        return index < 0 ? null : index + 1;
    }
}
