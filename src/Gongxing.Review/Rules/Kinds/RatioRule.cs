using System.Globalization;
using Gongxing.Core.Statements;
using Gongxing.Review.Rules.Facts;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks when sections that should be most of the text are little of it.</summary>
internal sealed class RatioRule : RuleKind
{
    private readonly IReadOnlyList<SectionRole> _parts;
    private readonly double _below;
    private readonly string _about;

    private RatioRule(IReadOnlyList<SectionRole> parts, double below, string about) =>
        (_parts, _below, _about) = (parts, below, about);

    public override IReadOnlyList<string> Values => ["percent"];

    /// <summary>
    /// <c>parts</c>: the sections; <c>below</c>: the share of the text they should not fall short of.
    /// </summary>
    public static RuleKind Read(RuleFields fields) => new RatioRule(
        fields.Choices<SectionRole>("parts"), fields.Number("below", 0.4), fields.Text("about"));

    public override void Ask(ReviewedText text, Asking asking)
    {
        Statement statement = text.Statement;
        if (!statement.IsStatement || statement.Parts.Count > 1)
        {
            return;
        }

        int all = Count(text.Raw.AsSpan());
        int part = 0;
        int end = 0;
        foreach (Section section in statement.Sections.Where(section => _parts.Contains(section.Role)))
        {
            int start = Math.Max(end, section.Span.Start);
            part += section.Span.End > start ? Count(text.Raw.AsSpan(start, section.Span.End - start)) : 0;
            end = Math.Max(end, section.Span.End);
        }

        foreach (Unplaced unplaced in statement.Unplaced
            .Where(unplaced => unplaced.Reason is not (UnplacedReason.NotUnderstood or UnplacedReason.Footnote)))
        {
            all -= Count(unplaced.Span.In(text.Raw));
        }

        double share = all <= 0 ? 1 : (double)part / all;
        if (part > 0 && share < _below)
        {
            string percent = Math.Round(share * 100).ToString(CultureInfo.InvariantCulture);
            asking.OfStatement(
                _about, Headings.Of(text, SectionRole.Findings), null, ("percent", new(percent, percent)));
        }
    }

    private static int Count(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char c in text)
        {
            count += char.IsWhiteSpace(c) ? 0 : 1;
        }

        return count;
    }
}
