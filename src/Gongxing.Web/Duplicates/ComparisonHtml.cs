using System.Globalization;
using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Web.Duplicates;

/// <summary>Writes a comparison as one file for a browser: the pairs, and what they share side by side.</summary>
/// <remarks>It needs nothing from anywhere, runs no script, and can be sent and printed as it is.</remarks>
public static class ComparisonHtml
{
    private static readonly string[] s_columns = ["Number", "TextA", "TextB", "Similarity", "ShareA", "ShareB", "Passages"];

    // Who sees more than these has other means; the file must stay one that a browser opens.
    private const int MostPairs = 500;
    private const int MostPlaces = 200;

    public static void Write(TextWriter to, Comparison comparison)
    {
        string title = DuplicateTexts.Get("Title", comparison.Texts.Count + comparison.Unnamed);
        to.Write($"""
            <!DOCTYPE html>
            <html lang="{(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "zh-CN")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{PassageHtml.Encoded(title)}</title>
            <style>
            {ComparisonStyle.Text}</style>
            </head>
            <body>
            <main>
            <h1 id="top">{PassageHtml.Encoded(title)}</h1>
            <p class="lead">{PassageHtml.Encoded(PassageSummary.Of(comparison))}</p>
            <p class="lead">{PassageHtml.Encoded(DuplicateTexts.Get("CompareNote"))}</p>

            """);
        WriteFiles(to, "Unread", "unread", [.. comparison.Unread.Select(file => (file.Name, file.Message))]);
        WriteFiles(to, "Notices", "notices", comparison.Notices);
        WriteList(to, comparison);
        for (int i = 0; i < Math.Min(MostPairs, comparison.Pairs.Count); i++)
        {
            WritePair(to, comparison, i);
        }

        WriteGroups(to, comparison, "Repeated", comparison.Repeated);
        WriteGroups(to, comparison, "Circulating", comparison.Circulating);
        WriteGroups(to, comparison, "Quoted", comparison.Quoted);
        WriteGroups(to, comparison, "Mandated", comparison.Mandated);
        to.Write("</main>\n</body>\n</html>\n");
    }

    private static void WriteFiles(TextWriter to, string title, string kind, IReadOnlyList<(string Name, string Message)> files)
    {
        if (files.Count == 0)
        {
            return;
        }

        to.Write($"<section class=\"{kind}\">\n<h2>{Text(title, files.Count)}</h2>\n<ul>\n");
        foreach ((string name, string message) in files)
        {
            to.Write($"<li><b>{PassageHtml.Encoded(name)}</b> {PassageHtml.Encoded(message)}</li>\n");
        }

        to.Write("</ul>\n</section>\n");
    }

    private static void WriteList(TextWriter to, Comparison comparison)
    {
        if (comparison.Pairs.Count == 0)
        {
            return;
        }

        to.Write("<div class=\"wide\"><table>\n<thead><tr>");
        foreach (string column in s_columns)
        {
            to.Write($"<th scope=\"col\">{Text($"Column.{column}")}</th>");
        }

        to.Write("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < Math.Min(MostPairs, comparison.Pairs.Count); i++)
        {
            SimilarPair pair = comparison.Pairs[i];
            string[] cells =
            [
                $"<a href=\"#p{i + 1}\">{i + 1}</a>", Name(comparison, pair.A), Name(comparison, pair.B), Share(pair.Similarity),
                Share(pair.ContainmentA), Share(pair.ContainmentB), $"{pair.Passages.Count}",
            ];

            // On a phone a row becomes a block, and says its columns itself.
            to.Write("<tr>");
            foreach ((string column, string cell) in s_columns.Zip(cells))
            {
                to.Write($"<td data-label=\"{Text($"Column.{column}")}\">{cell}</td>");
            }

            to.Write("</tr>\n");
        }

        to.Write("</tbody>\n</table></div>\n");
        if (comparison.Pairs.Count > MostPairs)
        {
            to.Write($"<p class=\"lead\">{Text("MorePairs", comparison.Pairs.Count - MostPairs)}</p>\n");
        }
    }

    private static void WritePair(TextWriter to, Comparison comparison, int number)
    {
        SimilarPair pair = comparison.Pairs[number];
        to.Write($"<article id=\"p{number + 1}\">\n<h2>{number + 1}. {Name(comparison, pair.A)} ↔ {Name(comparison, pair.B)}</h2>\n");
        to.Write($"<p class=\"lead\">{PassageHtml.Encoded(PassageWords.Shares(pair))}　<a href=\"#top\">{Text("Back")}</a></p>\n");
        for (int i = 0; i < pair.Passages.Count; i++)
        {
            Passage passage = pair.Passages[i];
            string id = $"p{number + 1}-{i + 1}";
            string next = i + 1 < pair.Passages.Count ? $" <a href=\"#p{number + 1}-{i + 2}\">{Text("Next")}</a>" : "";
            to.Write($"<section id=\"{id}\">\n<h3>{PassageHtml.Encoded(DuplicateTexts.Get("Passage", i + 1, passage.EqualCharacters))}"
                + $" <span>{PassageHtml.Encoded(PassageWords.Kind(passage))}</span>{next}</h3>\n<div class=\"sides\">\n"
                + $"<p class=\"a\" data-label=\"{Name(comparison, pair.A)}\">");
            PassageHtml.WriteA(to, comparison.Texts[pair.A].Text, passage);
            to.Write($"</p>\n<p class=\"b\" data-label=\"{Name(comparison, pair.B)}\">");
            PassageHtml.WriteB(to, comparison.Texts[pair.B].Text, passage);
            to.Write("</p>\n</div>\n</section>\n");
        }

        to.Write("</article>\n");
    }

    private static void WriteGroups(
        TextWriter to, Comparison comparison, string name, IReadOnlyList<CirculatingPassage> groups)
    {
        if (groups.Count == 0)
        {
            return;
        }

        to.Write($"<article id=\"{name.ToLowerInvariant()}\">\n<h2>{Text(name, groups.Count)}</h2>\n");
        to.Write($"<p class=\"lead\">{Text($"{name}Note")}</p>\n");
        foreach (CirculatingPassage group in groups)
        {
            CirculatingPlace first = group.Places[0];
            to.Write($"<section>\n<h3>{Text("InTexts", group.Texts)}</h3>\n<blockquote>"
                + $"{PassageHtml.Encoded(Slice(comparison.Texts[first.Text].Text, first.Span))}</blockquote>\n<details>\n"
                + $"<summary>{Text("WhereFound")}</summary>\n<ul>\n");
            foreach (int text in group.Places.Select(place => place.Text).Distinct().Take(MostPlaces))
            {
                to.Write($"<li>{Name(comparison, text)}</li>\n");
            }

            to.Write(group.Texts > MostPlaces ? $"<li>{Text("MoreTexts", group.Texts - MostPlaces)}</li>\n" : "");
            to.Write("</ul>\n</details>\n</section>\n");
        }

        to.Write("</article>\n");
    }

    private static string Slice(string text, TextSpan span) => text[span.Start..span.End];

    private static string Name(Comparison comparison, int text) => PassageHtml.Encoded(comparison.Texts[text].Name);

    private static string Share(double share) => PassageHtml.Encoded(PassageWords.Percent(share));

    private static string Text(string name, params ReadOnlySpan<object?> values) =>
        PassageHtml.Encoded(DuplicateTexts.Get(name, values));
}
