using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Gongxing.Text;

/// <summary>What each character becomes when a text is normalised.</summary>
internal static class FoldingTable
{
    // Stand where surrogates would: no character folds to a lone one, so that one compare finds every special case.
    public const ushort Drop = 0xD800;
    public const ushort Space = 0xD801;
    public const ushort LineEnd = 0xD802;
    public const ushort Quote = 0xD803;
    public const ushort SingleQuote = 0xD804;
    public const ushort Close = 0xD805;
    private const ushort OutsideTable = 0xD806;

    private const string OpenBrackets = "（〔【［[〖﹙﹝⦅﴾";
    private const string CloseBrackets = "）〕】］]〗﹚﹞⦆﴿)";
    private const string Quotes = "\"“”„‟″＂「」〝〞〟﹁﹂｢｣«»";
    private const string SingleQuotes = "'‘’『』﹃﹄‚‛′＇`´";

    // From, to; one pair after another. Radicals stand for characters in the text layer of many PDF files, and the
    // compatibility forms of Unicode do not name these.
    private const string Pairs =
        "，,：:；;！!？?．.＆&％%｡。､、･·•·‧·∙·⋅·・·–-‒-‐-‑-−-﹣-―—─—━—～~〜~∼~⋯…￥¥ɡgɑa" +
        "⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺠民⻘青⻁虎⺟母" +
        "著着瞭了";

    private const string ToneVowels = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ\u0300\u0301\u0304\u030C";

    private static readonly Dictionary<int, string> s_outside = [];
    private static readonly ushort[] s_bmp = Build();

    public static ReadOnlySpan<ushort> Bmp => s_bmp;

    /// <summary>The characters that are, or become, one beyond the BMP.</summary>
    public static IReadOnlyDictionary<int, string> Outside => s_outside;

    public static bool IsPlain(ushort folded) => (uint)(folded - 0xD800) >= 0x800;

    public static bool TryFold(int codePoint, [NotNullWhen(true)] out string? folded) =>
        s_outside.TryGetValue(codePoint, out folded);

    /// <summary>True for a letter of a Mandarin reading; tells when the letter carries a tone.</summary>
    public static bool IsReading(char letter, ref bool tone)
    {
        bool marked = ToneVowels.Contains(letter);
        tone |= marked;
        return marked || letter is (>= 'a' and <= 'z') or 'ü' or '\u0308';
    }

    private static ushort[] Build()
    {
        ushort[] table = new ushort[char.MaxValue + 1];
        for (int i = 0; i < table.Length; i++)
        {
            table[i] = char.IsSurrogate((char)i) ? OutsideTable : Classify((char)i);
        }

        for (int i = 0; i < Pairs.Length; i += 2)
        {
            table[Pairs[i]] = Pairs[i + 1];
        }

        Set(table, OpenBrackets, '(');
        Set(table, CloseBrackets, Close);
        Set(table, Quotes, Quote);
        Set(table, SingleQuotes, SingleQuote);
        AddSimplified(table);
        FollowChains(table);
        return table;
    }

    private static void Set(ushort[] table, string characters, ushort folded)
    {
        foreach (char c in characters)
        {
            table[c] = folded;
        }
    }

    private static ushort Classify(char c) => c switch
    {
        '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => LineEnd,
        // Most of the table, and nothing to fold in it. Asking Unicode about each would take most of the first use.
        (>= '\u3400' and <= '\uA63F') or (>= '\uAC00' and <= '\uF8FF') => c,
        _ when char.IsWhiteSpace(c) => Space,
        '\u00AD' or '\u034F' or '\u115F' or '\u1160' or '\u3164' or '\uFFA0' => Drop,
        (>= '\uFE00' and <= '\uFE0F') => Drop,
        _ when char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format => Drop,
        (>= '\uFF01' and <= '\uFF5E') => char.ToLowerInvariant((char)(c - 0xFEE0)),
        (>= '\u2E80' and <= '\u2FDF') or (>= '\uF900' and <= '\uFAFF') => Compatible(c),
        _ => char.ToLowerInvariant(c),
    };

    // Kangxi radicals and compatibility ideographs are the same characters encoded twice.
    private static char Compatible(char c)
    {
        string normal = c.ToString().Normalize(NormalizationForm.FormKC);
        return normal.Length == 1 ? normal[0] : c;
    }

    private static void AddSimplified(ushort[] table)
    {
        using Stream stream = typeof(FoldingTable).Assembly.GetManifestResourceStream("TraditionalToSimplified.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            Rune? from = null;
            foreach (Rune rune in line.EnumerateRunes())
            {
                if (from is not { } traditional)
                {
                    from = rune;
                    continue;
                }

                from = null;
                if (traditional.IsBmp && rune.IsBmp)
                {
                    table[traditional.Value] = (ushort)rune.Value;
                    continue;
                }

                s_outside[traditional.Value] = rune.ToString();
                if (traditional.IsBmp)
                {
                    table[traditional.Value] = OutsideTable;
                }
            }
        }
    }

    // A compatibility form may lead to a traditional character, and that to a simplified one.
    private static void FollowChains(ushort[] table)
    {
        for (int i = 0; i < table.Length; i++)
        {
            for (int steps = 0; steps < 4 && IsPlain(table[i]) && table[table[i]] != table[i]; steps++)
            {
                int next = table[i];
                table[i] = table[next];
                if (table[i] == OutsideTable)
                {
                    s_outside[i] = s_outside[next];
                }
            }
        }
    }
}
