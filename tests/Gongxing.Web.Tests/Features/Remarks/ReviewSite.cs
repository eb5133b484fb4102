using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Remarks;
using Gongxing.Storage.Remarks;
using Gongxing.Web.Review;
using Gongxing.Web.Tests.Features.Materials;

namespace Gongxing.Web.Tests.Features.Remarks;

/// <summary>What the tests of reviews do over and over: a statement with a blank left in it, and deciding about that.</summary>
public static class ReviewSite
{
    public static readonly string[] Files =
        ["comments.docx", "remarks.docx", "structure.docx", "review.html", "review.json", "review.sarif"];

    /// <summary>The statement of the tests with one blank left to fill in, which rule C18 asks about.</summary>
    public static string WithBlank { get; } =
        MaterialSite.Statement.Replace("到村里去过三次", "到XX村去过三次", StringComparison.Ordinal);

    /// <summary>The number and the fingerprint of the remark on the blank.</summary>
    public static (string Number, string Fingerprint) Blank(Page page)
    {
        AngleSharp.Dom.IElement note = page.Document.QuerySelectorAll(".question")
            .First(note => note.QuerySelector(".rule")?.TextContent == "C18");
        return (note.Id![1..], note.QuerySelector("input[name=About]")?.GetAttribute("value") ?? "");
    }

    /// <summary>Presses a button at the remark on the blank.</summary>
    public static async Task<Page> DecideAsync(this Browser browser, string url, RemarkAct act, string reason = "")
    {
        Page page = await browser.GetAsync(url);
        (string number, string fingerprint) = Blank(page);
        string seen = page.Document.QuerySelector($"#q{number} input[name=Seen]")!.GetAttribute("value")!;
        return await browser.PostAsync(
            url,
            ("About", fingerprint), ("Seen", seen), ("Act", $"{act}"), ("Reason", reason),
            ("__RequestVerificationToken", page.Token));
    }

    /// <summary>Until nothing that was read waits to be reviewed.</summary>
    public static async Task ReviewAllAsync(this Site site, Person reader)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        string rules = (await site.Get<ReviewRules>().OfAsync(reader.Organisation, null)).Version;
        while (await site.Get<ReviewStore>().ProgressAsync(reader, new MaterialId(Guid.Empty), rules) is { Waiting: > 0 })
        {
            site.Get<Jobs.ReviewJob>().Wake();
            await Task.Delay(50, patience.Token);
        }
    }
}
