using System.Globalization;

namespace Gongxing.Documents.Docx;

/// <summary>Reads <c>EQ \o</c>, with which Word writes 带圈字符 and 拼音指南; such a field has no result text.</summary>
internal static class OverstrikeField
{
    /// <summary>The base character, circled where Unicode has it circled; empty for any other field.</summary>
    public static string TextOf(string instruction)
    {
        string trimmed = instruction.TrimStart();
        int start = trimmed.IndexOf("\\o", StringComparison.OrdinalIgnoreCase);
        int open = start < 0 ? -1 : trimmed.IndexOf('(', start);
        if (!trimmed.StartsWith("EQ ", StringComparison.OrdinalIgnoreCase) || open < 0)
        {
            return "";
        }

        List<string> arguments = Arguments(trimmed.AsSpan(open + 1));
        string shown = Plain(arguments[^1]);
        return arguments.Any(argument => Plain(argument) is "○" or "〇" or "◯") ? Circled(shown) : shown;
    }

    private static List<string> Arguments(ReadOnlySpan<char> text)
    {
        var arguments = new List<string>();
        int depth = 0;
        int start = 0;
        int at = 0;
        for (; at < text.Length && depth >= 0; at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0 || (depth == 0 && text[at] == ','))
            {
                arguments.Add(text[start..at].ToString());
                start = at + 1;
            }
        }

        if (depth >= 0)
        {
            arguments.Add(text[start..].ToString());
        }

        return arguments;
    }

    // An argument may be wrapped in a switch of its own: \s\up 9(gōng).
    private static string Plain(string argument)
    {
        string trimmed = argument.Trim();
        int open = trimmed.IndexOf('(', StringComparison.Ordinal);
        return trimmed.StartsWith('\\') && open > 0 ? trimmed[(open + 1)..].TrimEnd(')') : trimmed;
    }

    private static string Circled(string text)
    {
        if (text.Length == 1 && "一二三四五六七八九十".IndexOf(text[0], StringComparison.Ordinal) is >= 0 and int ideograph)
        {
            return ((char)('㊀' + ideograph)).ToString();
        }

        return !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? text : number switch
        {
            >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
            >= 21 and <= 35 => ((char)('㉑' + number - 21)).ToString(),
            >= 36 and <= 50 => ((char)('㊱' + number - 36)).ToString(),
            _ => text,
        };
    }
}
