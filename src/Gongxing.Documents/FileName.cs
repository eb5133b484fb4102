namespace Gongxing.Documents;

/// <summary>What the name of a file claims about its content.</summary>
public static class FileName
{
    private static readonly Dictionary<string, string> Claims = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = "纯文本",
        [".md"] = "Markdown",
        [".markdown"] = "Markdown",
        [".htm"] = "网页",
        [".html"] = "网页",
        [".docx"] = "Word 文档",
        [".odt"] = "ODT 文档",
        [".pdf"] = "PDF",
        [".doc"] = "旧版 Word 文档",
        [".wps"] = "旧版 Word 文档",
        [".rtf"] = "旧版 Word 文档",
    };

    /// <summary>True for the name of a kind of file that can be read.</summary>
    public static bool IsKnown(string name) => Claims.ContainsKey(Path.GetExtension(name));

    public static bool HasExtension(string name, string extension) =>
        Path.GetExtension(name.AsSpan()).Equals(extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the name of a kind of file that holds characters and nothing else.</summary>
    public static bool IsText(string name) => HasExtension(name, ".txt") || IsMarkdown(name) || IsHtml(name);

    public static bool IsMarkdown(string name) => HasExtension(name, ".md") || HasExtension(name, ".markdown");

    public static bool IsHtml(string name) => HasExtension(name, ".html") || HasExtension(name, ".htm");

    /// <summary>A notice when the extension stands for another kind of file than the one that was read; else null.</summary>
    public static string? Contradiction(string name, string kindRead)
    {
        string extension = Path.GetExtension(name);
        return Claims.TryGetValue(extension, out string? claimed) && claimed != kindRead
            ? $"文件名以 {extension} 结尾，内容其实是{AfterChinese(kindRead)}，已按{AfterChinese(kindRead)}读取。"
            : null;
    }

    private static string AfterChinese(string words) => char.IsAscii(words[0]) ? $" {words}" : words;
}
