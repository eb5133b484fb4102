using Gongxing.Core.Statements;
using Gongxing.Review.Rules;
using Gongxing.Web.Intake;

namespace Gongxing.Web.Review;

/// <summary>What came of reviewing some files: the remarks on each, and the files about which nothing can be said.</summary>
/// <param name="Book">The rules that were asked.</param>
public sealed record ReviewReport(RuleBook Book, IReadOnlyList<ReviewedFile> Files, IReadOnlyList<UnreadFile> Unread);

/// <summary>A file that was read, and the remarks on it.</summary>
/// <param name="Name">What the file is known by to whoever asked.</param>
public sealed record ReviewedFile(
    string Name, string Sha256, Document Document, Statement Statement, NumberedRemarks Remarks)
{
    public string Title => Statement.Title ?? Path.GetFileName(Name);

    /// <param name="reading">One that has a document.</param>
    public static ReviewedFile Of(Reading reading, RuleBook book, ReviewContext context)
    {
        Document document = reading.Result.Document!;
        Statement statement = reading.Statement!;
        return new ReviewedFile(
            reading.File, reading.Sha256, document, statement,
            NumberedRemarks.Of(StatementReview.Run(document, statement, book, context)));
    }
}
