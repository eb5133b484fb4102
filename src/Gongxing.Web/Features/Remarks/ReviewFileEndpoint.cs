using System.Text;
using System.Text.Json;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Remarks;
using Gongxing.Core.Rounds;
using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Documents.Comments;
using Gongxing.Documents.OfficialFormat;
using Gongxing.Documents.Workers;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Storage.Remarks;
using Gongxing.Storage.Rounds;
using Gongxing.Web.Features.Rounds;
using Gongxing.Web.Features.Shared;
using Gongxing.Web.Intake;
using Gongxing.Web.Review;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Remarks;

/// <summary><c>GET /materials/{id}/review/{file}</c>: a review to take along, for whoever may see the material.</summary>
public sealed class ReviewFileEndpoint(
    MaterialStore materials,
    PeopleStore people,
    RemarkStore remarks,
    RoundStore rounds,
    ReviewRules rules,
    MaterialReviews reviews,
    BlobStore blobs,
    DocumentWorkers workers,
    SiteOptions options,
    TimeProvider clock,
    CurrentPerson me,
    IStringLocalizer<RemarksTexts> texts,
    IStringLocalizer<RoundsTexts> roundsTexts)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder site) =>
        site.MapRead(
            "/materials/{id:guid}/review/{file}",
            (Guid id, string file, string? profile, bool? incomplete, ReviewFileEndpoint endpoint, CancellationToken ct) =>
                endpoint.SendAsync(id, file, profile, incomplete ?? false, ct))
            .RequireAuthorization(Policies.Content);

    private async Task<IResult> SendAsync(Guid id, string file, string? profile, bool incomplete, CancellationToken ct)
    {
        if (await materials.FindAsync(me.Organisation, new MaterialId(id), ct) is not { } material
            || material.WhyNotRead(me.Person, new OfficeTree(await people.OfficesAsync(me.Organisation, ct))) is not null
            || await materials.DocumentAsync(material, ct) is not { } document
            || await materials.StructureAsync(material, ct: ct) is not { } structure)
        {
            return Results.NotFound();
        }

        FormatProfile format = FormatProfiles.Find(profile) ?? FormatProfiles.National;
        RulesInForce inForce = await rules.OfAsync(me.Organisation, me.Id, ct);
        if (await reviews.OfAsync(material, document, structure, inForce, ct) is not { } found)
        {
            // A file without remarks would say that there are none.
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        }

        IReadOnlyList<DecidedRemark> decided = DecidedRemark.Of(
            [.. found.All.Select(one => one.Remark)], material.Draft, await remarks.DecisionsAsync(material, ct));
        Statement statement = structure.Statement;
        switch (file)
        {
            case "comments.docx":
                return await CommentsAsync(material, document, statement, found, decided, format, incomplete, ct);
            case "remarks.docx":
                ILookup<Remark, DecidedRemark> states = decided.ToLookup(one => one.Remark);
                RemarkList list = ReviewPapers.List(
                    document, statement, material.FileName, found, remark => Handling(states[remark].First()));
                return Send(OfficialWriter.Write(list, format), Word, material, "File.Remarks", "docx");
            case "structure.docx":
                StructureSummary summary = ReviewPapers.Summary(statement, material.FileName, found.All.Select(one => one.Remark));
                return Send(OfficialWriter.Write(summary, format), Word, material, "File.Structure", "docx");
            case "review.html":
                return Send(Html(Report()), "text/html; charset=utf-8", material, "File.Review", "html");
            case "review.json":
                return Send(Json(json => RemarkJson.Write(json, Report())), "application/json", material, "File.Review", "json");
            case "review.sarif":
                return Send(Json(json => RemarkSarif.Write(json, Report())), "application/sarif+json", material, "File.Review", "sarif");
            default:
                return Results.NotFound();
        }

        ReviewReport Report() => new(
            inForce.Book, [new ReviewedFile(material.FileName, material.Sha256, document, statement, found)], []);
    }

    private static byte[] Html(ReviewReport report)
    {
        using var text = new StringWriter();
        RemarkHtml.Write(text, report);
        return Encoding.UTF8.GetBytes($"{text}");
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, StatementJson.Options))
        {
            write(json);
        }

        return content.ToArray();
    }

    /// <summary>What is still to be done goes into the file: what was changed or rejected is asked of nobody again.</summary>
    /// <param name="incomplete">The person knows that some remarks found no place, and wants the file all the same.</param>
    private async Task<IResult> CommentsAsync(
        Material material,
        Document document,
        Statement statement,
        NumberedRemarks found,
        IReadOnlyList<DecidedRemark> decided,
        FormatProfile format,
        bool incomplete,
        CancellationToken ct)
    {
        byte[] content = new byte[material.Size];
        await using (FileStream stored = blobs.Open(new Blob(material.Sha256, material.Size)))
        {
            await stored.ReadExactlyAsync(content, ct);
        }

        Remark[] open =
            [.. decided.Where(one => one.State is RemarkState.Open or RemarkState.Adopted).Select(one => one.Remark)];
        IReadOnlyList<PlacedComment> asked = await rounds.CommentsAsync(me.Id, material, document.Text, ct);
        CommentResult result = await CommentedPaper.WriteAsync(
            workers,
            content,
            document,
            statement,
            open,
            ReviewersWords.Of(asked, document, roundsTexts),
            format,
            TimeZoneInfo.ConvertTime(clock.GetUtcNow(), options.TimeZone),
            ct);
        return result switch
        {
            { Content: not null, Unplaced.Count: > 0 } when !incomplete =>
                Results.Redirect(Unplaced(material, found, result, CommentedPaper.LeftOut(result, open), format)),
            { Content: { } written } => Send(written.ToArray(), Word, material, "File.Comments", "docx"),
            { Reason: Unreadable.Busy } => throw new TooBusyException(),
            { Reason: var reason } => Results.Redirect($"/materials/{material.Id}/review?unwritten={reason}"),
        };
    }

    /// <summary>The page of the review, which says what stands in no comment before it gives the file.</summary>
    private static string Unplaced(
        Material material, NumberedRemarks found, CommentResult result, IReadOnlyList<Remark> leftOut, FormatProfile format)
    {
        IEnumerable<NumberedRemark> numbered = found.All.Where(one => leftOut.Contains(one.Remark));
        string numbers = string.Concat(numbered.Select(one => $"&leftOut={one.Number}"));
        return $"/materials/{material.Id}/review?all=true&format={format.Id}"
            + $"{numbers}&leftOutOthers={result.Unplaced.Count - leftOut.Count}";
    }

    private string Handling(DecidedRemark one) =>
        one.Decision is not { Act: not RemarkAct.TakeBack } decision ? ""
        : (one.IsCarried ? texts["Decision.Before", decision.Draft] : "")
            + texts[$"Decision.{decision.Act}"]
            + (decision.Reason.Length > 0 ? texts["Decision.Reason", decision.Reason] : "");

    private IResult Send(byte[] content, string type, Material material, string name, string ending) => Results.File(
        content, type, $"{texts[name, Path.GetFileNameWithoutExtension(material.FileName)]}.{ending}");
}
