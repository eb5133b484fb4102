using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Facts;

/// <summary>
/// What makes an instance (表现) one that happened: somebody, something by its name, a time, a number, a result.
/// </summary>
/// <param name="Strong">How many kinds of such facts there are.</param>
/// <param name="Weak">How many kinds there are that only point to one: 近年来, 一些项目.</param>
internal readonly record struct Instance(int Strong, int Weak)
{
    private const int NameLength = 2;
    private const int ShortestSpeech = 3;

    private static readonly HidingSet s_time = HidingSet.Of("pastTime", "notPastTime");
    private static readonly WordSet s_weakTime = Lexicon.Set("weakTime");
    private static readonly HidingSet s_post = HidingSet.Of("post", "notPost");
    private static readonly WordSet s_selfPost = Lexicon.Set("selfPost");
    private static readonly HidingSet s_event = HidingSet.Of("event", "notEvent");
    private static readonly HidingSet s_places = HidingSet.Of("place");
    private static readonly HashSet<char> s_noName = [.. string.Concat(Lexicon.Words("noName"))];
    private static readonly HashSet<char> s_surnames = [.. string.Concat(Lexicon.Words("surname"))];
    private static readonly WordSet s_stockResult = Lexicon.Set("stockResult");

    public static Instance In(ElementText element)
    {
        string text = element.Words;
        NumberScan.Numbers numbers = NumberScan.In(text);
        int strong = (numbers.Counts > 0 ? 1 : 0) + (numbers.Days > 0 || s_time.IsIn(text) ? 1 : 0);
        strong += NamesSomebody(text) ? 1 : 0;
        strong += NamesPlace(text) || NamesPaper(text) ? 1 : 0;
        strong += s_event.IsIn(text) || QuotesSpeech(text) ? 1 : 0;
        int weak = (numbers.Years > 0 || s_weakTime.IsIn(text) ? 1 : 0) + (Happened(element) ? 1 : 0);
        return new Instance(strong, weak);
    }

    private static bool NamesSomebody(ReadOnlySpan<char> text)
    {
        foreach (TextSpan post in s_post.In(text))
        {
            ReadOnlySpan<char> before = text[Math.Max(0, post.Start - 4)..post.Start];
            if (!s_selfPost.Ends(before))
            {
                return true;
            }
        }

        for (int i = 0; i + 1 < text.Length; i++)
        {
            // 老赵, 小周, 李某.
            if ((text[i] is '老' or '小' && s_surnames.Contains(text[i + 1]))
                || (text[i + 1] == '某' && s_surnames.Contains(text[i])))
            {
                return true;
            }
        }

        return false;
    }

    // 石桥村, 柳河, 云栖苑项目: two characters that no general word ends with, before a kind of place.
    private static bool NamesPlace(ReadOnlySpan<char> text)
    {
        foreach (TextSpan place in s_places.In(text))
        {
            int at = place.Start;
            if (at >= NameLength && char.IsLetter(text[at - 1]) && char.IsLetter(text[at - 2])
                && !s_noName.Contains(text[at - 1]) && !s_noName.Contains(text[at - 2]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool NamesPaper(ReadOnlySpan<char> text)
    {
        int open = text.IndexOf('《');
        int close = open < 0 ? -1 : text[open..].IndexOf('》');
        return close > 1 && text[(open + 1)..(open + close)].IndexOfAnyExcept(Formulations.Mask) >= 0;
    }

    private static bool QuotesSpeech(ReadOnlySpan<char> text)
    {
        for (int open = text.IndexOf('"'); open >= 0;)
        {
            int length = text[(open + 1)..].IndexOf('"');
            if (length < 0)
            {
                return false;
            }

            ReadOnlySpan<char> before = text[Math.Max(0, open - 3)..open].TrimEnd(":,");
            if (length >= ShortestSpeech && before.Length > 0 && "说问讲喊道答回写句是".Contains(before[^1]))
            {
                return true;
            }

            int next = text[(open + length + 2)..].IndexOf('"');
            open = next < 0 ? -1 : open + length + 2 + next;
        }

        return false;
    }

    // 签了, 推给了: a verb of an act and 了, but not 放松了, 影响了.
    private static bool Happened(ElementText element)
    {
        foreach (TextSpan clause in element.Clauses)
        {
            ReadOnlySpan<char> words = element.Clause(clause);
            int done = words.IndexOf('了');
            if (done > 0 && !"为除了解得不到".Contains(words[done - 1]) && !s_stockResult.Ends(words[..done]))
            {
                return true;
            }
        }

        return false;
    }
}
