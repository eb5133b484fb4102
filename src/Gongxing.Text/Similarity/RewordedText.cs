namespace Gongxing.Text.Similarity;

/// <summary>The letters of a text, folded, with a gap wherever something else stood or was left out.</summary>
internal sealed class RewordedText
{
    public const char Gap = '\0';

    private readonly NormalizedText _normalized;
    private readonly int[] _places;

    /// <param name="leftOut">What is not looked at, in the text as written.</param>
    public RewordedText(string text, IEnumerable<TextSpan> leftOut)
    {
        _normalized = NormalizedText.Of(text);
        bool[] isLeftOut = new bool[text.Length];
        foreach (TextSpan span in leftOut)
        {
            isLeftOut.AsSpan(span.Start, span.Length).Fill(true);
        }

        var letters = new List<char>(_normalized.Text.Length);
        var places = new List<int>(_normalized.Text.Length);
        for (int i = 0; i < _normalized.Text.Length; i++)
        {
            char letter = _normalized.Text[i];
            bool counts = char.IsLetterOrDigit(letter) && !isLeftOut[_normalized.ToRaw(i)];
            if (counts || (letters.Count > 0 && letters[^1] != Gap))
            {
                letters.Add(counts ? letter : Gap);
                places.Add(i);
            }
        }

        Letters = [.. letters];
        _places = [.. places];
    }

    public char[] Letters { get; }

    /// <summary>Where some of the letters were written.</summary>
    public TextSpan Span(int start, int end) =>
        _normalized.ToRaw(TextSpan.FromBounds(_places[start], _places[end - 1] + 1));

    /// <summary>Makes gaps of stretches that so many of the texts have: they are nobody's.</summary>
    public static void LeaveOutCommon(IReadOnlyList<RewordedText> texts, int stretch, int many)
    {
        var seen = new Dictionary<ulong, (int Text, int Texts)>();
        for (int text = 0; text < texts.Count; text++)
        {
            foreach ((int _, ulong hash) in texts[text].Stretches(stretch))
            {
                (int last, int count) = seen.GetValueOrDefault(hash, (-1, 0));
                seen[hash] = (text, last == text ? count : count + 1);
            }
        }

        foreach (RewordedText text in texts)
        {
            int[] common = [.. text.Stretches(stretch).Where(one => seen[one.Hash].Texts >= many).Select(one => one.Place)];
            foreach (int place in common)
            {
                text.Letters.AsSpan(place, stretch).Clear();
            }
        }
    }

    private IEnumerable<(int Place, ulong Hash)> Stretches(int stretch)
    {
        int length = 0;
        for (int i = 0; i < Letters.Length; i++)
        {
            length = Letters[i] == Gap ? 0 : length + 1;
            if (length < stretch)
            {
                continue;
            }

            ulong hash = 0;
            for (int j = i + 1 - stretch; j <= i; j++)
            {
                hash = (hash * 0x9E37_79B9_7F4A_7C15) + Letters[j] + 1;
            }

            yield return (i + 1 - stretch, hash);
        }
    }
}
