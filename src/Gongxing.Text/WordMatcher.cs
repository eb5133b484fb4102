using System.Runtime.InteropServices;

namespace Gongxing.Text;

/// <summary>A place where one of the matcher's words stands.</summary>
/// <param name="Word">Which word, by its place in the list the matcher was made from.</param>
public readonly record struct WordMatch(TextSpan Span, int Word);

/// <summary>Finds many words in one pass over a text (Aho and Corasick, 1975), by equal UTF-16 units.</summary>
/// <remarks>
/// Texts and words must be normalised in the same way to meet. Searching allocates nothing, and one matcher may serve many
/// threads. The trie lies in a double array: the child of <c>s</c> by <c>c</c> stands at the base of <c>s</c> plus the code
/// of <c>c</c>, if the state there says that its parent is <c>s</c>. All is linear in the text; <see cref="Longest"/> may
/// read on and come back by less than the longest word for a match.
/// </remarks>
public sealed class WordMatcher
{
    private const int Root = 1;

    private readonly string[] _words;
    private readonly ushort[] _code = new ushort[char.MaxValue + 1];
    private readonly State[] _states;
    private readonly int[] _depth;

    // The word that ends in a state, or -1; and the nearest shorter state in which a word ends, or 0.
    private readonly int[] _word;
    private readonly int[] _shorter;

    // A bit for each character that a word begins with. Most of a text begins none, and this is small enough to stay near.
    private readonly uint[] _openers = new uint[(char.MaxValue + 1) / 32];

    /// <exception cref="ArgumentException">A word is empty.</exception>
    public WordMatcher(IEnumerable<string> words)
    {
        _words = [.. words];
        if (_words.Contains(""))
        {
            throw new ArgumentException("An empty word would be everywhere.", nameof(words));
        }

        var trie = new WordTrie(_words, _code);
        (_depth, _word, _shorter) = (trie.Depth, trie.Word, trie.Shorter);
        _states = new State[trie.Parent.Length];
        for (int i = 0; i < _states.Length; i++)
        {
            int ending = _word[i] >= 0 ? i : _shorter[i];
            _states[i] = new State(trie.Base[i], trie.Parent[i], trie.Fallback[i], ending);
        }

        foreach (string word in _words)
        {
            _openers[word[0] >> 5] |= 1u << (word[0] & 31);
        }
    }

    /// <summary>The words, in the order given; of equal words only the first is ever found.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>Every place of every word, by where it ends, the longer first.</summary>
    public AllMatches All(ReadOnlySpan<char> text) => new(this, text);

    /// <summary>Matches that do not overlap: the leftmost, of those the longest, and then on after it.</summary>
    public LongestMatches Longest(ReadOnlySpan<char> text) => new(this, text);

    public bool IsIn(ReadOnlySpan<char> text) => new AllMatches(this, text).MoveNext();

    // The next place from which on a word can stand; the end of the text for none.
    private int SkipToOpener(ReadOnlySpan<char> text, int from)
    {
        uint[] openers = _openers;
        while (from < text.Length && (openers[text[from] >> 5] & (1u << (text[from] & 31))) == 0)
        {
            from++;
        }

        return from;
    }

    private int Step(int state, char c)
    {
        int code = _code[c];
        if (code == 0)
        {
            return Root;
        }

        State[] states = _states;
        while (true)
        {
            int next = states[state].Base + code;
            if (states[next].Parent == state)
            {
                return next;
            }

            if (state == Root)
            {
                return Root;
            }

            state = states[state].Fallback;
        }
    }

    // Ending: the state of the longest word that ends here, or 0. What one step needs lies on one line of the cache.
    private readonly record struct State(int Base, int Parent, int Fallback, int Ending);

    [StructLayout(LayoutKind.Auto)]
    public ref struct AllMatches
    {
        private readonly WordMatcher _matcher;
        private readonly ReadOnlySpan<char> _text;
        private int _position;
        private int _state = Root;
        private int _pending;

        internal AllMatches(WordMatcher matcher, ReadOnlySpan<char> text)
        {
            _matcher = matcher;
            _text = text;
        }

        public WordMatch Current { get; private set; }

        public readonly AllMatches GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_pending == 0)
            {
                _position = _state == Root ? _matcher.SkipToOpener(_text, _position) : _position;
                if (_position == _text.Length)
                {
                    return false;
                }

                _state = _matcher.Step(_state, _text[_position++]);
                _pending = _matcher._states[_state].Ending;
            }

            int length = _matcher._depth[_pending];
            Current = new WordMatch(new TextSpan(_position - length, length), _matcher._word[_pending]);
            _pending = _matcher._shorter[_pending];
            return true;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    public ref struct LongestMatches
    {
        private readonly WordMatcher _matcher;
        private readonly ReadOnlySpan<char> _text;
        private int _position;

        internal LongestMatches(WordMatcher matcher, ReadOnlySpan<char> text)
        {
            _matcher = matcher;
            _text = text;
        }

        public WordMatch Current { get; private set; }

        public readonly LongestMatches GetEnumerator() => this;

        public bool MoveNext()
        {
            int state = Root;
            bool found = false;
            TextSpan best = default;
            int word = -1;
            for (int i = _position; i < _text.Length; i++)
            {
                i = state == Root ? _matcher.SkipToOpener(_text, i) : i;
                if (i == _text.Length)
                {
                    break;
                }

                state = _matcher.Step(state, _text[i]);

                // What can still grow begins here; once that is right of the best match, the best is final.
                if (found && i + 1 - _matcher._depth[state] > best.Start)
                {
                    break;
                }

                int ending = _matcher._states[state].Ending;
                if (ending == 0)
                {
                    continue;
                }

                int length = _matcher._depth[ending];
                int start = i + 1 - length;
                if (!found || start <= best.Start)
                {
                    (found, best, word) = (true, new TextSpan(start, length), _matcher._word[ending]);
                }
            }

            _position = best.End;
            Current = new WordMatch(best, word);
            return found;
        }
    }
}
