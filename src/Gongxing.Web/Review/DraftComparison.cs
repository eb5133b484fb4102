using Gongxing.Core.Materials;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Web.Review;

/// <summary>Two drafts of a material side by side: what was changed, and what became of the questions about the earlier one.</summary>
public sealed class DraftComparison
{
    /// <param name="before">The earlier draft, its text and its remarks; remarks are null when the review could not run.</param>
    public DraftComparison(ReviewedDraft before, ReviewedDraft after, IReadOnlyList<RemarkDecision> decisions)
    {
        (Before, After) = (before, after);
        Rows = ParagraphDiff.Compare(Lines(before.Document), Lines(after.Document));
        if (before.Remarks is not null && after.Remarks is not null)
        {
            Dictionary<int, int> became = Rows.Where(row => row is { Old: not null, New: not null })
                .ToDictionary(row => row.Old!.Value, row => row.New!.Value);
            IReadOnlyList<DecidedRemark> old = Decided(before, decisions);
            IReadOnlyList<DecidedRemark> now = Decided(after, decisions);
            Progress = DraftProgress.Of(old, now, IsSamePlace);
            Reworded = DraftProgress.Reworded(old, now, IsSamePlace)
                .ToDictionary(pair => pair.Key.Remark.Fingerprint, pair => pair.Value);

            bool IsSamePlace(Remark gone, Remark again) =>
                became.TryGetValue(before.Document.ParagraphAt(gone.Span.Start), out int there)
                && there == after.Document.ParagraphAt(again.Span.Start);
        }
    }

    public ReviewedDraft Before { get; }

    public ReviewedDraft After { get; }

    /// <summary>The paragraphs of both, side by side.</summary>
    public IReadOnlyList<ParagraphRow> Rows { get; }

    /// <summary>Null when one of the reviews could not run.</summary>
    public DraftProgress? Progress { get; }

    /// <summary>By fingerprint of what is asked again at words that were changed: the question about the earlier draft.</summary>
    public IReadOnlyDictionary<string, DecidedRemark> Reworded { get; } = new Dictionary<string, DecidedRemark>();

    public int Changed => Rows.Count(row => row is { IsChanged: true, Old: not null, New: not null });

    public int Added => Rows.Count(row => row.Old is null);

    public int Removed => Rows.Count(row => row.New is null);

    private static string[] Lines(Document document) =>
        [.. document.Paragraphs.Select(paragraph => paragraph.Span.In(document.Text).ToString())];

    private static IReadOnlyList<DecidedRemark> Decided(ReviewedDraft draft, IReadOnlyList<RemarkDecision> decisions) =>
        DecidedRemark.Of([.. draft.Remarks!.All.Select(one => one.Remark)], draft.Material.Draft, decisions);
}

/// <param name="Remarks">Null when the review could not run.</param>
public sealed record ReviewedDraft(Material Material, Document Document, NumberedRemarks? Remarks)
{
    public string LineAt(int paragraph) => Document.Paragraphs[paragraph].Span.In(Document.Text).ToString();

    /// <summary>The number of a remark on this draft.</summary>
    public int NumberOf(Remark remark) =>
        Remarks!.All.First(one => one.Remark.Fingerprint == remark.Fingerprint).Number;
}
