using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gongxing.Core.Remarks;
using Gongxing.Web.Intake;

namespace Gongxing.Web.Review;

/// <summary>Writes a review as one file for a browser: the text with numbered marks, the questions beside it.</summary>
/// <remarks>It needs nothing from anywhere, runs no script, and can be sent and printed as it is.</remarks>
public static class RemarkHtml
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static void Write(TextWriter to, ReviewReport report)
    {
        string title = report.Files is [var only] && report.Unread.Count == 0
            ? ReviewTexts.Get("Html.Title", only.Title)
            : ReviewTexts.Get("Html.Titles", report.Files.Count + report.Unread.Count);
        to.Write($"""
            <!DOCTYPE html>
            <html lang="{(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "zh-CN")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{Encoded(title)}</title>
            <style>
            {ReviewStyle.Text}</style>
            </head>
            <body>
            <h1>{Encoded(title)}</h1>

            """);
        WriteUnread(to, report.Unread);
        if (report.Files.Count > 1)
        {
            WriteContents(to, report.Files);
        }

        for (int i = 0; i < report.Files.Count; i++)
        {
            Write(to, report.Files[i], $"d{i + 1}", isAlone: report.Files.Count + report.Unread.Count == 1);
        }

        to.Write("</body>\n</html>\n");
    }

    internal static string Encoded(string text) => s_encoder.Encode(text);

    internal static string Look(RemarkLevel level) => RemarkJson.Level(level);

    private static void WriteUnread(TextWriter to, IReadOnlyList<UnreadFile> files)
    {
        if (files.Count == 0)
        {
            return;
        }

        to.Write($"<section class=\"unread\">\n<h2>{Encoded(ReviewTexts.Get("Unread", files.Count))}</h2>\n<ul>\n");
        foreach (UnreadFile file in files)
        {
            to.Write($"<li><b>{Encoded(file.Name)}</b> {Encoded(file.Message)}</li>\n");
        }

        to.Write("</ul>\n</section>\n");
    }

    private static void WriteContents(TextWriter to, IReadOnlyList<ReviewedFile> files)
    {
        to.Write("<nav>\n<ol>\n");
        for (int i = 0; i < files.Count; i++)
        {
            to.Write($"<li><a href=\"#d{i + 1}\">{Encoded(files[i].Title)}</a> {Encoded(Count(files[i]))}</li>\n");
        }

        to.Write("</ol>\n</nav>\n");
    }

    private static string Count(ReviewedFile file) => file.Remarks.All.Count == 0
        ? ReviewTexts.Get("NoRemarks")
        : ReviewTexts.Get("Count", file.Remarks.All.Count, RemarkWords.Counts(file.Remarks));

    private static void Write(TextWriter to, ReviewedFile file, string id, bool isAlone)
    {
        to.Write($"<article id=\"{id}\">\n");
        to.Write(isAlone ? "" : $"<h2>{Encoded(file.Title)}</h2>\n");
        to.Write($"<p class=\"lead\">{Encoded(Path.GetFileName(file.Name))}　{Encoded(Count(file))}</p>\n");
        to.Write(file.Statement.IsStatement ? "" : $"<p class=\"lead\">{Encoded(ReviewTexts.Get("NotStatement"))}</p>\n");
        foreach (string notice in file.Document.Notices)
        {
            to.Write($"<p class=\"lead\">{Encoded(ReviewTexts.Get("OfReading", notice))}</p>\n");
        }

        to.Write("<div class=\"sides\">\n<section class=\"text\">\n");
        new MarkedHtml(to, file, id).Write();
        to.Write("</section>\n");
        if (file.Remarks.All.Count > 0)
        {
            to.Write("<section class=\"asked\">\n");
            WriteQuestions(to, file, id);
            to.Write("</section>\n");
        }

        to.Write("</div>\n</article>\n");
    }

    private static void WriteQuestions(TextWriter to, ReviewedFile file, string id)
    {
        var places = new DocumentPlaces(file.Document);
        if (file.Remarks.First.Count > 0)
        {
            to.Write($"<h3>{Encoded(ReviewTexts.Get("Group.First"))}</h3>\n<ul>\n");
            WriteAll(file.Remarks.First);
            to.Write("</ul>\n");
        }

        if (file.Remarks.Rest.Count > 0)
        {
            string rest = ReviewTexts.Get("Group.RestCount", file.Remarks.Rest.Count);
            to.Write($"<details>\n<summary>{Encoded(rest)}</summary>\n<ul>\n");
            WriteAll(file.Remarks.Rest);
            to.Write($"</ul>\n</details>\n<p class=\"folded\">{Encoded(ReviewTexts.Get("Html.Folded"))}</p>\n");
        }

        void WriteAll(IReadOnlyList<NumberedRemark> remarks)
        {
            foreach (NumberedRemark remark in remarks)
            {
                Write(to, remark, places, id);
            }
        }
    }

    private static void Write(TextWriter to, NumberedRemark one, DocumentPlaces places, string id)
    {
        (int number, Remark remark) = one;
        CultureInfo culture = CultureInfo.CurrentUICulture;
        string level = Look(remark.Level);
        to.Write($"<li id=\"{id}-q{number}\" class=\"{level}\">\n");
        to.Write($"<p class=\"head\"><a class=\"number {level}\" href=\"#{id}-t{number}\">{number}</a> ");
        to.Write($"<b>{Encoded(remark.Name.In(culture))}</b> <span>{Encoded(RemarkWords.Level(remark.Level))}</span></p>\n");
        to.Write($"<p class=\"place\">{Encoded(places.Of(remark))}{Encoded(places.Words(remark))}</p>\n");
        to.Write($"<p class=\"question\">{Encoded(remark.Message.In(culture))}</p>\n");
        foreach (string note in RemarkWords.Notes(one, places))
        {
            to.Write($"<p class=\"note\">{Encoded(note)}</p>\n");
        }

        to.Write("</li>\n");
    }
}
