namespace Gongxing.Text;

/// <summary>
/// Words that a text may begin or end with, of which only those with the right character there are compared.
/// </summary>
/// <remarks>By equal UTF-16 units, as <see cref="WordMatcher"/>; texts and words must be normalised alike.</remarks>
public sealed class EdgeWords
{
    private readonly Lazy<Groups> _starts;
    private readonly Lazy<Groups> _ends;

    /// <exception cref="ArgumentException">A word is empty.</exception>
    public EdgeWords(IEnumerable<string> words)
    {
        string[] all = [.. words];
        if (all.Contains(""))
        {
            throw new ArgumentException("An empty word would be everywhere.", nameof(words));
        }

        _starts = new(() => new Groups(all, word => word[0]));
        _ends = new(() => new Groups(all, word => word[^1]));
    }

    /// <summary>The characters that words begin with.</summary>
    public string Starts => _starts.Value.Characters;

    /// <summary>How long the longest word is that the text begins with; 0 for none.</summary>
    public int LengthAtStart(ReadOnlySpan<char> text)
    {
        foreach (string word in text.IsEmpty ? [] : _starts.Value.Of(text[0]))
        {
            if (text.StartsWith(word))
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>How long the longest word is that the text ends with; 0 for none.</summary>
    public int LengthAtEnd(ReadOnlySpan<char> text)
    {
        foreach (string word in text.IsEmpty ? [] : _ends.Value.Of(text[^1]))
        {
            if (text.EndsWith(word))
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>The words by the character that tells them apart, the longer first.</summary>
    private sealed class Groups
    {
        private readonly string[][] _words;

        public Groups(string[] words, Func<string, char> edge)
        {
            string[] byEdge = [.. words];
            Array.Sort(byEdge, (a, b) => edge(a) != edge(b) ? edge(a) - edge(b) : b.Length - a.Length);
            var characters = new List<char>();
            var groups = new List<string[]>();
            for (int i = 0, from = 0; i < byEdge.Length; i++)
            {
                if (i + 1 == byEdge.Length || edge(byEdge[i + 1]) != edge(byEdge[i]))
                {
                    characters.Add(edge(byEdge[i]));
                    groups.Add(byEdge[from..(i + 1)]);
                    from = i + 1;
                }
            }

            (Characters, _words) = (new string([.. characters]), [.. groups]);
        }

        public string Characters { get; }

        public string[] Of(char edge) => Characters.IndexOf(edge) is var at and >= 0 ? _words[at] : [];
    }
}
