using System.Buffers;

namespace Gongxing.Text;

internal enum Cut
{
    Sentence,
    Clause,
    Item,
}

/// <summary>Yields the spans of a text that is cut at punctuation; allocates nothing and reads each character once or twice.</summary>
public ref struct SegmentEnumerator
{
    // A pair further apart is taken for two lone marks: quotations in running text are shorter.
    private const int LongestPair = 120;

    private const string Openers = "（(〔【[［“‘「『《〈\"";
    private const string ClosersInOrder = "）)〕】]］”’」』》〉\"";

    // After a closing mark the sentence goes on with these: “谁来干？”的追问, “怎么办？”，他说.
    private const string Continuations = "，、,；;：:。的等和与及或";

    private static readonly SearchValues<char> s_marks = SearchValues.Create(
        "。！？!?；;….｡,，：:、\n\r\v\f\u0085\u2028\u2029" + Openers);

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
        while (i < _text.Length)
        {
            int distance = _text[i..].IndexOfAny(s_marks);
            if (distance < 0)
            {
                return _text.Length;
            }

            i += distance;
            if (IsLineEnd(_text[i]))
            {
                return SkipWhiteSpace(i);
            }

            if (i >= _held && FindPartner(i) is int partner and >= 0)
            {
                _held = partner + 1;
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
        _text[i] == '"' ? i == _held - 1 : ClosersInOrder.Contains(_text[i]);

    private readonly bool GoesOn(int mark, int end) =>
        end > mark + 1 && end < _text.Length && ClosersInOrder.Contains(_text[end - 1]) && Continuations.Contains(_text[end]);

    // The mark that closes the pair opened at i, on the same line and not too far; -1 when there is none.
    private readonly int FindPartner(int i)
    {
        int kind = KindOf(Openers, _text[i]);
        if (kind < 0)
        {
            return -1;
        }

        int depth = 1;
        int limit = Math.Min(_text.Length, i + LongestPair);
        for (int j = i + 1; j < limit && !IsLineEnd(_text[j]); j++)
        {
            if (KindOf(ClosersInOrder, _text[j]) == kind)
            {
                depth--;
            }
            else if (KindOf(Openers, _text[j]) == kind)
            {
                depth++;
            }

            if (depth == 0)
            {
                return j;
            }
        }

        return -1;
    }

    // Round brackets of both widths are one kind, as are square ones of every shape: people mix them.
    private static int KindOf(string marks, char c) => marks.IndexOf(c) switch
    {
        0 or 1 => 0,
        >= 2 and <= 5 => 1,
        var other => other,
    };

    private readonly int SkipWhiteSpace(int i)
    {
        while (i < _text.Length && char.IsWhiteSpace(_text[i]))
        {
            i++;
        }

        return i;
    }

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';
}
