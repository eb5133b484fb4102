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
        IReadOnlyDictionary<DecidedRemark, DecidedRemark> reworded = Reworded(before, after, isSamePlace);
        HashSet<DecidedRemark> again = [.. reworded.Values];
        standing.AddRange(reworded.Keys);
        return new DraftProgress(
            [.. before.Where(one => !known.Contains(one.Remark.Fingerprint) && !again.Contains(one))],
            [.. standing.Where(one => one.State != RemarkState.Rejected).OrderBy(one => one.Remark.Span.Start)],
            [.. standing.Where(one => one.State == RemarkState.Rejected).OrderBy(one => one.Remark.Span.Start)],
            [.. fresh.Where(one => !reworded.ContainsKey(one))]);
    }

    /// <summary>What the later draft is asked at words that were changed, each with the question about the earlier draft.</summary>
    /// <param name="isSamePlace">Whether the words of a remark became those of the other.</param>
    public static IReadOnlyDictionary<DecidedRemark, DecidedRemark> Reworded(
        IReadOnlyList<DecidedRemark> before, IReadOnlyList<DecidedRemark> after, Func<Remark, Remark, bool> isSamePlace)
    {
        HashSet<string> known = [.. after.Select(one => one.Remark.Fingerprint)];
        HashSet<string> asked = [.. before.Select(one => one.Remark.Fingerprint)];
        ILookup<(string, string), DecidedRemark> fresh = after.Where(one => !asked.Contains(one.Remark.Fingerprint))
            .ToLookup(one => (one.Remark.Rule, one.Remark.Check));
        var reworded = new Dictionary<DecidedRemark, DecidedRemark>();
        foreach (DecidedRemark gone in before.Where(one => !known.Contains(one.Remark.Fingerprint)))
        {
            DecidedRemark? again = fresh[(gone.Remark.Rule, gone.Remark.Check)]
                .FirstOrDefault(one => !reworded.ContainsKey(one) && isSamePlace(gone.Remark, one.Remark));
            if (again is not null)
            {
                reworded.Add(again, gone);
            }
        }

        return reworded;
    }
}
