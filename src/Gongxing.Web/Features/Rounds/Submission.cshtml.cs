using Gongxing.Core.Materials;
using Gongxing.Core.Rounds;
using Gongxing.Core.Statements;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Rounds;

/// <summary>送审材料: the present draft with the reviewers' comments beside it, and what can be done next.</summary>
/// <remarks>Who arranges the round and may not read the statement sees where it stands, and no word of it.</remarks>
[Authorize(Policy = Policies.Content)]
public sealed class SubmissionModel(RoundDesk desk) : SubmissionPage(desk)
{
    /// <summary>The part of a very long text, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Part { get; set; } = 1;

    /// <summary>Null for who may not read it.</summary>
    public CommentedText? Text { get; private set; }

    /// <summary>What the person may see of the comments, in the order of the text; those whose words are gone come last.</summary>
    public IReadOnlyList<PlacedComment> Comments { get; private set; } = [];

    /// <summary>A draft newer than the one under review that could be sent; null when there is none.</summary>
    public Material? Newer { get; private set; }

    /// <summary>The history without the single comments, which have their own place.</summary>
    public IEnumerable<SubmissionEntry> History => Submission.Entries.Where(entry =>
        entry.Act is not (SubmissionAct.Comment or SubmissionAct.EditComment or SubmissionAct.WithdrawComment
            or SubmissionAct.Answer or SubmissionAct.AskAgain)).Reverse();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (MayRead)
        {
            Document document = await DocumentAsync(ct);
            Comments =
            [
                .. Submission.CommentsOn(Material.Id, document.Text, Person.Id)
                    .OrderBy(comment => comment.Span?.Start ?? int.MaxValue),
            ];
            Text = new CommentedText(document, Comments);
            Newer = (await Desk.Materials.DraftsAsync(Material, ct))
                .Where(draft => draft.Draft > Material.Draft && draft.WhyNotRead(Person, Roster.Offices) is null).MaxBy(draft => draft.Draft);
        }

        return Page();
    }

    /// <summary>Where a comment stands in the text: on this page, or on that of another part.</summary>
    public string Anchor(PlacedComment comment)
    {
        int part = Text!.PartOf(comment);
        string anchor = $"#m{comment.Comment.Number}";
        return part == Math.Clamp(Part, 1, Text.Parts) ? anchor : $"{SubmissionUrl}?part={part}{anchor}";
    }

    protected override bool IsForReader() => MayRead || MayArrange;
}
