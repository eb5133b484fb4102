namespace Gongxing.Review.Rules;

/// <summary>A rule file cannot be used; the message says in Chinese which, where and why.</summary>
public sealed class RuleFileException(string file, int line, int column, string reason)
    : Exception($"{file} 第 {line} 行第 {column} 列：{reason}")
{
    public string File => file;

    /// <summary>Counted from 1.</summary>
    public int Line => line;

    /// <summary>Counted from 1, in characters.</summary>
    public int Column => column;

    public string Reason => reason;
}
