using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Gongxing.Text.Similarity;

/// <summary>
/// A text as it is compared: letters and ideographs only, of one width, case and script, and every number as one 0.
/// </summary>
/// <remarks>
/// So neither layout nor punctuation nor another year hides what was copied. Where a unit was written is not kept:
/// <see cref="Locate"/> goes over the text once more for the few that reach a report.
/// </remarks>
internal static class ComparisonForm
{
    /// <summary>Changes with every change of the form; seeds of another version cannot be compared.</summary>
    public const int Version = 1;

    internal const ushort Number = '0';
    private const string Numerals = "零〇一二三四五六七八九十";

    // Ideographs beyond the BMP whose traditional form, or whose simplified one, lies in it.
    private static readonly Dictionary<int, ushort> s_inside = [];
    private static readonly ushort[] s_table = Build();

    /// <summary>Writes the form of a text; <paramref name="form"/> must be longer than the text.</summary>
    /// <returns>How many units the form has.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<ushort> form)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(form.Length, text.Length);
        if (text.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return WriteWithPairs(text, form, []);
        }

        // No branches: what is dropped is written over by what comes next.
        ref ushort table = ref MemoryMarshal.GetArrayDataReference(s_table);
        ref char from = ref MemoryMarshal.GetReference(text);
        ref ushort to = ref MemoryMarshal.GetReference(form);
        nint length = 0;
        uint last = 0;
        for (nint i = 0; i < text.Length; i++)
        {
            uint unit = Unsafe.Add(ref table, (nint)Unsafe.Add(ref from, i));
            Unsafe.Add(ref to, length) = (ushort)unit;
            bool keep = (unit != 0) & ((unit != Number) | (last != Number));
            length += Unsafe.BitCast<bool, byte>(keep);
            last = unit != 0 ? unit : last;
        }

        return (int)length;
    }

    /// <summary>Writes the form, and for each of its units the span of the text it stands for.</summary>
    public static int Locate(ReadOnlySpan<char> text, Span<ushort> form, Span<TextSpan> spans)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(form.Length, text.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(spans.Length, text.Length);
        return WriteWithPairs(text, form, spans);
    }

    private static int WriteWithPairs(ReadOnlySpan<char> text, Span<ushort> form, Span<TextSpan> spans)
    {
        int length = 0;
        int width;
        for (int i = 0; i < text.Length; i += width)
        {
            bool pair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            width = pair ? 2 : 1;
            ushort unit = pair ? Inside(new Rune(text[i], text[i + 1])) : s_table[text[i]];
            if (unit == 0)
            {
                continue;
            }

            if (unit == Number && length > 0 && form[length - 1] == Number)
            {
                Mark(spans, length - 1, TextSpan.FromBounds(spans.IsEmpty ? 0 : spans[length - 1].Start, i + width));
                continue;
            }

            if (char.IsSurrogate((char)unit))
            {
                form[length] = text[i];
                Mark(spans, length++, new TextSpan(i, width));
                unit = text[i + 1];
            }

            form[length] = unit;
            Mark(spans, length++, new TextSpan(i, width));
        }

        return length;
    }

    private static void Mark(Span<TextSpan> spans, int at, TextSpan span)
    {
        if (!spans.IsEmpty)
        {
            spans[at] = span;
        }
    }

    /// <summary>The unit a character beyond the BMP becomes; a surrogate for one that stays the pair it is.</summary>
    private static ushort Inside(Rune rune) =>
        s_inside.TryGetValue(rune.Value, out ushort unit) ? unit
        : Rune.IsLetter(rune) ? (ushort)0xD800
        : Rune.IsNumber(rune) ? Number
        : (ushort)0;

    private static ushort[] Build()
    {
        ReadOnlySpan<ushort> folding = FoldingTable.Bmp;
        ushort[] table = new ushort[char.MaxValue + 1];
        for (int c = 0; c < table.Length; c++)
        {
            ushort folded = folding[c];
            table[c] = FoldingTable.IsPlain(folded) ? Unit((char)folded) : Outside(c);
        }

        // Both forms may lie beyond the BMP, or only the traditional one.
        foreach ((int from, string to) in FoldingTable.Outside.OrderBy(pair => pair.Key))
        {
            int simplified = Rune.GetRuneAt(to, 0).Value;
            if (from > char.MaxValue && simplified <= char.MaxValue)
            {
                s_inside[from] = table[simplified];
            }
            else if (from > char.MaxValue && s_inside.TryGetValue(simplified, out ushort unit))
            {
                s_inside[from] = unit;
            }
        }

        return table;
    }

    private static ushort Unit(char c) =>
        char.IsNumber(c) || Numerals.Contains(c) ? Number
        : char.IsLetter(c) ? c
        : (ushort)0;

    // The simplified form lies beyond the BMP: the first traditional one then stands for all of them, so that the form
    // never needs two units for one of the text.
    private static ushort Outside(int c)
    {
        if (!FoldingTable.TryFold(c, out string? folded))
        {
            return 0;
        }

        int simplified = Rune.GetRuneAt(folded, 0).Value;
        s_inside.TryAdd(simplified, (ushort)c);
        return s_inside[simplified];
    }
}
