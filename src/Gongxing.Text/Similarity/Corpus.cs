namespace Gongxing.Text.Similarity;

/// <summary>Texts in an order of their own, so that the order in which they were given changes nothing.</summary>
internal sealed class Corpus
{
    private readonly string[] _texts;
    private readonly int[] _given;

    public Corpus(IReadOnlyList<string> texts)
    {
        _texts = [.. texts];
        _given = [.. Enumerable.Range(0, _texts.Length)];
        Array.Sort(_texts, _given, Comparer<string>.Create(Compare));
    }

    public IReadOnlyList<string> Texts => _texts;

    public int Count => _texts.Length;

    public string this[int text] => _texts[text];

    /// <summary>The number under which a text was given.</summary>
    public int Given(int text) => _given[text];

    /// <summary>The order in which two texts are compared, whichever was asked about.</summary>
    public static int Compare(string? one, string? other)
    {
        int byLength = one!.Length.CompareTo(other!.Length);
        return byLength != 0 ? byLength : string.CompareOrdinal(one, other);
    }

    /// <summary>Cuts the texts into so many runs of about equal length.</summary>
    public int[] Cut(int parts)
    {
        long total = _texts.Sum(static text => (long)text.Length + 1);
        int[] starts = new int[parts + 1];
        starts[parts] = _texts.Length;
        long sum = 0;
        int part = 1;
        for (int i = 0; i < _texts.Length; i++)
        {
            sum += _texts[i].Length + 1;
            while (part < parts && sum >= total * part / parts)
            {
                starts[part++] = i + 1;
            }
        }

        return starts;
    }
}
