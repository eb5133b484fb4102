using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>Finds which cause and which measure belong to which finding. No link is better than a false one.</summary>
internal sealed class Linker
{
    // Beyond this the pairs are too many to compare; what the text itself holds together is still linked.
    private const int MostCompared = 120;

    private readonly Flow _flow;
    private readonly List<ElementLink> _links = [];
    private readonly HashSet<(string, string)> _made = [];
    private readonly HashSet<(string, char)> _linked = [];

    private Linker(Flow flow) => _flow = flow;

    public static IReadOnlyList<ElementLink> Link(Draft draft, IReadOnlyList<PartDraft> parts)
    {
        var linker = new Linker(draft.Flow);
        foreach (PartDraft part in parts)
        {
            List<Side> findings = Sides(draft, draft.Findings, 'F', part);
            List<Side> causes = Sides(draft, draft.Causes, 'K', part);
            List<Side> measures = Sides(draft, draft.Measures, 'M', part);
            if (findings.Count + causes.Count + measures.Count <= MostCompared * 3)
            {
                var rarity = new PairRarity([.. findings.Concat(causes).Concat(measures)
                    .Select(side => side.Profile.Value)]);
                linker.Connect(findings, causes, rarity);
                linker.Connect(findings, measures, rarity);
                linker.Connect(causes, measures, rarity);
            }
            else
            {
                linker.ConnectRecords(findings, causes);
                linker.ConnectRecords(findings, measures);
                linker.ConnectRecords(causes, measures);
            }
        }

        return linker._links;
    }

    private static List<Side> Sides(Draft draft, List<Element> elements, char kind, PartDraft part)
    {
        var sides = new List<Side>();
        for (int i = FirstFrom(elements, part.Start); i < elements.Count && elements[i].End <= part.End; i++)
        {
            Element element = elements[i];
            var profile = new Lazy<LinkProfile>(() => new LinkProfile(draft.Flow, element));
            sides.Add(new Side($"{kind}{i + 1}", element, profile));
        }

        return sides;
    }

    // Elements lie in the order of the text.
    private static int FirstFrom(List<Element> elements, int start)
    {
        int low = 0;
        int high = elements.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = elements[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Connect(List<Side> from, List<Side> to, PairRarity rarity)
    {
        ConnectRecords(from, to);
        List<Side> freeTo = [.. to.Where(side => side.Element.Record == 0 || side.Element.About is not null)];
        List<Side> freeFrom = [.. from.Where(side => !IsLinked(side, to))];
        if (freeTo.Count == 0 || freeFrom.Count == 0)
        {
            return;
        }

        ConnectNamed(freeFrom, freeTo);
        ConnectByContent(freeFrom, freeTo, rarity);
    }

    private void ConnectRecords(List<Side> from, List<Side> to)
    {
        ILookup<int, Side> records = to.Where(side => side.Element.Record > 0).ToLookup(side => side.Element.Record);
        foreach (IGrouping<int, Side> record in from.Where(side => side.Element.Record > 0)
            .GroupBy(side => side.Element.Record))
        {
            List<Side> sources = [.. record];
            List<Side> targets = [.. records[record.Key]];
            bool inOrder = sources.Count > 1 && sources.Count == targets.Count;
            for (int i = 0; i < sources.Count; i++)
            {
                for (int j = 0; j < targets.Count; j++)
                {
                    if (!inOrder || i == j)
                    {
                        Make(sources[i], targets[j], LinkBasis.Explicit, new LinkReason(LinkGround.SameRecord), 0.97);
                    }
                }
            }
        }
    }

    // X的原因是…; 针对X的问题: the other element calls the first by its title.
    private void ConnectNamed(List<Side> from, List<Side> to)
    {
        foreach (Side source in from)
        {
            string title = source.Profile.Value.Title;
            int wanted = Math.Max(5, (int)Math.Ceiling(title.Length * 0.7));
            if (title.Length < 5)
            {
                continue;
            }

            foreach (Side target in to)
            {
                ReadOnlySpan<char> head = target.Element.About
                    ?? _flow.Slice(target.Element.Start, Math.Min(target.Element.End, target.Element.Start + 80));
                if (CommonRun(title, head) >= wanted)
                {
                    Make(source, target, LinkBasis.Explicit, new LinkReason(LinkGround.Named) { Words = [Shown(source)] }, 0.95);
                }
            }
        }
    }

    private void ConnectByContent(List<Side> from, List<Side> to, PairRarity rarity)
    {
        var scores = new LinkScores([.. from.Select(side => side.Profile.Value)],
            [.. to.Select(side => side.Profile.Value)], rarity);
        bool ordered = scores.AgreesInOrder();
        for (int i = 0; i < from.Count; i++)
        {
            if (IsLinked(from[i], to))
            {
                continue;
            }

            foreach (LinkScores.Choice choice in scores.Choose(i, ordered))
            {
                LinkBasis basis = choice.ByOrder ? LinkBasis.Order : LinkBasis.Theme;
                LinkReason why = scores.Why(i, choice.To);
                Make(
                    from[i],
                    to[choice.To],
                    basis,
                    choice.ByOrder ? why with { Place = i + 1, Among = from.Count } : why,
                    choice.Confidence);
            }
        }
    }

    private bool IsLinked(Side side, List<Side> to) => to.Count > 0 && _linked.Contains((side.Id, to[0].Id[0]));

    private void Make(Side from, Side to, LinkBasis basis, LinkReason why, double confidence)
    {
        _linked.Add((from.Id, to.Id[0]));
        if (_made.Add((from.Id, to.Id)))
        {
            _links.Add(new ElementLink(from.Id, to.Id, basis, why, Math.Round(confidence, 2)));
        }
    }

    private string Shown(Side side) => _flow.Quote(side.Element.Start, side.Element.TitleEnd);

    private static int CommonRun(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int best = 0;
        Span<int> row = stackalloc int[96];
        row.Clear();
        foreach (char c in a[..Math.Min(a.Length, 60)])
        {
            for (int j = Math.Min(b.Length, 90); j > 0; j--)
            {
                row[j] = b[j - 1] == c ? row[j - 1] + 1 : 0;
                best = Math.Max(best, row[j]);
            }
        }

        return best;
    }

    private sealed record Side(string Id, Element Element, Lazy<LinkProfile> Profile);
}
