using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Gongxing.Text.Similarity;

/// <summary>
/// A text as it is compared: letters and ideographs only, of one width, case and script, and every number as one 0.
/// </summary>
/// <remarks>
/// So neither layout nor punctuation nor another year hides what was copied. Where a unit was written is not stored: it is
/// asked for again for the few texts that reach a report.
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
    /// <param name="starts">As long as the form, to be told where each unit was written; or empty.</param>
    /// <returns>How many units the form has.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<ushort> form, Span<int> starts = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(form.Length, text.Length);
        if (!starts.IsEmpty)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(starts.Length, text.Length);
        }

        if (text.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return WriteWithPairs(text, form, starts);
        }

        return starts.IsEmpty ? WritePlain(text, form) : WritePlain(text, form, starts);
    }

    // No branch on what is dropped, which every mark between two letters would lead astray: it is written over by what comes next.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int WritePlain(ReadOnlySpan<char> text, Span<ushort> form)
    {
        ref ushort table = ref MemoryMarshal.GetArrayDataReference(s_table);
        ref char from = ref MemoryMarshal.GetReference(text);
        ref ushort to = ref MemoryMarshal.GetReference(form);
        nint length = 0;
        for (nint i = 0; i < text.Length; i++)
        {
            ushort unit = Unsafe.Add(ref table, (nint)Unsafe.Add(ref from, i));
            if (unit == Number && length > 0 && Unsafe.Add(ref to, length - 1) == Number)
            {
                continue;
            }

            Unsafe.Add(ref to, length) = unit;
            length += Unsafe.BitCast<bool, byte>(unit != 0);
        }

        return (int)length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int WritePlain(ReadOnlySpan<char> text, Span<ushort> form, Span<int> starts)
    {
        ref ushort table = ref MemoryMarshal.GetArrayDataReference(s_table);
        ref char from = ref MemoryMarshal.GetReference(text);
        ref ushort to = ref MemoryMarshal.GetReference(form);
        ref int start = ref MemoryMarshal.GetReference(starts);
        nint length = 0;
        for (nint i = 0; i < text.Length; i++)
        {
            ushort unit = Unsafe.Add(ref table, (nint)Unsafe.Add(ref from, i));
            if (unit == Number && length > 0 && Unsafe.Add(ref to, length - 1) == Number)
            {
                continue;
            }

            Unsafe.Add(ref to, length) = unit;
            Unsafe.Add(ref start, length) = (int)i;
            length += Unsafe.BitCast<bool, byte>(unit != 0);
        }

        return (int)length;
    }

    /// <summary>What was written for a unit that begins at <paramref name="start"/>.</summary>
    /// <param name="limit">Where the next unit begins, or the end of the text.</param>
    public static TextSpan SpanOf(ReadOnlySpan<char> text, ushort unit, int start, int limit)
    {
        if (unit != Number)
        {
            return new TextSpan(start, start + 1 < text.Length && char.IsSurrogatePair(text[start], text[start + 1]) ? 2 : 1);
        }

        // To its last digit: what stands between digits belongs to the number, what follows does not.
        int end = limit;
        while (UnitBefore(text, end, out int width) != Number)
        {
            end -= width;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static ushort UnitBefore(ReadOnlySpan<char> text, int end, out int width)
    {
        bool pair = end > 1 && char.IsSurrogatePair(text[end - 2], text[end - 1]);
        width = pair ? 2 : 1;
        return pair ? Inside(new Rune(text[end - 2], text[end - 1])) : s_table[text[end - 1]];
    }

    private static int WriteWithPairs(ReadOnlySpan<char> text, Span<ushort> form, Span<int> starts)
    {
        int length = 0;
        int width;
        for (int i = 0; i < text.Length; i += width)
        {
            bool pair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            width = pair ? 2 : 1;
            ushort unit = pair ? Inside(new Rune(text[i], text[i + 1])) : s_table[text[i]];
            if (unit == 0 || (unit == Number && length > 0 && form[length - 1] == Number))
            {
                continue;
            }

            bool stays = char.IsSurrogate((char)unit);
            for (int half = 0; half < (stays ? 2 : 1); half++)
            {
                form[length] = stays ? text[i + half] : unit;
                if (!starts.IsEmpty)
                {
                    starts[length] = i;
                }

                length++;
            }
        }

        return length;
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
