using Gongxing.Review.Structure;
using Gongxing.Review.Templates;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Facts;

/// <summary>Which aspects of its template a statement has, and whether it follows the template at all.</summary>
/// <remarks>
/// The year and the word 民主生活会 alone make no template: a meeting held on an inspection has other aspects, and owes no
/// account of last year. What is missing is only asked of a text that has a good part of the rest.
/// </remarks>
internal sealed class TemplateFit
{
    private const int Share = 3;
    private const int ReadsByHeadings = 2;
    private const int ReadFromTop = 1500;
    private const int TitleLength = 120;

    // 六个方面 is said of other meetings too.
    private const string AnyMeeting = "方面";

    private static readonly WordSet s_otherMeeting = Lexicon.Set("otherMeeting");

    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    public TemplateFit(ReviewedText text)
    {
        if (TemplatePacks.Find(text.Statement.Template) is not { } pack)
        {
            return;
        }

        Add(pack, text.Statement.Aspects.Select(aspect => aspect.Heading));
        Add(pack, Headings.Aspects(text));
        if (_named.Count < ReadsByHeadings)
        {
            // Findings under no aspects: each speaks for itself.
            Add(pack, text.Statement.Findings.Select(finding => finding.Title));
        }

        Template = _named.Count * Share >= pack.Aspects.Count || IsNamed(pack, text) || IsYearly(pack, text)
            ? pack
            : null;
    }

    /// <summary>Null when there is none or the text is ordered by something else.</summary>
    public TemplatePack? Template { get; }

    /// <summary>Official names of the aspects that headings speak of.</summary>
    public IReadOnlySet<string> Named => _named;

    private static bool IsNamed(TemplatePack pack, ReviewedText text)
    {
        string top = text.Normalized[..Math.Min(text.Normalized.Length, ReadFromTop)];
        return pack.Phrases.Any(phrase => !phrase.EndsWith(AnyMeeting, StringComparison.Ordinal)
            && top.Contains(NormalizedText.Fold(phrase), StringComparison.Ordinal));
    }

    // The wording of the notice is known, and nothing says that the meeting is another one.
    private static bool IsYearly(TemplatePack pack, ReviewedText text) =>
        pack.Confidence == TemplateConfidence.Confirmed
        && !s_otherMeeting.IsIn(text.Normalized.AsSpan(0, Math.Min(text.Normalized.Length, TitleLength)));

    private void Add(TemplatePack pack, IEnumerable<string> headings)
    {
        foreach (string heading in headings.Distinct(StringComparer.Ordinal))
        {
            if (TemplateRecognition.Official(pack, heading) is { } official)
            {
                _named.Add(official);
            }
        }
    }
}
