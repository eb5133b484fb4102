namespace Gongxing.Text;

internal enum Cut
{
    Sentence,
    Clause,
    Item,
}

/// <summary>Yields the spans of a text that is cut at punctuation; allocates nothing, in linear time.</summary>
public ref struct SegmentEnumerator
{
    // A pair further apart is taken for two lone marks: quotations in running text are shorter.
    private const int LongestPair = 120;

    private const string Openers = "（(〔【[［“‘「『《〈\"";
    private const string ClosersInOrder = "）)〕】]］”’」』》〉\"";

    // After a closing mark the sentence goes on with these: “谁来干？”的追问, “怎么办？”，他说.
    private const string Continuations = "，、,；;：:。的等和与及或";

    private const byte Mark = 0x10;
    private const byte LineEnd = 0x20;
    private const byte Opener = 0x40;
    private const byte Closer = 0x80;
    private const byte KindMask = 0x0F;

    // What a character may be: flags, and the kind of its pair.
    private static readonly byte[] s_roles = Roles();

    private static readonly string[] s_abbreviations =
        ["no", "nos", "mr", "mrs", "ms", "dr", "prof", "st", "vs", "etc", "fig", "vol", "ltd", "co", "inc"];

    private readonly ReadOnlySpan<char> _text;
    private readonly int _offset;
    private readonly Cut _cut;
    private int _next;

    // Inside a pair of quotes or brackets up to this position.
    private int _held;

    internal SegmentEnumerator(ReadOnlySpan<char> text, int offset, Cut cut)
    {
        _text = text;
        _offset = offset;
        _cut = cut;
    }

    public TextSpan Current { get; private set; }

    public readonly SegmentEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _text.Length)
        {
            return false;
        }

        int start = _next;
        int i = start;
        while (i < _text.Length && char.IsWhiteSpace(_text[i]))
        {
            i++;
        }

        _next = FindEnd(i);
        Current = TextSpan.FromBounds(_offset + start, _offset + _next);
        return true;
    }

    private int FindEnd(int i)
    {
        ReadOnlySpan<byte> roles = s_roles;
        while (i < _text.Length)
        {
            byte role = roles[_text[i]];
            if ((role & (Mark | LineEnd | Opener)) == 0)
            {
                i++;
                continue;
            }

            if ((role & LineEnd) != 0)
            {
                return SkipWhiteSpace(i);
            }

            if ((role & Opener) != 0)
            {
                _held = i >= _held && FindPartner(i) is int partner and >= 0 ? partner + 1 : _held;
            }
            else if (Ends(i))
            {
                int end = SkipMarks(i + 1);
                if (end >= _held && !GoesOn(i, end))
                {
                    return SkipWhiteSpace(end);
                }

                i = end;
                continue;
            }

            i++;
        }

        return _text.Length;
    }

    private readonly bool Ends(int i) => _text[i] switch
    {
        '。' or '！' or '？' or '；' or '…' or '｡' => true,
        '!' or '?' or ';' => !IsBetweenWordCharacters(i),
        '.' => EndsWithFullStop(i),
        '，' or '：' => _cut != Cut.Sentence,
        ',' or ':' => _cut != Cut.Sentence && !IsBetweenWordCharacters(i),
        '、' => _cut == Cut.Item,
        _ => false,
    };

    // Not in 3.5, 1.1, www.gov.cn, e.g., No.5, nor after the number of a list item.
    private readonly bool EndsWithFullStop(int i)
    {
        if (i == 0)
        {
            return false;
        }

        char before = _text[i - 1];
        if (i + 1 < _text.Length && _text[i + 1] == '.')
        {
            return i + 2 < _text.Length && _text[i + 2] == '.';
        }

        if (before == '.')
        {
            return true;
        }

        if (!char.IsAsciiLetter(before))
        {
            return !char.IsDigit(before);
        }

        int word = i;
        while (word > 0 && char.IsAsciiLetter(_text[word - 1]))
        {
            word--;
        }

        bool abbreviated = i - word == 1 || (word > 0 && _text[word - 1] == '.') || IsAbbreviation(_text[word..i]);
        return !abbreviated && !IsBetweenWordCharacters(i);
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        foreach (string abbreviation in s_abbreviations)
        {
            if (word.Equals(abbreviation, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool IsBetweenWordCharacters(int i) =>
        i > 0 && i + 1 < _text.Length && IsWordCharacter(_text[i - 1]) && IsWordCharacter(_text[i + 1]);

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is (>= '０' and <= '９') or '/' or '=';

    // ？！ …… 。” ！）
    private readonly int SkipMarks(int i)
    {
        while (i < _text.Length && (IsTerminal(_text[i]) || Closes(i)))
        {
            i++;
        }

        return i;
    }

    private static bool IsTerminal(char c) => c is '。' or '！' or '？' or '!' or '?' or '…' or '.' or '｡';

    // A straight quote closes only the pair that is open.
    private readonly bool Closes(int i) =>
        _text[i] == '"' ? i == _held - 1 : (s_roles[_text[i]] & Closer) != 0;

    private readonly bool GoesOn(int mark, int end) =>
        end > mark + 1 && end < _text.Length && (s_roles[_text[end - 1]] & Closer) != 0 && Continuations.Contains(_text[end]);

    // The mark that closes the pair opened at i, on the same line and not too far; -1 when there is none.
    private readonly int FindPartner(int i)
    {
        ReadOnlySpan<byte> roles = s_roles;
        ReadOnlySpan<char> within = _text.Slice(i, Math.Min(LongestPair, _text.Length - i));
        int kind = roles[within[0]] & KindMask;
        int depth = 1;
        for (int j = 1; j < within.Length; j++)
        {
            byte role = roles[within[j]];
            if ((role & LineEnd) != 0)
            {
                return -1;
            }

            if ((role & (Opener | Closer)) == 0 || (role & KindMask) != kind)
            {
                continue;
            }

            depth += (role & Closer) != 0 ? -1 : 1;
            if (depth == 0)
            {
                return i + j;
            }
        }

        return -1;
    }

    private readonly int SkipWhiteSpace(int i)
    {
        while (i < _text.Length && char.IsWhiteSpace(_text[i]))
        {
            i++;
        }

        return i;
    }

    private static byte[] Roles()
    {
        byte[] roles = new byte[char.MaxValue + 1];
        foreach (char c in "。！？!?；;….｡,，：:、")
        {
            roles[c] = Mark;
        }

        foreach (char c in "\n\r\v\f\u0085\u2028\u2029")
        {
            roles[c] = LineEnd;
        }

        for (int i = 0; i < Openers.Length; i++)
        {
            // Round brackets of both widths are one kind, as are square ones of every shape: people mix them.
            int kind = i switch { < 2 => 0, < 6 => 2, _ => i };
            roles[Openers[i]] |= (byte)(Opener | kind);
            roles[ClosersInOrder[i]] |= (byte)(Closer | kind);
        }

        return roles;
    }
}
