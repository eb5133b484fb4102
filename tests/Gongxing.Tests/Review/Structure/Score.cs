using System.Globalization;
using System.Text;
using System.Text.Json;
using Gongxing.Core.Statements;
using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Tests.Review.Structure;

/// <summary>Compares statements as read with what is expected of them, and keeps the misses in words.</summary>
internal sealed class Score
{
    private const int Compared = 6;

    private readonly StringBuilder _misses = new();
    private readonly Dictionary<string, (int Right, int Wrong, int Missed)> _counts = new(StringComparer.Ordinal);

    public string Misses => _misses.ToString();

    /// <summary>Harmonic mean of precision and recall over all texts seen.</summary>
    public double F1(string measure)
    {
        (int right, int wrong, int missed) = _counts.GetValueOrDefault(measure);
        return right == 0 ? 0 : 2.0 * right / ((2 * right) + wrong + missed);
    }

    /// <summary>
    /// How much of what was read is right, how much of what is there was read; NaN when there is nothing.
    /// </summary>
    public (double Precision, double Recall) Rates(string measure)
    {
        (int right, int wrong, int missed) = _counts.GetValueOrDefault(measure);
        return ((double)right / (right + wrong), (double)right / (right + missed));
    }

    public string Summary => string.Join(
        '\n',
        _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => string.Create(
            CultureInfo.InvariantCulture,
            $"{pair.Key,-12} F1 {F1(pair.Key):0.000}  {pair.Value}")));

    /// <summary>Reads the text beside an annotation and counts what was read right.</summary>
    public void Add(string json)
    {
        string text = File.ReadAllText(Path.ChangeExtension(json, ".txt"));
        Statement statement = StatementReader.Read(Document.FromText(text));
        Add(Path.GetFileNameWithoutExtension(json), text, statement, Expectation.Read(File.ReadAllText(json)));
    }

    private void Add(string name, string text, Statement statement, Expectation expected)
    {
        var misses = new List<string>();
        Same(misses, "isStatement", expected.IsStatement, statement.IsStatement);
        Same(misses, "kind", expected.Kind, statement.Kind.ToString().ToLowerInvariant());
        Same(misses, "year", expected.Year, statement.Year);
        Same(misses, "template", expected.Template, statement.Template);
        Sections(misses, statement, expected);
        Aspects(misses, statement, expected);
        Dictionary<string, string> ids = [];
        Elements(misses, "finding", text, statement.Findings.Select(f => (f.Id, f.Span, f.Aspect, f.Title)),
            expected.Findings, ids);
        Elements(misses, "cause", text, statement.Causes.Select(c => (c.Id, c.Span, (string?)null, c.Title)),
            expected.Causes, ids);
        Elements(misses, "measure", text, statement.Measures.Select(m => (m.Id, m.Span, m.Group, m.Title)),
            expected.Measures, ids);
        Links(misses, statement, expected, ids);
        if (misses.Count > 0)
        {
            _misses.AppendLine(name).AppendJoin("", misses.Select(miss => $"    {miss}\n"));
        }
    }

    private void Same<T>(List<string> misses, string measure, T? expected, T? actual)
    {
        if (expected is null)
        {
            return;
        }

        bool same = EqualityComparer<T>.Default.Equals(expected, actual);
        Count(measure, same ? 1 : 0, same ? 0 : 1, 0);
        if (!same)
        {
            misses.Add($"{measure}: expected {expected}, read {actual}");
        }
    }

    private void Sections(List<string> misses, Statement statement, Expectation expected)
    {
        if (expected.Sections is null)
        {
            return;
        }

        string wanted = string.Join(' ', expected.Sections);
        string read = string.Join(
            ' ', statement.Sections.Select(section => JsonNamingPolicy.CamelCase.ConvertName($"{section.Role}")));
        Same(misses, "sections", wanted, read);
    }

    private void Aspects(List<string> misses, Statement statement, Expectation expected)
    {
        if (expected.Aspects is null)
        {
            return;
        }

        List<string> read = [.. statement.Aspects.Select(aspect => Key(aspect.Heading))];
        foreach (string aspect in expected.Aspects)
        {
            bool found = read.Remove(Key(aspect));
            Count("aspects", found ? 1 : 0, 0, found ? 0 : 1);
            if (!found)
            {
                misses.Add($"aspect missed: {aspect}");
            }
        }

        Count("aspects", 0, read.Count, 0);
        misses.AddRange(read.Select(aspect => $"aspect that is none: {aspect}"));
    }

    private void Elements(
        List<string> misses, string measure, string text,
        IEnumerable<(string Id, TextSpan Span, string? Under, string Title)> read, ExpectedElement[]? expected,
        Dictionary<string, string> ids)
    {
        if (expected is null)
        {
            return;
        }

        var left = read.ToList();
        string letter = measure switch { "finding" => "F", "cause" => "K", _ => "M" };
        for (int i = 0; i < expected.Length; i++)
        {
            ExpectedElement wanted = expected[i];
            int at = left.FindIndex(one => Start(one.Span.In(text).ToString()) == Start(wanted.Start));
            Count(measure, at >= 0 ? 1 : 0, 0, at >= 0 ? 0 : 1);
            if (at < 0)
            {
                misses.Add($"{measure} missed: {wanted.Start}");
                continue;
            }

            ids[$"{letter}{i + 1}"] = left[at].Id;
            Detail(misses, "aspect", measure != "finding", wanted.Start, wanted.Aspect, left[at].Under);
            Detail(misses, "group", measure != "measure", wanted.Start, wanted.Group, left[at].Under);
            Detail(misses, "title", wanted.Title is null, wanted.Start, wanted.Title, left[at].Title);
            left.RemoveAt(at);
        }

        Count(measure, 0, left.Count, 0);
        misses.AddRange(left.Select(one =>
            $"{measure} that is none: {one.Span.In(text)[..Math.Min(one.Span.Length, 24)]} (under {one.Under ?? "-"})"));
    }

    private void Detail(List<string> misses, string measure, bool skip, string start, string? wanted, string? read)
    {
        if (skip || wanted == ExpectedElement.NotJudged)
        {
            return;
        }

        bool same = Key(wanted) == Key(read);
        Count(measure, same ? 1 : 0, same ? 0 : 1, 0);
        if (!same)
        {
            misses.Add($"{measure} of {start}: expected {wanted ?? "-"}, read {read ?? "-"}");
        }
    }

    private void Links(List<string> misses, Statement statement, Expectation expected, Dictionary<string, string> ids)
    {
        var links = statement.Links.Select(link => (link.From, link.To)).ToHashSet();
        foreach (string link in expected.Links ?? [])
        {
            string[] ends = link.Split('-');
            bool found = ids.TryGetValue(ends[0], out string? from) && ids.TryGetValue(ends[1], out string? to)
                && links.Contains((from, to));
            Count("links", found ? 1 : 0, 0, found ? 0 : 1);
            if (!found)
            {
                misses.Add($"link missed: {link}");
            }
        }

        // Links that the annotation is silent about may be right too: of those read, this is the share it names.
        HashSet<(string, string)> named = [.. (expected.Links ?? []).Select(link => link.Split('-'))
            .Select(ends => (ids.GetValueOrDefault(ends[0], ""), ids.GetValueOrDefault(ends[1], "")))];
        int agreed = expected.Links is null ? 0 : links.Count(named.Contains);
        Count("linksNamed", agreed, expected.Links is null ? 0 : links.Count - agreed, 0);

        foreach (string none in expected.NoLinks ?? [])
        {
            string? id = ids.GetValueOrDefault(none);
            (string From, string To)[] wrong = [.. links.Where(link => link.From == id || link.To == id)];
            Count("noLinks", wrong.Length == 0 ? 1 : 0, wrong.Length == 0 ? 0 : 1, 0);
            if (wrong.Length > 0)
            {
                misses.Add($"link that is none: {string.Join(' ', wrong)} (for {none})");
            }
        }
    }

    private void Count(string measure, int right, int wrong, int missed)
    {
        (int r, int w, int m) = _counts.GetValueOrDefault(measure);
        _counts[measure] = (r + right, w + wrong, m + missed);
    }

    private static string Start(string words) => Key(words) is var key && key.Length > Compared ? key[..Compared] : key;

    private static string Key(string? words) => words is null
        ? "-"
        : string.Concat(words.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).TrimEnd('。',
            ':', ';');
}
