using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Statements;
using Gongxing.Review.Rules;
using Gongxing.Web.Review;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gongxing.Web.Tests.Review;

public class MaterialReviewsTests
{
    private static readonly RulesInForce _rules = new(RuleBook.BuiltIn, new OfficeTree([]), "1");
    private static readonly Material _material = new()
    {
        Organisation = OrganisationId.New(),
        Id = MaterialId.New(),
        Office = OfficeId.New(),
        Uploader = PersonId.New(),
        FileName = "材料.txt",
        Sha256 = "",
        Size = 1,
        MediaType = "",
        UploadedAt = default,
        Series = MaterialId.New(),
    };

    private readonly MaterialReviews _reviews = new(earlier: null!, NullLogger<MaterialReviews>.Instance);

    [Fact]
    public void A_review_that_fails_is_none_and_not_one_without_remarks()
    {
        // As no reader makes it: there is no text.
        Document broken = Document.FromText("") with { Text = null! };

        Assert.Null(_reviews.Of(_material, broken, Structure(1), _rules, KnownBefore.Nothing));
    }

    [Fact]
    public void A_review_is_kept_until_the_structure_the_rules_or_the_earlier_texts_are_others()
    {
        Document document = Document.FromText("对XX镇的督导不够。");

        NumberedRemarks first = _reviews.Of(_material, document, Structure(1), _rules, KnownBefore.Nothing)!;

        Assert.NotEmpty(first.All);
        Assert.Same(first, _reviews.Of(_material, document, Structure(1), _rules, KnownBefore.Nothing));
        Assert.NotSame(first, _reviews.Of(_material, document, Structure(2), _rules, KnownBefore.Nothing));
        Assert.NotSame(first, _reviews.Of(_material, document, Structure(1), _rules with { Version = "2" }, KnownBefore.Nothing));
        Assert.NotSame(first, _reviews.Of(_material, document, Structure(1), _rules, KnownBefore.Nothing with { Version = "a" }));
    }

    private static StructureRevision Structure(int number) => new(
        number,
        new Statement { Kind = StatementKind.Other, IsStatement = false, Confidence = 1 },
        null,
        default,
        "");
}
