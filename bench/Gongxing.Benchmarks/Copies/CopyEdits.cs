using System.Text;
using Gongxing.Text;

namespace Gongxing.Benchmarks.Copies;

/// <summary>What people do to a passage when they copy it.</summary>
/// <remarks>
/// Words are only changed in own sentences. Two who change the same word of the same stock sentence would share a
/// text that neither copied from the other, and no truth would list it.
/// </remarks>
internal sealed class CopyEdits(Genre genre)
{
    private const string Marks = "，。：；！？（）“”、";
    private const string OtherMarks = ",.:;!?()「」,";
    private const string ChineseDigits = "一二三四五六七八九十";

    // Characters that are also traditional ones, and mostly stand as they are.
    private const string Unchanged = "真念合吊溯噪核板录峰查面只谷斗丑余几系向克准松干表范致于云征借出回里后台制采了着干当复别才布冬刮家卷夸困累蒙凶吁愿岳制症志朱注";

    private static readonly Dictionary<char, char> s_traditional = ReadTraditional();

    private readonly string _characters = string.Concat(genre.Words.Values.SelectMany(words => words));
    private readonly string[] _synonyms = [.. genre.Synonyms.Keys.OrderByDescending(word => word.Length)];

    public List<DraftSentence> Apply(CopyKind kind, IReadOnlyList<DraftSentence> passage, RandomStream random) =>
        kind switch
        {
            CopyKind.Noise5 => Noise(passage, 0.05, random),
            CopyKind.Noise10 => Noise(passage, 0.10, random),
            CopyKind.Noise20 => Noise(passage, 0.20, random),
            CopyKind.Synonyms => Synonyms(passage, 0.8, random),
            CopyKind.SentencesReordered => ReorderSentences(passage, random),
            CopyKind.ClausesReordered => ReorderClauses(passage, random),
            CopyKind.Padded => Pad(passage, 0.35, random),
            CopyKind.Format => Reformat(passage, random),
            CopyKind.Numbers => Renumber(passage, random),
            CopyKind.Mixed => Mix(passage, random),
            CopyKind.OwnEarlierYear => Synonyms(Renumber(passage, random), 0.2, random),
            CopyKind.Abridged => Abridge(passage, random),
            _ => [.. passage.Select(sentence => new DraftSentence(sentence.Text, sentence.IsOwn))],
        };

    private List<DraftSentence> Noise(IReadOnlyList<DraftSentence> passage, double rate, RandomStream random) =>
        Rewrite(passage, text =>
        {
            var edited = new StringBuilder();
            foreach (char c in text)
            {
                double chance = random.Fraction() / rate;
                if (chance is < 1.0 / 3)
                {
                    edited.Append(random.Pick(_characters));
                    continue;
                }

                if (chance < 2.0 / 3)
                {
                    continue;
                }

                edited.Append(c);
                if (chance < 1)
                {
                    edited.Append(random.Pick(_characters));
                }
            }

            return edited.ToString();
        });

    private List<DraftSentence> Synonyms(IReadOnlyList<DraftSentence> passage, double share, RandomStream random) =>
        Rewrite(passage, text =>
        {
            var edited = new StringBuilder();
            for (int i = 0; i < text.Length;)
            {
                string? word = Array.Find(_synonyms, word => Stands(word, text, i));
                int length = word?.Length ?? 1;
                edited.Append(word is not null && random.Chance(share)
                    ? random.Pick(genre.Synonyms[word])
                    : text.AsSpan(i, length));
                i += length;
            }

            return edited.ToString();
        });

    private static List<DraftSentence> ReorderSentences(IReadOnlyList<DraftSentence> passage, RandomStream random)
    {
        DraftSentence[] sentences = [.. passage.Select(sentence => new DraftSentence(sentence.Text, sentence.IsOwn))];
        string first = sentences[0].Text;
        do
        {
            random.Shuffle<DraftSentence>(sentences);
        }
        while (sentences.Length > 1 && sentences[0].Text == first);
        return [.. sentences];
    }

    private static List<DraftSentence> ReorderClauses(IReadOnlyList<DraftSentence> passage, RandomStream random) =>
        Rewrite(passage, text =>
        {
            string[] clauses = text.TrimEnd('。').Split('，');
            random.Shuffle<string>(clauses);
            return string.Join('，', clauses) + "。";
        });

    private List<DraftSentence> Pad(IReadOnlyList<DraftSentence> passage, double share, RandomStream random) =>
        Rewrite(passage, text => string.Join('，', text.Split('，').Select(clause =>
            random.Chance(share) ? random.Pick(genre.Fillers) + (random.Chance(0.5) ? "，" : "") + clause : clause)));

    // All of the text, stock sentences too: this changes how it looks and not what it says.
    private static List<DraftSentence> Reformat(IReadOnlyList<DraftSentence> passage, RandomStream random)
    {
        var edited = new StringBuilder();
        return [.. passage.Select(sentence =>
        {
            edited.Clear();
            foreach (char c in sentence.Text)
            {
                int mark = Marks.IndexOf(c, StringComparison.Ordinal);
                if (mark >= 0 && random.Chance(0.1))
                {
                    continue;
                }

                edited.Append(mark >= 0 && random.Chance(0.7) ? OtherMarks[mark]
                    : char.IsAsciiDigit(c) ? (char)(c - '0' + '０')
                    : s_traditional.GetValueOrDefault(c, c));
                if (random.Chance(0.04))
                {
                    edited.Append(random.Chance(0.5) ? ' ' : '\u3000');
                }
            }

            return new DraftSentence(edited.ToString(), sentence.IsOwn);
        })];
    }

    private List<DraftSentence> Renumber(IReadOnlyList<DraftSentence> passage, RandomStream random) =>
        Rewrite(passage, text =>
        {
            var edited = new StringBuilder();
            for (int i = 0; i < text.Length;)
            {
                int end = i;
                while (end < text.Length && (char.IsAsciiDigit(text[end]) || ChineseDigits.Contains(text[end])))
                {
                    end++;
                }

                bool digits = end > i && char.IsAsciiDigit(text[i]);
                if (digits || (end > i && CountsSomething(text, end)))
                {
                    char after = end < text.Length ? text[end] : ' ';
                    int number = random.Between(1, after is '月' ? 12 : after is '日' ? 28 : 90);
                    edited.Append(digits ? $"{number}" : ChineseNumeral.Format(number));
                    i = end;
                    continue;
                }

                edited.Append(text[i++]);
            }

            return edited.ToString();
        });

    private bool CountsSomething(string text, int after) =>
        after < text.Length && (text[after] is '是' or '月' or '日'
            || Array.Exists(genre.Measures, measure => Stands(measure, text, after)));

    private List<DraftSentence> Mix(IReadOnlyList<DraftSentence> passage, RandomStream random)
    {
        List<DraftSentence> edited = Synonyms(ReorderSentences(passage, random), 0.6, random);
        return Pad(Noise(edited, 0.04, random), 0.15, random);
    }

    // The first and the last clause stay: they are the ends of the passage.
    private static List<DraftSentence> Abridge(IReadOnlyList<DraftSentence> passage, RandomStream random)
    {
        var kept = new List<DraftSentence>();
        for (int i = 0; i < passage.Count; i++)
        {
            bool first = i == 0;
            bool last = i == passage.Count - 1;
            if (!first && !last && random.Chance(0.1))
            {
                continue;
            }

            string[] clauses = passage[i].Text.TrimEnd('。').Split('，');
            IEnumerable<string> left = clauses.Where((_, j) =>
                (first && j == 0) || (last && j == clauses.Length - 1) || !random.Chance(0.22));
            string text = string.Join('，', left);
            if (text.Length > 0)
            {
                kept.Add(new DraftSentence(text + "。", passage[i].IsOwn));
            }
        }

        return kept;
    }

    private static List<DraftSentence> Rewrite(IReadOnlyList<DraftSentence> passage, Func<string, string> edit) =>
        [.. passage.Select(sentence =>
            new DraftSentence(sentence.IsOwn ? edit(sentence.Text) : sentence.Text, sentence.IsOwn))];

    private static bool Stands(string word, string text, int at) =>
        string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    // The product's own table, backwards; a simplified character with several counterparts takes the first.
    private static Dictionary<char, char> ReadTraditional()
    {
        using Stream stream = typeof(NormalizedText).Assembly.GetManifestResourceStream("TraditionalToSimplified.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var traditional = new Dictionary<char, char>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            Rune[] runes = [.. line.EnumerateRunes()];
            for (int i = 0; i + 1 < runes.Length; i += 2)
            {
                if (runes[i].IsBmp && runes[i + 1].IsBmp && runes[i].Value >= 0x4E00)
                {
                    traditional.TryAdd((char)runes[i + 1].Value, (char)runes[i].Value);
                }
            }
        }

        foreach (char c in Unchanged)
        {
            traditional.Remove(c);
        }

        return traditional;
    }
}
