namespace Gongxing.Text;

/// <summary>Builds the arrays of a <see cref="WordMatcher"/>.</summary>
internal sealed class WordTrie
{
    private const int Root = 1;

    private readonly string[] _words;
    private readonly ushort[] _code;
    private readonly int _codes;

    // The lowest place that may be free: keeps the search for room from starting at the beginning each time.
    private int _firstFree = Root + 1;

    public WordTrie(string[] words, ushort[] code)
    {
        _words = words;
        _code = code;
        foreach (string word in words)
        {
            foreach (char c in word)
            {
                if (code[c] == 0)
                {
                    code[c] = checked((ushort)++_codes);
                }
            }
        }

        int room = words.Sum(word => word.Length) + _codes + 2;
        (Base, Parent, Depth, Word) = (new int[room], new int[room], new int[room], new int[room]);
        Array.Fill(Word, -1);
        int[] order = [.. Enumerable.Range(0, words.Length)];
        Array.Sort(order, (a, b) => string.CompareOrdinal(words[a], words[b]) is var c && c != 0 ? c : a - b);
        var states = new List<int> { Root };
        Place(order, states);

        Fallback = new int[Parent.Length];
        Shorter = new int[Parent.Length];
        LinkFallbacks(states);
    }

    public int[] Base { get; private set; }

    public int[] Parent { get; private set; }

    public int[] Depth { get; private set; }

    public int[] Word { get; private set; }

    public int[] Fallback { get; }

    public int[] Shorter { get; }

    // Breadth first: a range of the sorted words shares the state's prefix.
    private void Place(int[] order, List<int> states)
    {
        var ranges = new Queue<(int State, int From, int To)>();
        ranges.Enqueue((Root, 0, order.Length));
        var children = new List<(char C, int From, int To)>();
        while (ranges.TryDequeue(out var range))
        {
            int depth = Depth[range.State];
            children.Clear();
            for (int i = range.From; i < range.To; i++)
            {
                string word = _words[order[i]];
                if (word.Length == depth)
                {
                    Word[range.State] = Word[range.State] < 0 ? order[i] : Word[range.State];
                }
                else if (children.Count > 0 && children[^1].C == word[depth])
                {
                    children[^1] = children[^1] with { To = i + 1 };
                }
                else
                {
                    children.Add((word[depth], i, i + 1));
                }
            }

            int place = FindRoom(children);
            Base[range.State] = place;
            foreach ((char c, int from, int to) in children)
            {
                int state = place + _code[c];
                Parent[state] = range.State;
                Depth[state] = depth + 1;
                states.Add(state);
                ranges.Enqueue((state, from, to));
            }
        }
    }

    private int FindRoom(List<(char C, int From, int To)> children)
    {
        if (children.Count == 0)
        {
            return 0;
        }

        while (_firstFree < Parent.Length && Parent[_firstFree] != 0)
        {
            _firstFree++;
        }

        int lowest = children.Min(child => (int)_code[child.C]);
        for (int place = Math.Max(1, _firstFree - lowest); ; place++)
        {
            Reserve(place + _codes + 1);
            if (children.TrueForAll(child => Parent[place + _code[child.C]] == 0))
            {
                return place;
            }
        }
    }

    private void Reserve(int length)
    {
        if (length <= Parent.Length)
        {
            return;
        }

        int old = Parent.Length;
        int room = Math.Max(length, old * 2);
        (int[] bases, int[] parent, int[] depth, int[] word) = (Base, Parent, Depth, Word);
        Array.Resize(ref bases, room);
        Array.Resize(ref parent, room);
        Array.Resize(ref depth, room);
        Array.Resize(ref word, room);
        Array.Fill(word, -1, old, room - old);
        (Base, Parent, Depth, Word) = (bases, parent, depth, word);
    }

    private void LinkFallbacks(List<int> states)
    {
        Fallback[Root] = Root;
        foreach (int state in states.Skip(1))
        {
            int parent = Parent[state];
            int code = state - Base[parent];
            int fallback = Root;
            for (int from = parent; from != Root;)
            {
                from = Fallback[from];
                int next = Base[from] + code;
                if (Parent[next] == from)
                {
                    fallback = next;
                    break;
                }
            }

            Fallback[state] = fallback;
            Shorter[state] = Word[fallback] >= 0 ? fallback : Shorter[fallback];
        }
    }
}
