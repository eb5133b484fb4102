using Gongxing.Core.Statements;
using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Tracing;

/// <summary>Sorts what a statement gives as causes by what they lie in, for the ribs of a fishbone.</summary>
public static class CauseKinds
{
    private static readonly (CauseKind Kind, WordSet Words)[] _words =
    [
        .. from line in Lexicon.Lines("cause-kinds.txt")
           let parts = line.Split('\t')
           select (Enum.Parse<CauseKind>(parts[0]), new WordSet(parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))),
    ];

    /// <summary>The sentences of the causes, each under the kind most of its words speak of; in the order of the text.</summary>
    /// <remarks>A sentence that tells no kind goes with the title of its cause, and that with the rest of it.</remarks>
    public static ILookup<CauseKind, TextSpan> Sort(Document document, IEnumerable<Cause> causes)
    {
        var sorted = new List<(CauseKind Kind, TextSpan Sentence)>();
        foreach (Cause cause in causes)
        {
            CauseKind whole = Of(cause.Title) ?? Of(cause.Span.In(document.Text)) ?? CauseKind.Other;
            foreach (TextSpan sentence in Sentences.In(document.Text, cause.Span))
            {
                TextSpan words = sentence.Trim(document.Text);
                if (!words.IsEmpty)
                {
                    sorted.Add((Of(words.In(document.Text)) ?? whole, words));
                }
            }
        }

        return sorted.ToLookup(one => one.Kind, one => one.Sentence);
    }

    /// <returns>Null when no word tells.</returns>
    private static CauseKind? Of(ReadOnlySpan<char> words)
    {
        string folded = NormalizedText.Fold(words);
        (CauseKind Kind, int Count) best = (CauseKind.Other, 0);
        foreach ((CauseKind kind, WordSet set) in _words)
        {
            int count = set.Count(folded);
            best = count > best.Count ? (kind, count) : best;
        }

        return best.Count == 0 ? null : best.Kind;
    }
}

/// <summary>What a cause lies in (成因类别).</summary>
public enum CauseKind
{
    Thought,
    Ability,
    System,
    Conduct,
    Circumstances,
    Other,
}
