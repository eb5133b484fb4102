using System.Globalization;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Documents.OfficialFormat;

namespace Gongxing.Web.Review;

/// <summary>Puts together the papers about a review: the list of remarks and the structure summary.</summary>
public static class ReviewPapers
{
    /// <param name="name">What the file is called, for a statement without a title.</param>
    /// <param name="handling">What was done about a remark; empty for a column to write in by hand.</param>
    public static RemarkList List(
        Document document, Statement statement, string name, NumberedRemarks remarks, Func<Remark, string>? handling = null)
    {
        var places = new DocumentPlaces(document);
        List<RemarkListGroup> groups = [];
        Add("Group.First", remarks.First);
        Add("Group.Rest", remarks.Rest);
        return new RemarkList(
            ReviewTexts.Get("List.Title"),
            statement.Title ?? name,
            [remarks.All.Count == 0 ? ReviewTexts.Get("NoRemarks") : ReviewTexts.Get("List.Lead", remarks.All.Count)],
            new RemarkListColumns(
                ReviewTexts.Get("Column.Number"), ReviewTexts.Get("Column.Place"), ReviewTexts.Get("Column.Question"),
                ReviewTexts.Get("Column.Basis"), ReviewTexts.Get("Column.Handling")),
            groups);

        void Add(string heading, IReadOnlyList<NumberedRemark> rows)
        {
            if (rows.Count > 0)
            {
                string number = ReviewTexts.Get($"Ordinal.{groups.Count + 1}");
                groups.Add(new RemarkListGroup(
                    $"{number}{ReviewTexts.Get(heading)}", [.. rows.Select(row => Row(row, places, handling))]));
            }
        }
    }

    /// <param name="remarks">Those on the whole statement say what it lacks.</param>
    /// <param name="name">What the file is called, for a statement without a title.</param>
    public static StructureSummary Summary(Statement statement, string name, IEnumerable<Remark> remarks)
    {
        int commitments = statement.Measures.Sum(measure => measure.Commitments.Count);
        return new StructureSummary(
            ReviewTexts.Get("Summary.Title"),
            statement.Title ?? name,
            [ReviewTexts.Get(
                "Summary.Lead", statement.Aspects.Select(aspect => aspect.Official ?? aspect.Heading).Distinct().Count(),
                statement.Findings.Count, statement.Causes.Count, statement.Measures.Count, commitments)],
            $"{ReviewTexts.Get("Ordinal.1")}{ReviewTexts.Get("Summary.Gaps")}",
            Gaps(statement, remarks) is { Count: > 0 } gaps ? gaps : [ReviewTexts.Get("Summary.NoGap")],
            $"{ReviewTexts.Get("Ordinal.2")}{ReviewTexts.Get("Summary.Table")}",
            new StructureSummaryColumns(
                ReviewTexts.Get("Column.Aspect"), ReviewTexts.Get("Column.Finding"),
                ReviewTexts.Get("Column.Causes"), ReviewTexts.Get("Column.Measures")),
            Rows(statement));
    }

    private static RemarkListRow Row(NumberedRemark row, DocumentPlaces places, Func<Remark, string>? handling)
    {
        CultureInfo culture = CultureInfo.CurrentUICulture;
        (int number, Remark remark) = row;
        string question = $"【{remark.Name.In(culture)}】{remark.Message.In(culture)}";
        return new RemarkListRow(
            number.ToString(CultureInfo.InvariantCulture),
            places.Of(remark),
            places.Words(remark),
            RemarkWords.Fix(remark) is { } fix ? $"{question}\n{fix}" : question,
            remark.Basis.In(culture),
            handling?.Invoke(remark) ?? "");
    }

    private static IReadOnlyList<string> Gaps(Statement statement, IEnumerable<Remark> remarks)
    {
        ILookup<string, string> to = statement.Links.ToLookup(link => link.From, link => link.To);
        HashSet<string> linked = [.. statement.Links.SelectMany(link => new[] { link.From, link.To })];
        var gaps = new List<string>(remarks.Where(remark => remark is { Scope: RemarkScope.Statement, Level: not RemarkLevel.Info })
            .Select(remark => remark.Message.In(CultureInfo.CurrentUICulture)).Distinct());
        if (statement.Findings.Count > 0)
        {
            // Said once for the whole, not again for every finding.
            gaps.AddRange(statement.Causes.Count == 0 ? [ReviewTexts.Get("Gap.NoCauses")] : []);
            gaps.AddRange(statement.Measures.Count == 0 ? [ReviewTexts.Get("Gap.NoMeasures")] : []);
        }

        foreach (Finding finding in statement.Findings)
        {
            bool noCause = statement.Causes.Count > 0 && !to[finding.Id].Any(IsCause);
            bool noMeasure = statement.Measures.Count > 0 && !to[finding.Id].Any(IsMeasure);
            if (noCause || noMeasure)
            {
                string lacks = noCause && noMeasure ? "Gap.NeitherFor" : noCause ? "Gap.NoCauseFor" : "Gap.NoMeasureFor";
                gaps.Add(ReviewTexts.Get(lacks, finding.Title));
            }
        }

        gaps.AddRange(statement.Causes.Where(cause => !linked.Contains(cause.Id))
            .Select(cause => ReviewTexts.Get("Gap.LooseCause", cause.Title)));
        gaps.AddRange(statement.Measures.Where(measure => !linked.Contains(measure.Id))
            .Select(measure => ReviewTexts.Get("Gap.LooseMeasure", measure.Title)));
        return gaps;
    }

    private static IReadOnlyList<StructureSummaryRow> Rows(Statement statement)
    {
        ILookup<string, string> to = statement.Links.ToLookup(link => link.From, link => link.To);
        return [.. statement.Findings.Select(finding => new StructureSummaryRow(
            finding.Aspect ?? ReviewTexts.Get("NoAspect"),
            finding.Title,
            [.. statement.Causes.Where(cause => to[finding.Id].Contains(cause.Id)).Select(cause => cause.Title)],
            [.. statement.Measures.Where(measure => to[finding.Id].Contains(measure.Id)).Select(measure => measure.Title)]))];
    }

    /// <summary>Ids say by their first letter what they are: F findings, K causes, M measures.</summary>
    private static bool IsCause(string id) => id.StartsWith('K');

    private static bool IsMeasure(string id) => id.StartsWith('M');
}
