using Gongxing.Core.Ledger;
using Gongxing.Core.Relapses;
using Gongxing.Core.Statements;
using Gongxing.Review.Relapses;
using Gongxing.Text;
using Gongxing.Web.Relapses;

namespace Gongxing.Web.Features.Relapses;

/// <summary>Two findings that a person is asked about, and what was said of them so far.</summary>
/// <param name="Text">Of the new finding, as written.</param>
/// <param name="Decision">The one in force; null when the question is open.</param>
public sealed record RelapseCandidate(
    Finding Finding, string Text, FindingPlace Place, EarlierSaying Earlier, Relapse Relapse, RelapseDecision? Decision)
{
    /// <summary>Where it is on the page.</summary>
    public string Anchor => $"{Finding.Id}-{Earlier.Key}";

    /// <summary>The closure that holds, or held until the item was reopened; null when the item was never closed.</summary>
    public Closure? Closure => Earlier.Item is { Closures: [.., var last] } ? last : null;

    /// <summary>The new words in pieces, those marked that stand in the earlier ones too.</summary>
    public IEnumerable<(string Text, bool IsShared)> NowPieces => Pieces(Text, Relapse.Same.Select(block => block.A));

    /// <summary>The earlier words in pieces, the same way.</summary>
    public IEnumerable<(string Text, bool IsShared)> ThenPieces => Pieces(Earlier.Text, Relapse.Same.Select(block => block.B));

    private IEnumerable<(string Text, bool IsShared)> Pieces(string text, IEnumerable<TextSpan> same)
    {
        int at = 0;
        foreach (TextSpan span in same.Concat(Relapse.Same.Count > 0 ? [] : PlacesOf(text)).OrderBy(span => span.Start))
        {
            if (span.Start < at)
            {
                continue;
            }

            yield return (text[at..span.Start], false);
            yield return (text[span.Start..span.End], true);
            at = span.End;
        }

        yield return (text[at..], false);
    }

    private IEnumerable<TextSpan> PlacesOf(string text)
    {
        foreach (string word in Relapse.Words)
        {
            for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0;
                at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                yield return new TextSpan(at, word.Length);
            }
        }
    }
}
