namespace Gongxing.Text.Similarity;

/// <summary>Texts in an order of their own, so that the order in which they were given changes nothing.</summary>
/// <remarks>They are asked for again whenever one is needed, so a corpus need not be in memory.</remarks>
internal sealed class Corpus
{
    private readonly IReadOnlyList<string> _texts;
    private readonly int[] _given;
    private readonly int[] _lengths;

    public Corpus(IReadOnlyList<string> texts)
    {
        _texts = texts;
        _given = [.. Enumerable.Range(0, texts.Count)];
        _lengths = new int[texts.Count];
        for (int i = 0; i < _lengths.Length; i++)
        {
            _lengths[i] = texts[i].Length;
        }

        Array.Sort(_lengths, _given);
        for (int start = 0, end; start < _lengths.Length; start = end)
        {
            end = start + 1;
            while (end < _lengths.Length && _lengths[end] == _lengths[start])
            {
                end++;
            }

            SortAlike(start, end);
        }
    }

    /// <summary>How long each text is.</summary>
    public ReadOnlySpan<int> Lengths => _lengths;

    public int Count => _lengths.Length;

    public string this[int text] => _texts[_given[text]];

    /// <summary>The number under which a text was given.</summary>
    public int Given(int text) => _given[text];

    /// <summary>The order in which two texts are compared, whichever was asked about.</summary>
    public static int Compare(string one, string other)
    {
        int byLength = one.Length.CompareTo(other.Length);
        return byLength != 0 ? byLength : string.CompareOrdinal(one, other);
    }

    /// <summary>Cuts the texts into so many runs of about equal length.</summary>
    public int[] Cut(int parts)
    {
        long total = 0;
        foreach (int length in _lengths)
        {
            total += length + 1L;
        }

        int[] starts = new int[parts + 1];
        starts[parts] = _lengths.Length;
        long sum = 0;
        int part = 1;
        for (int i = 0; i < _lengths.Length; i++)
        {
            sum += _lengths[i] + 1L;
            while (part < parts && sum >= total * part / parts)
            {
                starts[part++] = i + 1;
            }
        }

        return starts;
    }

    // Only these are held together. The same text given twice keeps its order.
    private void SortAlike(int start, int end)
    {
        if (end - start == 1)
        {
            return;
        }

        int[] given = _given[start..end];
        Array.Sort(given);
        string[] texts = [.. given.Select(text => _texts[text])];
        int[] order = [.. Enumerable.Range(0, given.Length)];
        Array.Sort(order, (one, other) =>
            string.CompareOrdinal(texts[one], texts[other]) is not 0 and int byText ? byText : one.CompareTo(other));
        for (int i = 0; i < order.Length; i++)
        {
            _given[start + i] = given[order[i]];
        }
    }
}
