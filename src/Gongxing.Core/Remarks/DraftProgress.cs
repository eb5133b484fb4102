namespace Gongxing.Core.Remarks;

/// <summary>What became of the questions about one draft in the next (各稿对照).</summary>
/// <param name="Answered">Asked about the earlier draft, and no longer.</param>
/// <param name="Standing">Asked about both. Which remark of the earlier draft it was does not matter: this is the later one.</param>
/// <param name="Rejected">Asked about both, and rejected with a reason.</param>
/// <param name="New">Asked about the later draft alone.</param>
public sealed record DraftProgress(
    IReadOnlyList<DecidedRemark> Answered,
    IReadOnlyList<DecidedRemark> Standing,
    IReadOnlyList<DecidedRemark> Rejected,
    IReadOnlyList<DecidedRemark> New)
{
    /// <param name="isSamePlace">
    /// Whether the words of a remark became those of the other. Where they did, and the same check asks again, rewording has not
    /// answered the question.
    /// </param>
    public static DraftProgress Of(
        IReadOnlyList<DecidedRemark> before, IReadOnlyList<DecidedRemark> after, Func<Remark, Remark, bool> isSamePlace)
    {
        HashSet<string> known = [.. after.Select(one => one.Remark.Fingerprint)];
        HashSet<string> asked = [.. before.Select(one => one.Remark.Fingerprint)];
        List<DecidedRemark> fresh = [.. after.Where(one => !asked.Contains(one.Remark.Fingerprint))];
        List<DecidedRemark> standing = [.. after.Where(one => asked.Contains(one.Remark.Fingerprint))];
        var answered = new List<DecidedRemark>();
        ILookup<(string, string), DecidedRemark> byCheck = fresh.ToLookup(one => (one.Remark.Rule, one.Remark.Check));
        HashSet<DecidedRemark> taken = [];
        foreach (DecidedRemark gone in before.Where(one => !known.Contains(one.Remark.Fingerprint)))
        {
            DecidedRemark? again = byCheck[(gone.Remark.Rule, gone.Remark.Check)]
                .FirstOrDefault(one => !taken.Contains(one) && isSamePlace(gone.Remark, one.Remark));
            if (again is null)
            {
                answered.Add(gone);
            }
            else
            {
                taken.Add(again);
            }
        }

        standing.AddRange(taken);
        return new DraftProgress(
            answered,
            [.. standing.Where(one => one.State != RemarkState.Rejected).OrderBy(one => one.Remark.Span.Start)],
            [.. standing.Where(one => one.State == RemarkState.Rejected).OrderBy(one => one.Remark.Span.Start)],
            [.. fresh.Where(one => !taken.Contains(one))]);
    }
}
