using System.Globalization;
using Gongxing.Core.Statements;
using Gongxing.Review.Structure;
using Gongxing.Review.Templates;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks for a section the template has and the text has not, under no heading and in no sentence.</summary>
internal sealed class AbsenceRule : RuleKind
{
    private readonly SectionRole _block;
    private readonly string _about;
    private readonly WordSet? _signs;
    private readonly WordSet? _besides;
    private readonly WordSet? _elsewhere;
    private readonly IReadOnlyList<int> _years;

    private AbsenceRule(
        SectionRole block,
        string about,
        WordSet? signs,
        WordSet? besides,
        WordSet? elsewhere,
        IReadOnlyList<int> years) =>
        (_block, _about, _signs, _besides, _elsewhere, _years) = (block, about, signs, besides, elsewhere, years);

    /// <summary>
    /// <c>block</c>: the section; <c>about</c>: what it is called; <c>signs</c>: words by one of which a heading or,
    /// with one of <c>besides</c> in it, a sentence is that section; <c>elsewhere</c>: words that do outside problems,
    /// causes and measures.
    /// </summary>
    public static RuleKind Read(RuleFields fields) => new AbsenceRule(
        fields.Choice("block", SectionRole.Other),
        fields.Text("about"),
        fields.Has("signs") ? new WordSet(fields.Words("signs")) : null,
        fields.Has("besides") ? new WordSet(fields.Words("besides")) : null,
        fields.Has("elsewhere") ? new WordSet(fields.Words("elsewhere")) : null,
        [.. fields.Words("years").Select(year => int.Parse(year, CultureInfo.InvariantCulture))]);

    public override void Ask(ReviewedText text, Asking asking)
    {
        Statement statement = text.Statement;

        // Any statement says why and what now; the other sections are a matter of the year's template.
        bool always = _block is SectionRole.Causes or SectionRole.Measures;
        TemplatePack? template = always ? TemplatePacks.Find(statement.Template) : text.Facts.Template;
        bool asked = template is { Confidence: not TemplateConfidence.Generic } pack
            && pack.Blocks.Contains(_block) && statement.IsStatement;
        if (asked && (_years.Count == 0 || _years.Contains(statement.Year ?? 0)) && !Has(text))
        {
            asking.OfStatement(_about);
        }
    }

    private bool Has(ReviewedText text)
    {
        Statement statement = text.Statement;
        bool section = _block != SectionRole.Other && statement.Sections.Any(section => section.Role == _block);
        return section || (_block == SectionRole.Causes && statement.Causes.Count > 0)
            || (_block == SectionRole.Measures && statement.Measures.Count > 0)
            || SaysSo(text);
    }

    private bool SaysSo(ReviewedText text)
    {
        if (_signs is null)
        {
            return false;
        }

        IReadOnlyList<int>? years = TemplatePacks.Find(text.Statement.Template)?.Years;
        int? year = text.Statement.Year ?? (years is [var only] ? only : null);
        int? lastYear = year - 1;

        return SaysSo(text.Normalized, lastYear, Problems(text)) || SaysAcrossLines(text, lastYear);
    }

    private bool SaysSo(string words, int? lastYear, TextSpan[] problems)
    {
        string[] namesOfYear = _block == SectionRole.LastYear && lastYear is > 0 and var year
            ? [$"{year}年", ChineseNumeral.FormatDigits(year)]
            : [];
        foreach (TextSpan span in Sentences.In(words))
        {
            ReadOnlySpan<char> sentence = span.In(words);
            bool sign = _signs!.IsIn(sentence) || Names(sentence, namesOfYear);
            bool outside = _elsewhere is not null && !Overlaps(problems, span) && _elsewhere.IsIn(sentence);
            if (sign && (_besides is null || _besides.IsIn(sentence) || outside || IsHeading(sentence)))
            {
                return true;
            }
        }

        return false;
    }

    // A page broken into lines parts the words of a sentence: the paragraphs before the problems are read without line
    // ends.
    private bool SaysAcrossLines(ReviewedText text, int? lastYear)
    {
        int end = text.Statement.Findings.Count == 0 ? text.Raw.Length : text.Statement.Findings[0].Span.Start;
        string joined = NormalizedText.Fold(text.Raw.AsSpan(0, end), NormalizationOptions.JoinLines);
        return SaysSo(joined, lastYear, []);
    }

    // Where no finding was read the sections are not to be relied on.
    private static TextSpan[] Problems(ReviewedText text) => text.Statement.Findings.Count == 0 ? [] :
    [
        .. text.Statement.Sections
            .Where(section => section.Role is SectionRole.Findings or SectionRole.Causes or SectionRole.Measures)
            .Select(section => text.FromRaw(section.Span)),
    ];

    private static bool Overlaps(TextSpan[] sections, TextSpan span) =>
        Array.Exists(sections, section => section.Overlaps(span));

    // 2022年, 二〇二二年.
    private static bool Names(ReadOnlySpan<char> sentence, string[] year)
    {
        foreach (string name in year)
        {
            if (sentence.IndexOf(name) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHeading(ReadOnlySpan<char> sentence) =>
        sentence.EndsWith("\n") && sentence.TrimEnd() is { Length: < 40 } line && line.IndexOfAny("。;") < 0;
}
