using System.Text;

namespace Gongxing.Documents.PlainText;

/// <summary>Finds the encoding of a text file: by its mark, by being strict UTF-8, else by which reading looks most like Chinese.</summary>
/// <remarks>
/// Nearly every file of one two-byte encoding is also a valid file of the others, only full of rare characters. So the candidates
/// are decoded and the share of everyday characters decides; on office prose the right one reaches over one half, a wrong one
/// stays under a tenth.
/// </remarks>
internal static class TextDecoder
{
    /// <summary>Bytes looked at to choose; a multiple of four, so that no candidate is cut in mid-character at its start.</summary>
    private const int Sample = 64 << 10;

    /// <summary>A reading with more than this share of broken or control characters is not text.</summary>
    private const double MostNoise = 0.05;

    /// <summary>A text in two encodings has, read in one of them, still more everyday characters than this share.</summary>
    private const double LeastCommon = 0.1;

    private const double MostlyCommon = 0.3;

    /// <summary>Bytes of a line from which on it is no accident that it is valid in an encoding.</summary>
    private const int ShortestLine = 12;

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static Encoding Utf8 { get; } = new UTF8Encoding(false, true);

    /// <exception cref="UnreadableException">The bytes are no text in any encoding known here.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (Marked(bytes, out int mark) is { } name)
        {
            return DecodeAs(name, bytes[mark..]);
        }

        if (!bytes.Contains((byte)0) && IsUtf8(bytes))
        {
            return new DecodedText(Utf8.GetString(bytes), "utf-8", 0);
        }

        ReadOnlySpan<byte> sample = bytes[..Math.Min(Sample, bytes.Length)];
        string best = "";
        double bestScore = double.MinValue;
        foreach (string candidate in (string[])["utf-8", "gb18030", "big5", "utf-16le", "utf-16be"])
        {
            double score = Score(DecodeAs(candidate, sample).Text);
            if (score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        DecodedText decoded = DecodeAs(best, bytes);
        string detail = $"nearest {best}, score {bestScore:F2}";
        if (Noise(decoded.Text) > MostNoise * decoded.Text.Length)
        {
            throw new UnreadableException(IsPartlyText(sample) ? Unreadable.MixedText : Unreadable.UnknownType, detail);
        }

        return HasOtherLines(best, sample) ? throw new UnreadableException(Unreadable.MixedText, detail) : decoded;
    }

    /// <summary>
    /// Whether more than a few of its bytes are lines of Chinese in another encoding. Read in this one they are rare characters,
    /// and most of them are no noise.
    /// </summary>
    private static bool HasOtherLines(string best, ReadOnlySpan<byte> bytes)
    {
        int other = 0;
        string[] candidates = best is "utf-8" ? ["gb18030", "big5"] : best is "gb18030" or "big5" ? ["utf-8"] : [];
        foreach (Range range in bytes.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = bytes[range];
            if (line.Length < ShortestLine || Common(DecodeAs(best, line).Text) >= LeastCommon)
            {
                continue;
            }

            foreach (string candidate in candidates)
            {
                if (DecodeStrictly(candidate, line) is { } read && Common(read.Text) > MostlyCommon)
                {
                    other += line.Length;
                    break;
                }
            }
        }

        return other > MostNoise * bytes.Length;
    }

    /// <summary>The share of everyday characters.</summary>
    private static double Common(string text) => (double)text.Count(CommonCharacters.Contains) / Math.Max(1, text.Length);

    /// <summary>Some of it reads as Chinese, and no byte is one that only programs and pictures have.</summary>
    private static bool IsPartlyText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAnyInRange((byte)0, (byte)8) >= 0)
        {
            return false;
        }

        foreach (string candidate in (string[])["utf-8", "gb18030", "big5"])
        {
            if (Common(DecodeAs(candidate, bytes).Text) > LeastCommon)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Decodes by a name found in the file, when it is one we know and every byte fits it; else null.</summary>
    public static DecodedText? DecodeStrictly(string name, ReadOnlySpan<byte> bytes)
    {
        string? known = name.Trim().ToLowerInvariant() switch
        {
            "utf-8" or "utf8" => "utf-8",
            "gb2312" or "gbk" or "gb18030" or "x-gbk" => "gb18030",
            "big5" or "big5-hkscs" => "big5",
            _ => null,
        };
        return known is not null && DecodeAs(known, bytes) is { Broken: 0 } decoded ? decoded : null;
    }

    private static string? Marked(ReadOnlySpan<byte> bytes, out int length)
    {
        (string? name, length) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => ("utf-8", 3),
            [0xFF, 0xFE, 0, 0, ..] => ("utf-32le", 4),
            [0, 0, 0xFE, 0xFF, ..] => ("utf-32be", 4),
            [0xFF, 0xFE, ..] => ("utf-16le", 2),
            [0xFE, 0xFF, ..] => ("utf-16be", 2),
            [0x84, 0x31, 0x95, 0x33, ..] => ("gb18030", 4),
            _ => (null, 0),
        };
        return name;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static DecodedText DecodeAs(string name, ReadOnlySpan<byte> bytes)
    {
        string text = EncodingOf(name).GetString(bytes);
        return new DecodedText(text, name, text.AsSpan().Count('\uFFFD'));
    }

    private static Encoding EncodingOf(string name) => name switch
    {
        "utf-8" => Encoding.UTF8,
        "utf-16le" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        "utf-32le" => Encoding.UTF32,
        "utf-32be" => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        _ => Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")),
    };

    /// <summary>
    /// ASCII counts little, because it is half of what UTF-16 looks like in another encoding; noise counts against.
    /// </summary>
    private static double Score(string text)
    {
        int common = 0, ascii = 0;
        foreach (char c in text)
        {
            common += CommonCharacters.Contains(c) ? 1 : 0;
            ascii += c is >= ' ' and <= '~' or '\n' or '\r' or '\t' ? 1 : 0;
        }

        return (common + (0.3 * ascii) - (3.0 * Noise(text))) / Math.Max(1, text.Length);
    }

    private static int Noise(string text)
    {
        int noise = 0;
        foreach (char c in text)
        {
            noise += c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or (>= '\uFFFE')
                || (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\v' or '\u001A')) ? 1 : 0;
        }

        return noise;
    }
}
