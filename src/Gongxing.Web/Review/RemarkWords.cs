using System.Globalization;
using Gongxing.Core.Remarks;
using Gongxing.Documents.Comments;

namespace Gongxing.Web.Review;

/// <summary>How a remark is worded for its reader.</summary>
public static class RemarkWords
{
    public static string Level(RemarkLevel level) => ReviewTexts.Get($"Level.{level}");

    /// <summary>How many there are of each level that there is: 须改 2，提问 5.</summary>
    public static string Counts(NumberedRemarks remarks) => string.Join(
        ReviewTexts.Get("Comma"),
        remarks.All.CountBy(one => one.Remark.Level).OrderBy(level => level.Key).Select(level => $"{Level(level.Key)} {level.Value}"));

    /// <summary>What follows the question: basis, what might stand there, other places. A line each.</summary>
    public static IEnumerable<string> Notes(Remark remark, DocumentPlaces places)
    {
        if (remark.Basis.In(CultureInfo.CurrentUICulture) is { Length: > 0 } basis)
        {
            yield return ReviewTexts.Get("Basis", basis);
        }

        if (Fix(remark) is { } fix)
        {
            yield return fix;
        }

        if (remark.Related.Count > 0)
        {
            yield return ReviewTexts.Get(
                "Related", string.Join(ReviewTexts.Get("Semicolon"), remark.Related.Select(span => $"{places.Of(span)}{places.Words(span)}")));
        }
    }

    /// <summary>The same, and which others stand at its place.</summary>
    public static IEnumerable<string> Notes(NumberedRemark one, DocumentPlaces places) => one.Also.Count == 0
        ? Notes(one.Remark, places)
        : Notes(one.Remark, places).Append(ReviewTexts.Get("Also", string.Join(ReviewTexts.Get("Comma"), one.Also)));

    /// <summary>What might stand in place of the words; null where that is not mechanical.</summary>
    public static string? Fix(Remark remark) => remark.Fix switch
    {
        null => null,
        "" => ReviewTexts.Get("Fix.Remove"),
        var fix => ReviewTexts.Get("Fix", fix),
    };

    /// <summary>The remark as a comment in a Word file: its name and question, then the notes.</summary>
    public static WordComment Comment(Remark remark, DocumentPlaces places) => new(
        remark.Span,
        string.Join('\n', Notes(remark, places)
            .Prepend($"【{remark.Name.In(CultureInfo.CurrentUICulture)}】{remark.Message.In(CultureInfo.CurrentUICulture)}")
            .Append(ReviewTexts.Get("Rule", remark.Rule))));
}
