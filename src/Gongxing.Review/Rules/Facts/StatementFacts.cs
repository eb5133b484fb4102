using System.Globalization;
using Gongxing.Core.Statements;
using Gongxing.Review.Templates;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Facts;

/// <summary>What several rules need of the elements of one statement, made once and only when asked for.</summary>
internal sealed class StatementFacts
{
    private readonly ReviewedText _text;
    private readonly Lazy<IReadOnlyList<ElementText>> _findings;
    private readonly Lazy<IReadOnlyList<ElementText>> _causes;
    private readonly Lazy<IReadOnlyList<ElementText>> _measures;
    private readonly Lazy<IReadOnlyList<Instance>> _instances;
    private readonly Lazy<IReadOnlyList<Generality>> _generalities;
    private readonly Lazy<IReadOnlyList<PromiseFacts>> _promises;
    private readonly Lazy<TemplateFit> _fit;

    public StatementFacts(ReviewedText text)
    {
        _text = text;
        _fit = new(() => new TemplateFit(text));
        _findings = new(() => [.. text.Statement.Findings
            .Select(f => Read(new StatementElement(f.Id, ElementRole.Finding, f.Title, f.Span, f.Confidence)))]);
        _causes = new(() => [.. text.Statement.Causes
            .Select(c => Read(new StatementElement(c.Id, ElementRole.Cause, c.Title, c.Span, c.Confidence)))]);
        _measures = new(() => [.. text.Statement.Measures
            .Select(m => Read(new StatementElement(m.Id, ElementRole.Measure, m.Title, m.Span, m.Confidence)))]);
        _instances = new(() => [.. Findings.Select(Instance.In)]);
        _generalities = new(() => [.. Findings.Select(Generality.Of)]);
        _promises = new(() => [.. Measures.Zip(text.Statement.Measures, PromiseFacts.Of)]);
    }

    /// <summary>The template the statement follows; null when it follows none.</summary>
    public TemplatePack? Template => _fit.Value.Template;

    /// <summary>Official names of the template's aspects that headings speak of.</summary>
    public IReadOnlySet<string> NamedAspects => _fit.Value.Named;

    public IReadOnlyList<ElementText> Findings => _findings.Value;

    public IReadOnlyList<ElementText> Causes => _causes.Value;

    public IReadOnlyList<ElementText> Measures => _measures.Value;

    /// <summary>One a finding, in their order.</summary>
    public IReadOnlyList<Instance> Instances => _instances.Value;

    /// <summary>One a finding, in their order.</summary>
    public IReadOnlyList<Generality> Generalities => _generalities.Value;

    /// <summary>One a measure, in their order.</summary>
    public IReadOnlyList<PromiseFacts> Promises => _promises.Value;

    /// <summary>True for a measure that only calls for something and promises nothing that could be seen.</summary>
    public bool IsSlogan(int measure) =>
        Promises[measure] is { Said: 0, Acts: 0 } && Slogan.IsMostOf(PromiseFacts.PartOf(Measures[measure]));

    /// <summary>The elements of a kind, in the order of the text.</summary>
    public IReadOnlyList<ElementText> Of(ElementRole role) => role switch
    {
        ElementRole.Finding => Findings,
        ElementRole.Cause => Causes,
        _ => Measures,
    };

    /// <summary>How each element of a kind is linked to those of another, in their order.</summary>
    public LinkStrength[] Linked(ElementRole from, ElementRole to)
    {
        var linked = new LinkStrength[Of(from).Count];
        foreach ((int at, int other, ElementLink link) in LinkedPairs(from, to))
        {
            // A slogan that shares a theme is no answer yet.
            if (link.Basis == LinkBasis.Theme && to == ElementRole.Measure && IsSlogan(other))
            {
                continue;
            }

            bool said = link.Basis is LinkBasis.Explicit or LinkBasis.Order or LinkBasis.ByHand;
            double confidence = said ? 1 : link.Confidence;
            linked[at] = new LinkStrength(
                Math.Max(linked[at].Confidence, confidence),
                linked[at].IsByMore || to != ElementRole.Measure || !HasSloganTitle(Measures[other]));
        }

        return linked;
    }

    /// <summary>A slogan for a title promises nothing; what stands below it may.</summary>
    public static bool HasSloganTitle(ElementText measure) =>
        measure.HasBody && Slogan.IsAllOf(measure, measure.TitleLength);

    /// <summary>
    /// For each element of a kind: whether one of another that nothing is linked to stands where its own would, between
    /// those of its neighbours. Writers answer in order, and then in any words. A slogan is no such answer.
    /// </summary>
    public bool[] HaveUnclaimed(ElementRole from, ElementRole to)
    {
        int count = Of(from).Count;
        int targets = Of(to).Count;
        int[] lowest = [.. Enumerable.Repeat(targets, count)];
        int[] highest = [.. Enumerable.Repeat(-1, count)];
        bool[] claimed = [.. Enumerable.Range(0, targets).Select(i => to == ElementRole.Measure && IsSlogan(i))];
        foreach ((int at, int other, _) in LinkedPairs(from, to))
        {
            (lowest[at], highest[at]) = (Math.Min(lowest[at], other), Math.Max(highest[at], other));
            claimed[other] = true;
        }

        // Running counts of what is unclaimed answer each stretch at once.
        int[] unclaimed = new int[targets + 1];
        for (int i = 0; i < targets; i++)
        {
            unclaimed[i + 1] = unclaimed[i] + (claimed[i] ? 0 : 1);
        }

        int[] next = new int[count];
        for (int i = count - 1, upper = targets; i >= 0; i--)
        {
            next[i] = upper;
            upper = highest[i] >= 0 ? lowest[i] : upper;
        }

        bool[] have = new bool[count];
        for (int i = 0, lower = -1; i < have.Length; i++)
        {
            have[i] = lower + 1 < next[i] && unclaimed[next[i]] > unclaimed[lower + 1];
            lower = highest[i] >= 0 ? highest[i] : lower;
        }

        return have;
    }

    /// <summary>
    /// Which elements of two kinds are linked, by their places in the order of the text. Links are made in one
    /// direction and asked about in both.
    /// </summary>
    public IEnumerable<(int From, int To, ElementLink Link)> LinkedPairs(ElementRole from, ElementRole to)
    {
        (char a, char b) = (Letter(from), Letter(to));
        foreach (ElementLink link in _text.Statement.Links)
        {
            if (link.From[0] == a && link.To[0] == b)
            {
                yield return (Number(link.From), Number(link.To), link);
            }
            else if (link.From[0] == b && link.To[0] == a)
            {
                yield return (Number(link.To), Number(link.From), link);
            }
        }
    }

    private static char Letter(ElementRole role) => role switch
    {
        ElementRole.Finding => 'F',
        ElementRole.Cause => 'K',
        _ => 'M',
    };

    private static int Number(string id) => int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture) - 1;

    /// <summary>Whether the document an element stands in has any of the others.</summary>
    public bool HasAny(IReadOnlyList<ElementText> others, ElementText element) =>
        HasAny(others, PartOf(element.Element.Span));

    private TextSpan PartOf(TextSpan span)
    {
        foreach (StatementPart part in _text.Statement.Parts)
        {
            if (part.Span.Contains(span.Start))
            {
                return part.Span;
            }
        }

        return new TextSpan(0, _text.Raw.Length);
    }

    // Elements lie in the order of the text.
    private static bool HasAny(IReadOnlyList<ElementText> elements, TextSpan part)
    {
        int low = 0;
        int high = elements.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = elements[middle].Element.Span.Start < part.Start ? (middle + 1, high) : (low, middle);
        }

        return low < elements.Count && elements[low].Element.Span.Start < part.End;
    }

    private ElementText Read(StatementElement element) => new(_text, element);
}

/// <summary>How an element is linked to those of another kind.</summary>
/// <param name="Confidence">Of the surest link; 1 for what the text says itself, 0 for no link.</param>
/// <param name="IsByMore">True when a link rests on more than the slogan a measure has for a title.</param>
internal readonly record struct LinkStrength(double Confidence, bool IsByMore);
