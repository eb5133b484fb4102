using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>What of a text stands in others that were handed over, as <see cref="NearDuplicates"/> compares: by letters alone.</summary>
/// <remarks>Where a copy was edited, what is left of it on both sides is still found.</remarks>
public sealed class GivenWording
{
    // Fewer letters are equal by chance, and many more would lose what was edited.
    private const int FewestLetters = 6;

    private readonly HashSet<string> _stretches = new(StringComparer.Ordinal);

    public GivenWording(IEnumerable<string> texts)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> stretches = _stretches.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (string text in texts)
        {
            ushort[] form = new ushort[text.Length + 1];
            ReadOnlySpan<char> letters = Letters(form.AsSpan(0, ComparisonForm.Write(text, form)));
            for (int i = 0; i + FewestLetters <= letters.Length; i++)
            {
                stretches.Add(letters.Slice(i, FewestLetters));
            }
        }
    }

    /// <summary>In order; no two overlap.</summary>
    public IReadOnlyList<TextSpan> In(string text)
    {
        var found = new List<TextSpan>();
        if (_stretches.Count == 0)
        {
            return found;
        }

        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> stretches = _stretches.GetAlternateLookup<ReadOnlySpan<char>>();
        ushort[] form = new ushort[text.Length + 1];
        int[] starts = new int[form.Length];
        int length = ComparisonForm.Write(text, form, starts);
        var located = new LocatedText(text, form.AsSpan(0, length), starts.AsSpan(0, length));
        ReadOnlySpan<char> letters = Letters(located.Form);
        int end = 0;
        for (int i = 0; i + FewestLetters <= letters.Length; i++)
        {
            if (!stretches.Contains(letters.Slice(i, FewestLetters)))
            {
                continue;
            }

            TextSpan known = located.Span(i, i + FewestLetters);
            if (i < end)
            {
                found[^1] = TextSpan.Cover(found[^1], known);
            }
            else
            {
                found.Add(known);
            }

            end = i + FewestLetters;
        }

        return found;
    }

    private static ReadOnlySpan<char> Letters(ReadOnlySpan<ushort> form) => MemoryMarshal.Cast<ushort, char>(form);
}
