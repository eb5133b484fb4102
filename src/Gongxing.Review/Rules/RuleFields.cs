using System.Globalization;
using System.Text.RegularExpressions;
using Gongxing.Core.Remarks;
using Gongxing.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Gongxing.Review.Rules;

/// <summary>The keys of one mapping of a rule file. A key that nobody read is a mistake.</summary>
internal sealed class RuleFields(string file, YamlMappingNode node)
{
    // A NonBacktracking expression reads each character once; this is for a machine that stands still.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public string FileName => file;

    public int Line => (int)node.Start.Line;

    public int Column => (int)node.Start.Column;

    public bool Has(string key) => Find(key) is not null;

    public string Text(string key) => OptionalText(key) ?? throw Mistake($"缺少 {key}。");

    public string? OptionalText(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } value } => value,
        var other => throw Mistake($"{key} 应为一行文字。", other),
    };

    public bool Flag(string key, bool whenAbsent) => OptionalText(key) switch
    {
        null => whenAbsent,
        "true" => true,
        "false" => false,
        _ => throw Mistake($"{key} 应为 true 或 false。", Find(key)),
    };

    public double Number(string key, double whenAbsent) => OptionalText(key) is not { } text
        ? whenAbsent
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw Mistake($"{key} 应为数字。", Find(key));

    public T Choice<T>(string key)
        where T : struct, Enum =>
        Choice<T>(Text(key), key);

    public T Choice<T>(string key, T whenAbsent)
        where T : struct, Enum =>
        OptionalText(key) is { } word ? Choice<T>(word, key) : whenAbsent;

    public IReadOnlyList<T> Choices<T>(string key)
        where T : struct, Enum =>
        [.. Words(key).Select(word => Choice<T>(word, key))];

    /// <summary>Both languages, neither empty.</summary>
    public LocalizedText Localized(string key)
    {
        RuleFields fields = Fields(key) ?? throw Mistake($"缺少 {key}（zh 和 en）。");
        var text = new LocalizedText(fields.Text("zh"), fields.Text("en"));
        fields.NothingElse();
        return text;
    }

    /// <summary>A list of words, as written; empty when the key is absent.</summary>
    public IReadOnlyList<string> Words(string key) => Find(key) switch
    {
        null => [],
        YamlScalarNode { Value: { Length: > 0 } one } => [one],
        YamlSequenceNode { Children.Count: > 0 } list => [.. list.Children.Select(child =>
            child is YamlScalarNode { Value: { Length: > 0 } word } ? word : throw Mistake($"{key} 中应为文字。", child))],
        var other => throw Mistake($"{key} 应为一个词或一列词。", other),
    };

    /// <summary>A list of words, folded as texts are before they are matched.</summary>
    public IReadOnlyList<string> Tokens(string key) =>
        [.. Words(key).Select(word => NormalizedText.Fold(word) is { Length: > 0 } folded
            ? folded
            : throw Mistake($"{key} 中的“{word}”没有可以查找的字。", Find(key))).Distinct(StringComparer.Ordinal)];

    /// <summary>A pair of words a line, 写错 → 写对, folded on the left only; in the order of the file.</summary>
    public IReadOnlyList<(string From, string To)> Pairs(string key) => Find(key) switch
    {
        null => [],
        YamlMappingNode map => [.. map.Children.Select(pair =>
            (pair.Key, pair.Value) is (YamlScalarNode { Value: { Length: > 0 } from }, YamlScalarNode { Value: { } to })
                ? (NormalizedText.Fold(from), to)
                : throw Mistake($"{key} 中应为“写法: 改法”。", pair.Key))],
        var other => throw Mistake($"{key} 应为“写法: 改法”。", other),
    };

    /// <summary>A regular expression, or null. Only what can be matched in linear time is taken.</summary>
    public Regex? Pattern(string key)
    {
        if (OptionalText(key) is not { } pattern)
        {
            return null;
        }

        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, s_patience);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw Mistake($"{key} 不是可用的正则表达式：{e.Message}", Find(key));
        }
    }

    public RuleFields? Fields(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode map => new RuleFields(file, map),
        var other => throw Mistake($"{key} 应为若干“键: 值”。", other),
    };

    /// <summary>A list of mappings; empty when the key is absent.</summary>
    public IReadOnlyList<RuleFields> List(string key) =>
        [.. Nodes(key).Select(child => child is YamlMappingNode map
            ? new RuleFields(file, map)
            : throw Mistake($"{key} 的每一项应为若干“键: 值”。", child))];

    /// <summary>A list of running texts or mappings; empty when the key is absent.</summary>
    public IReadOnlyList<(string? Text, RuleFields? Fields, int Line)> Mixed(string key) =>
        [.. Nodes(key).Select(child => child switch
        {
            YamlScalarNode { Value: { Length: > 0 } text } => ((string?)text, (RuleFields?)null, (int)child.Start.Line),
            YamlMappingNode map => (null, new RuleFields(file, map), (int)child.Start.Line),
            _ => throw Mistake($"{key} 的每一项应为文字，或若干“键: 值”。", child),
        })];

    /// <exception cref="RuleFileException">A key was not read by anybody.</exception>
    public void NothingElse()
    {
        foreach (YamlNode key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !_read.Contains(name))
            {
                throw Mistake($"不认识“{key}”这个键。", key);
            }
        }
    }

    public RuleFileException Mistake(string reason, string key) => Mistake(reason, Find(key));

    public RuleFileException Mistake(string reason, YamlNode? at = null)
    {
        Mark mark = (at ?? node).Start;
        return new RuleFileException(file, (int)mark.Line, (int)mark.Column, reason);
    }

    private IEnumerable<YamlNode> Nodes(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children,
        var other => throw Mistake($"{key} 应为一列。", other),
    };

    private T Choice<T>(string word, string key)
        where T : struct, Enum =>
        RuleWords.Parse<T>(word)
            ?? throw Mistake(
                $"{key} 没有“{word}”，可用：{string.Join('、', Enum.GetValues<T>().Select(RuleWords.Of))}。", Find(key));

    private YamlNode? Find(string key)
    {
        _read.Add(key);
        foreach ((YamlNode name, YamlNode value) in node.Children)
        {
            if (name is YamlScalarNode { Value: { } word } && word == key)
            {
                return value;
            }
        }

        return null;
    }
}
