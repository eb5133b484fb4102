using System.Buffers;

namespace Gongxing.Text;

/// <summary>The normalised text while it grows; rented, so that normalising allocates no more than its result.</summary>
internal ref struct FoldingBuffer
{
    private const int LongestReading = 6;

    private readonly NormalizationOptions _options;
    private readonly bool _withMap;
    private char[] _text;
    private int[] _rawStarts;
    private int _length;

    // Where white space was met that is only written if what follows is narrow too; -1 for none.
    private int _space = -1;

    public FoldingBuffer(int capacity, NormalizationOptions options, bool withMap)
    {
        _options = options;
        _withMap = withMap;
        _text = ArrayPool<char>.Shared.Rent(capacity + 2);
        _rawStarts = withMap ? ArrayPool<int>.Shared.Rent(_text.Length) : [];
    }

    public readonly ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    public readonly ReadOnlySpan<int> RawStarts => _rawStarts.AsSpan(0, _length);

    public void Append(ReadOnlySpan<char> raw, int rawOffset)
    {
        ReadOnlySpan<ushort> table = FoldingTable.Bmp;
        for (int i = 0; i < raw.Length; i++)
        {
            ushort folded = table[raw[i]];
            if (FoldingTable.IsPlain(folded))
            {
                Write((char)folded, rawOffset + i);
                continue;
            }

            switch (folded)
            {
                case FoldingTable.Drop:
                    break;
                case FoldingTable.Space:
                    MarkSpace(rawOffset + i);
                    break;
                case FoldingTable.LineEnd:
                    i += WriteLineEnd(raw, i, rawOffset);
                    break;
                case FoldingTable.Quote or FoldingTable.SingleQuote:
                    if ((_options & NormalizationOptions.DropQuotes) == 0)
                    {
                        Write(folded == FoldingTable.Quote ? '"' : '\'', rawOffset + i);
                    }

                    break;
                case FoldingTable.Close:
                    Write(')', rawOffset + i);
                    DropReading();
                    break;
                default:
                    i += WriteOutsideTable(raw, i, rawOffset);
                    break;
            }
        }
    }

    public readonly void Dispose()
    {
        ArrayPool<char>.Shared.Return(_text);
        if (_withMap)
        {
            ArrayPool<int>.Shared.Return(_rawStarts);
        }
    }

    private static bool IsNarrow(char c) => c < '\u2010' && c != '\n';

    private static bool IsHan(char c) => c is (>= '\u3400' and <= '\u9FFF') or '〇' || char.IsSurrogate(c);

    private void Write(char c, int rawStart)
    {
        if (_space >= 0)
        {
            int space = _space;
            _space = -1;
            if (_length > 0 && IsNarrow(_text[_length - 1]) && IsNarrow(c))
            {
                Write(' ', space);
            }
        }

        if (_length == _text.Length)
        {
            Grow();
        }

        _text[_length] = c;
        if (_withMap)
        {
            _rawStarts[_length] = rawStart;
        }

        _length++;
    }

    private void MarkSpace(int rawStart)
    {
        if (_space < 0)
        {
            _space = rawStart;
        }
    }

    // Returns how many more units of the raw text it took.
    private int WriteLineEnd(ReadOnlySpan<char> raw, int i, int rawOffset)
    {
        if ((_options & NormalizationOptions.JoinLines) != 0)
        {
            MarkSpace(rawOffset + i);
            return 0;
        }

        _space = -1;
        Write('\n', rawOffset + i);
        return raw[i] == '\r' && i + 1 < raw.Length && raw[i + 1] == '\n' ? 1 : 0;
    }

    // Characters with a counterpart beyond the BMP, and surrogates. Returns how many more units it took.
    private int WriteOutsideTable(ReadOnlySpan<char> raw, int i, int rawOffset)
    {
        bool pair = i + 1 < raw.Length && char.IsSurrogatePair(raw[i], raw[i + 1]);
        int codePoint = pair ? char.ConvertToUtf32(raw[i], raw[i + 1]) : raw[i];
        if (FoldingTable.TryFold(codePoint, out string? folded))
        {
            foreach (char c in folded)
            {
                Write(c, rawOffset + i);
            }
        }
        else
        {
            Write(raw[i], rawOffset + i);
            if (pair)
            {
                Write(raw[i + 1], rawOffset + i);
            }
        }

        return pair ? 1 : 0;
    }

    // 领(dǎo) → 领. A mark of tone is asked for, so that 互联网(app) keeps its word.
    private void DropReading()
    {
        bool tone = false;
        for (int i = _length - 2; i > 0 && i >= _length - 2 - LongestReading; i--)
        {
            char c = _text[i];
            if (c == '(')
            {
                if (tone && i < _length - 2 && IsHan(_text[i - 1]))
                {
                    _length = i;
                }

                return;
            }

            if (!FoldingTable.IsReading(c, ref tone))
            {
                return;
            }
        }
    }

    private void Grow()
    {
        char[] text = ArrayPool<char>.Shared.Rent(_length * 2);
        _text.CopyTo(text, 0);
        ArrayPool<char>.Shared.Return(_text);
        _text = text;
        if (_withMap)
        {
            int[] rawStarts = ArrayPool<int>.Shared.Rent(text.Length);
            _rawStarts.CopyTo(rawStarts, 0);
            ArrayPool<int>.Shared.Return(_rawStarts);
            _rawStarts = rawStarts;
        }
    }
}
