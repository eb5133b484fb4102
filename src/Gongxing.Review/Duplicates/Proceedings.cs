using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Duplicates;

/// <summary>
/// Sentences that tell how a text came about, lead over or end it (套语): 会前集中学习3次，发放征求意见表60份。They are made of
/// words that are everybody's, in any order and with any numbers, and say nothing that one could have from another.
/// </summary>
internal static class Proceedings
{
    private const int FewestLetters = 8;

    // The rest is who was asked and what the office is called.
    private const double LeastShare = 0.75;

    // What was studied, or what something is based on: a list of documents is everybody's.
    private const int ManyTitles = 3;

    private static readonly string[] s_marks = [.. Words("Mark")];

    private static readonly WordMatcher s_matcher = new([.. s_marks, .. Words("Word")]);

    private enum Letter : byte
    {
        Own,
        Common,
        None,
    }

    /// <summary>In order.</summary>
    /// <param name="text">A normalised text.</param>
    /// <param name="formulations">Where they stand in it, in order.</param>
    public static IReadOnlyList<TextSpan> In(string text, IReadOnlyList<TextSpan> formulations)
    {
        var found = new List<TextSpan>();
        int first = 0;
        foreach (TextSpan sentence in Sentences.In(text))
        {
            while (first < formulations.Count && formulations[first].End <= sentence.Start)
            {
                first++;
            }

            TextSpan words = sentence.Trim(text);
            if (words.Length >= FewestLetters
                && IsCommon(text, words, formulations.Skip(first).TakeWhile(one => one.Start < words.End)))
            {
                found.Add(words);
            }
        }

        return found;
    }

    private static bool IsCommon(string text, TextSpan sentence, IEnumerable<TextSpan> formulations)
    {
        ReadOnlySpan<char> words = sentence.In(text);
        Span<Letter> letters = words.Length <= 512 ? stackalloc Letter[words.Length] : new Letter[words.Length];
        letters.Clear();
        bool hasMark = words.Count('《') >= ManyTitles;
        foreach (WordMatch match in s_matcher.Longest(words))
        {
            letters.Slice(match.Span.Start, match.Span.Length).Fill(Letter.Common);
            hasMark |= match.Word < s_marks.Length;
        }

        return hasMark && IsCommon(words, letters, formulations.Select(sentence.Intersect).Where(span => !span.IsEmpty)
            .Select(span => span.Shift(-sentence.Start)));
    }

    private static bool IsCommon(ReadOnlySpan<char> words, Span<Letter> letters, IEnumerable<TextSpan> formulations)
    {
        foreach (TextSpan formulation in formulations)
        {
            letters.Slice(formulation.Start, formulation.Length).Fill(Letter.Common);
        }

        // Titles, as numbers, are whatever they are.
        foreach (TextSpan title in Quotations.In(words.ToString()))
        {
            letters.Slice(title.Start, title.Length).Fill(Letter.None);
        }

        for (int i = 0; i < words.Length; i++)
        {
            if (letters[i] == Letter.Own)
            {
                // Whoever writes that something was not done writes of himself.
                if (words[i] is '不' or '没' or '未')
                {
                    return false;
                }

                letters[i] = ChineseNumeral.IsPart(words[i]) || !char.IsLetter(words[i]) ? Letter.None : Letter.Own;
            }
        }

        int common = letters.Count(Letter.Common);
        int all = common + letters.Count(Letter.Own);
        return all >= FewestLetters && common >= LeastShare * all;
    }

    private static IEnumerable<string> Words(string kind) =>
        from line in Lexicon.Lines("proceedings.txt")
        let parts = line.Split('\t')
        where parts[0] == kind
        from word in parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select word;
}
