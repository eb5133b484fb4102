namespace Gongxing.Review.Structure;

/// <summary>The words that can stand as labels, found at a given place, the longest first.</summary>
internal sealed class LabelTable
{
    private readonly Dictionary<char, (string Word, LabelRole Role)[]> _byFirst;

    public LabelTable(IEnumerable<(string Word, LabelRole Role)> labels) =>
        _byFirst = labels
            .GroupBy(label => label.Word[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(label => label.Word.Length).ToArray());

    /// <summary>The characters that labels begin with.</summary>
    public string Starts => new([.. _byFirst.Keys]);

    public bool TryMatchAt(ReadOnlySpan<char> text, int at, out int length, out LabelRole role)
    {
        if (at < text.Length && _byFirst.TryGetValue(text[at], out (string Word, LabelRole Role)[]? labels))
        {
            ReadOnlySpan<char> rest = text[at..];
            foreach ((string word, LabelRole found) in labels)
            {
                if (rest.StartsWith(word))
                {
                    (length, role) = (word.Length, found);
                    return true;
                }
            }
        }

        (length, role) = (0, LabelRole.None);
        return false;
    }
}
