using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Templates;

/// <summary>Tells by which template a statement was written, and what the template calls each of its aspects.</summary>
internal static class TemplateRecognition
{
    private const double Enough = 3.4;
    private const int ReadFromTop = 1500;

    /// <summary>The pack that year, meeting, subject and aspects speak for; null when none does clearly.</summary>
    public static TemplatePack? Recognise(string text, int? year, StatementKind kind, IReadOnlyList<string> aspects)
    {
        string top = NormalizedText.Fold(text.AsSpan(0, Math.Min(text.Length, ReadFromTop)),
            NormalizationOptions.DropQuotes | NormalizationOptions.JoinLines);
        (string Heading, int Count)[] headings = [.. aspects.CountBy(heading => heading)
            .Select(pair => (Fold(pair.Key), pair.Value))];
        TemplatePack? best = null;
        double most = Enough;
        foreach (TemplatePack pack in TemplatePacks.All)
        {
            double score = Score(pack, top, year, kind, headings);
            (best, most) = score > most ? (pack, score) : (best, most);
        }

        return best;
    }

    /// <summary>The official name of an aspect as headed, or null.</summary>
    public static string? Official(TemplatePack? pack, string heading) =>
        pack is null ? null : OfFolded(pack, Fold(heading));

    private static string? OfFolded(TemplatePack pack, string heading)
    {
        string? best = null;
        int longest = 0;
        foreach (TemplateAspect aspect in pack.Aspects)
        {
            foreach (string name in aspect.Folded)
            {
                if (name.Length > longest && heading.Contains(name, StringComparison.Ordinal))
                {
                    (best, longest) = (aspect.Name, name.Length);
                }
            }
        }

        return best;
    }

    private static double Score(TemplatePack pack, string top, int? year, StatementKind kind,
        (string Heading, int Count)[] headings)
    {
        if ((pack.Years.Count > 0 && year is { } known && !pack.Years.Contains(known)) || !pack.Subjects.Contains(kind))
        {
            return 0;
        }

        bool meeting = top.Contains(pack.Type, StringComparison.Ordinal);
        bool otherMeeting = !meeting
            && (top.Contains("民主生活会", StringComparison.Ordinal) || top.Contains("组织生活会", StringComparison.Ordinal));
        if (otherMeeting)
        {
            // A branch member's paper has much of the wording of the year's other meeting.
            return 0;
        }

        int named = pack.FoldedPhrases.Count(phrase => top.Contains(phrase, StringComparison.Ordinal));
        var officials = new HashSet<string>(StringComparer.Ordinal);
        int covered = 0;
        foreach ((string heading, int count) in headings)
        {
            if (OfFolded(pack, heading) is { } name)
            {
                officials.Add(name);
                covered += count;
            }
        }

        int official = officials.Count;
        double share = headings.Length == 0 ? 0 : (double)covered / headings.Sum(heading => heading.Count);

        bool aspectsAlone = official >= 3 && official * 5 >= pack.Aspects.Count * 4;
        if (!(pack.Years.Count > 0 && year is not null) && !meeting && named == 0 && !aspectsAlone)
        {
            return 0;
        }

        double score = pack.Years.Count > 0 && year is not null ? 2 : 0;
        score += meeting ? 1.5 : 0;
        score += Math.Min(3, named * 1.5);
        return score + (official >= 2 ? share * 4 : share);
    }

    public static string Fold(string words) => NormalizedText.Fold(words, NormalizationOptions.DropQuotes);
}
