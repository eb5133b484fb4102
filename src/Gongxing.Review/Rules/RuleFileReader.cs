using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Gongxing.Review.Rules;

/// <summary>Reads rule files. What is not understood is a mistake with its place, never left out.</summary>
internal static partial class RuleFileReader
{
    private const string Ending = ".yml";

    public static IReadOnlyList<Rule> ReadEmbedded()
    {
        Assembly assembly = Assembly.GetExecutingAssembly();
        var rules = new List<Rule>();
        foreach (string name in assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Ending, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            RuleFields file = Open(name, reader.ReadToEnd());
            ReadRules(file, layer: null, rules);
            file.NothingElse();
        }

        return [.. rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)];
    }

    /// <exception cref="RuleFileException">The bytes are not UTF-8: the place is the first that is not.</exception>
    public static string Decode(string file, ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> mark = Encoding.UTF8.Preamble;
        ReadOnlySpan<byte> rest = content.StartsWith(mark) ? content[mark.Length..] : content;
        int line = 1;
        int column = 1;
        var text = new StringBuilder(rest.Length);
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(rest, out Rune rune, out int length) != OperationStatus.Done)
            {
                throw new RuleFileException(file, line, column, "这里不是 UTF-8 编码的文字，请把文件另存为 UTF-8。");
            }

            text.Append(rune.ToString());
            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + 1);
            rest = rest[length..];
        }

        return text.ToString();
    }

    public static RuleLayer ReadLayer(string file, string yaml)
    {
        RuleFields fields = Open(file, yaml);
        string name = fields.Text("layer");
        string? prefix = fields.OptionalText("prefix");
        if (prefix is null ? fields.Has("rules") : !PrefixPattern().IsMatch(prefix))
        {
            throw fields.Mistake("有自己的规则时，须用 prefix 给出编号的前缀：2 到 10 个大写字母或数字，以字母开头。", "prefix");
        }

        var rules = new List<Rule>();
        ReadRules(fields, name, rules);
        RuleChange[] changes = [.. Changes(fields, "silence"), .. Changes(fields, "lower")];
        fields.NothingElse();
        return new RuleLayer { Name = name, FileName = file, Rules = rules, Changes = changes };
    }

    private static RuleFields Open(string file, string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            throw Unreadable(file, e, yaml);
        }
        catch (InvalidOperationException)
        {
            // What YamlDotNet 18.1 says of a bracket that is still open at the end.
            int lines = yaml.AsSpan().Count('\n') + 1;
            throw new RuleFileException(file, lines, 1, "不是可读的 YAML：到文件末尾还有括号或引号没有合上。");
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? new RuleFields(file, root)
            : throw new RuleFileException(file, 1, 1, "规则文件应为一份 YAML，最外层是若干“键: 值”。");
    }

    // What YamlDotNet says is in English and in terms of its scanner; the two commonest slips are told plainly.
    private static RuleFileException Unreadable(string file, YamlException e, string yaml)
    {
        int line = (int)e.Start.Line;
        string[] lines = yaml.Split('\n');

        // A line that begins with a tab is often read as going on with the one above, which is then named.
        for (int i = line; i <= Math.Min(lines.Length, line + 1); i++)
        {
            string indent = lines[i - 1][..^lines[i - 1].TrimStart().Length];
            if (indent.Contains('\t', StringComparison.Ordinal))
            {
                return new RuleFileException(
                    file, i, indent.IndexOf('\t', StringComparison.Ordinal) + 1,
                    "不是可读的 YAML：行首用了制表符（Tab），请改用空格缩进。");
            }
        }

        string reason = DuplicatePattern().Match(e.Message) is { Success: true } twice
            ? $"“{twice.Groups[1].Value}”这个键写了两次。"
            : e.Message;
        return new RuleFileException(file, line, (int)e.Start.Column, $"不是可读的 YAML：{reason}");
    }

    private static void ReadRules(RuleFields file, string? layer, List<Rule> rules)
    {
        string? prefix = layer is null ? null : file.OptionalText("prefix");
        foreach (RuleFields fields in file.List("rules"))
        {
            Rule rule = ReadRule(fields, layer);
            bool isOwn = layer is null
                ? BuiltInPattern().IsMatch(rule.Id)
                : prefix is null || rule.Id.StartsWith($"{prefix}-", StringComparison.Ordinal);
            if (!isOwn)
            {
                throw fields.Mistake(
                    layer is null ? $"编号“{rule.Id}”应为 C 加两位数字。" : $"编号“{rule.Id}”应以 {prefix}- 开头。", "id");
            }

            if (rules.Exists(known => known.Key == rule.Key))
            {
                throw fields.Mistake($"编号 {rule.Key} 重复。", "id");
            }

            rules.Add(rule);
        }
    }

    private static Rule ReadRule(RuleFields fields, string? layer)
    {
        string id = fields.Text("id");
        string check = fields.OptionalText("check") ?? "";
        string kind = fields.Text("kind");
        if (!RuleKinds.All.TryGetValue(kind, out Func<RuleFields, RuleKind>? read))
        {
            string known = string.Join('、', RuleKinds.All.Keys.Order(StringComparer.Ordinal));
            throw fields.Mistake($"没有“{kind}”这种规则，可用：{known}。", "kind");
        }

        RuleScope scope = fields.Choice<RuleScope>("scope");
        RuleKind body = read(fields);
        LocalizedText message = fields.Localized("message");
        CheckValues(fields, message, body);
        RuleFields examples = fields.Fields("examples") ?? throw fields.Mistake("缺少 examples（hit 和 miss 各至少一个）。");
        var rule = new Rule
        {
            Id = id,
            Check = check,
            Name = fields.Localized("name"),
            Kind = kind,
            Scope = scope,
            Level = fields.Choice<RemarkLevel>("level"),
            IsOn = fields.Flag("on", whenAbsent: true),
            Message = message,
            Basis = fields.Localized("basis"),
            Kinds = fields.Choices<StatementKind>("kinds"),
            Templates = fields.Words("templates"),
            Hits = RuleExampleReader.Read(examples, "hit", scope, fields),
            Misses = RuleExampleReader.Read(examples, "miss", scope, fields),
            Layer = layer,
            FileName = fields.FileName,
            Line = fields.Line,
            Column = fields.Column,
            Body = body,
        };
        examples.NothingElse();
        fields.NothingElse();
        return rule;
    }

    private static void CheckValues(RuleFields fields, LocalizedText message, RuleKind body)
    {
        foreach (Match match in ValuePattern().Matches(message.Zh + message.En))
        {
            string name = match.Groups[1].Value;
            if (name != Asking.Words && !body.Values.Contains(name))
            {
                string known = string.Join('、', body.Values.Prepend(Asking.Words).Select(value => $"{{{value}}}"));
                throw fields.Mistake($"message 里没有 {{{name}}} 这个值，可用：{known}。", "message");
            }
        }
    }

    private static IEnumerable<RuleChange> Changes(RuleFields file, string key)
    {
        foreach (RuleFields fields in file.List(key))
        {
            RuleFileException place = fields.Mistake("");
            yield return new RuleChange(
                fields.Text("rule"),
                key == "lower" ? fields.Choice<RemarkLevel>("level") : null,
                fields.Text("reason"),
                place.Line,
                place.Column);
            fields.NothingElse();
        }
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex ValuePattern();

    [GeneratedRegex("[Dd]uplicate key (.+?)\\.?$")]
    private static partial Regex DuplicatePattern();

    [GeneratedRegex("^C[0-9]{2}$")]
    private static partial Regex BuiltInPattern();

    [GeneratedRegex("^[A-Z][A-Z0-9]{1,9}$")]
    private static partial Regex PrefixPattern();
}
