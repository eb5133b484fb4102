using Gongxing.Core.Statements;
using Gongxing.Text;
using Gongxing.Web.Review;

namespace Gongxing.Web.Commands;

/// <summary>Writes what was understood of a document for a person at a terminal.</summary>
internal static class StatementText
{
    /// <summary>So much of a stretch is quoted where its title does not say what it is.</summary>
    private const int Quoted = 36;

    public static void Write(TextWriter to, string file, Document document, Statement statement, bool withText)
    {
        Say(to, $"── {file}");
        Head(to, document, statement);
        if (statement.IsStatement)
        {
            Findings(to, statement);
            Causes(to, statement);
            Measures(to, document.Text, statement);
            Links(to, statement);
        }
        else
        {
            to.WriteLine();
            Say(to, CommandTexts.Get("NotStatement"));
        }

        Unplaced(to, document.Text, statement);
        if (withText)
        {
            Heading(to, "FullText");
            foreach (ReadOnlySpan<char> line in document.Text.TrimEnd('\n').EnumerateLines())
            {
                Say(to, line.ToString());
            }
        }

        to.WriteLine();
    }

    private static void Head(TextWriter to, Document document, Statement statement)
    {
        Label(to, "Title", statement.Title);
        Label(to, "KindLabel", CommandTexts.Get($"Kind.{statement.Kind}"));
        Label(to, "Year", statement.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Label(to, "TemplateLabel", statement.Template);
        Label(to, "Characters", $"{document.Characters}");
        if (document.Encoding.Length > 0)
        {
            Label(to, "Encoding", document.Encoding);
        }

        Label(to, "Confidence", $"{statement.Confidence:P0}");
        foreach (string notice in document.Notices)
        {
            Label(to, "Notices", notice);
        }
    }

    private static void Findings(TextWriter to, Statement statement)
    {
        Heading(to, "Findings", statement.Findings.Count);
        ILookup<string?, Finding> byAspect = statement.Findings.ToLookup(finding => finding.Aspect);
        foreach (string? aspect in statement.Aspects.Select(aspect => (string?)aspect.Heading).Distinct().Append(null))
        {
            if (aspect is null && !byAspect.Contains(null))
            {
                continue;
            }

            string? official = statement.Aspects.FirstOrDefault(known => known.Heading == aspect)?.Official;
            Say(to, $"【{aspect ?? CommandTexts.Get("NoAspect")}】{(official is null || official == aspect ? "" : $" = {official}")}");
            foreach (Finding finding in byAspect[aspect])
            {
                Say(to, $"  {finding.Id,-4}{finding.Title}{Arrows(statement, finding.Id)}");
            }

            if (!byAspect.Contains(aspect))
            {
                Say(to, $"  {CommandTexts.Get("EmptyAspect")}");
            }
        }
    }

    private static void Causes(TextWriter to, Statement statement)
    {
        Heading(to, "Causes", statement.Causes.Count);
        foreach (Cause cause in statement.Causes)
        {
            Say(to, $"  {cause.Id,-4}{cause.Title}{Arrows(statement, cause.Id)}");
        }
    }

    private static void Measures(TextWriter to, string text, Statement statement)
    {
        Heading(to, "Measures", statement.Measures.Count);
        string? group = null;
        foreach (Measure measure in statement.Measures)
        {
            if (measure.Group is not null && measure.Group != group)
            {
                Say(to, $"【{measure.Group}】");
            }

            group = measure.Group;
            Say(to, $"  {measure.Id,-4}{measure.Title}" + Details(
                ("Owner", measure.Owner), ("Due", measure.Due), ("Cadence", measure.Cadence), ("Quantity", measure.Quantity)));
            foreach (Commitment commitment in measure.Commitments)
            {
                Say(to, $"      · {Line(commitment.Span, text)}" + Details(
                    ("Due", commitment.Due), ("Cadence", commitment.Cadence), ("Quantity", commitment.Quantity),
                    ("Deliverable", commitment.Deliverable)));
            }
        }
    }

    private static void Links(TextWriter to, Statement statement)
    {
        Heading(to, "Links", statement.Links.Count);
        foreach (ElementLink link in statement.Links)
        {
            Say(to, $"  {link.From,-4}→ {link.To,-4}{CommandTexts.Get("Because", CommandTexts.Get($"Basis.{link.Basis}"), LinkWords.Of(link.Reason))}");
        }

        HashSet<string> linked = [.. statement.Links.SelectMany(link => (string[])[link.From, link.To])];
        string[] alone =
        [
            .. statement.Findings.Select(finding => finding.Id)
                .Concat(statement.Causes.Select(cause => cause.Id))
                .Concat(statement.Measures.Select(measure => measure.Id))
                .Where(id => !linked.Contains(id)),
        ];
        if (alone.Length > 0)
        {
            Say(to, $"  {CommandTexts.Get("Unlinked")}：{string.Join(' ', alone)}");
        }
    }

    private static void Unplaced(TextWriter to, string text, Statement statement)
    {
        if (statement.Unplaced.Count == 0)
        {
            return;
        }

        Heading(to, "Unplaced", statement.Unplaced.Count);
        foreach (Unplaced unplaced in statement.Unplaced)
        {
            string line = Line(unplaced.Span, text);
            string quoted = line.Length > Quoted ? $"{line[..Quoted]}…" : line;
            Say(to, $"  {CommandTexts.Get($"Unplaced.{unplaced.Reason}")}：{quoted}");
        }
    }

    private static string Arrows(Statement statement, string id)
    {
        string targets = string.Join(' ', statement.Links.Where(link => link.From == id).Select(link => link.To));
        return targets.Length == 0 ? "" : $"  → {targets}";
    }

    private static string Details(params ReadOnlySpan<(string Label, string? Value)> details)
    {
        var given = new List<string>();
        foreach ((string label, string? value) in details)
        {
            if (value is not null)
            {
                given.Add($"{CommandTexts.Get(label)}：{value}");
            }
        }

        return given.Count == 0 ? "" : $"（{string.Join("；", given)}）";
    }

    private static void Say(TextWriter to, string line) => to.WriteLine(TerminalText.Clean(line));

    private static string Line(TextSpan span, string text) => span.In(text).ToString().ReplaceLineEndings("");

    private static void Heading(TextWriter to, string name, params ReadOnlySpan<object?> values)
    {
        to.WriteLine();
        Say(to, CommandTexts.Get(name, values));
    }

    private static void Label(TextWriter to, string name, string? value) =>
        Say(to, $"{CommandTexts.Get(name)}：{value ?? CommandTexts.Get("NotGiven")}");
}
