using Gongxing.Text;

namespace Gongxing.Review.Rules;

/// <summary>
/// The rules in force (规则册): those that come with the product, under what the layers below add, silence or lower.
/// </summary>
public sealed class RuleBook
{
    private static readonly Lazy<RuleBook> s_builtIn = new(() => new RuleBook(RuleFileReader.ReadEmbedded(), []));
    private readonly Lazy<WordTable> _words;

    internal RuleBook(IReadOnlyList<Rule> rules, IReadOnlyList<SilencedRule> silenced)
    {
        (Rules, Silenced) = (rules, silenced);
        _words = new(() => new WordTable(Rules.Where(rule => rule.IsOn).Select(rule => rule.Body)));
    }

    public static RuleBook BuiltIn => s_builtIn.Value;

    /// <summary>In the order of the packs; also those that are off.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>What a layer silenced or lowered, in the order of the layers.</summary>
    public IReadOnlyList<SilencedRule> Silenced { get; }

    internal WordTable Words => _words.Value;

    /// <summary>The same rules under further layers, the lowest last.</summary>
    /// <exception cref="RuleFileException">
    /// A layer raises a rule, redefines one, or names one that there is not.
    /// </exception>
    public RuleBook With(params IEnumerable<RuleLayer> layers)
    {
        List<Rule> rules = [.. Rules];
        List<SilencedRule> silenced = [.. Silenced];
        foreach (RuleLayer layer in layers)
        {
            foreach (RuleChange change in layer.Changes)
            {
                Apply(change, layer, rules, silenced);
            }

            foreach (Rule rule in layer.Rules)
            {
                if (rules.Exists(known => known.Key == rule.Key)
                    || silenced.Exists(known => known.Rule.Key == rule.Key))
                {
                    throw new RuleFileException(
                        layer.FileName, rule.Line, rule.Column, $"规则 {rule.Key} 已经有了，不能重新定义。");
                }

                rules.Add(rule);
            }
        }

        return new RuleBook(rules, silenced);
    }

    /// <summary>Some of the rules alone, to measure them.</summary>
    public RuleBook Only(Func<Rule, bool> wanted) => new([.. Rules.Where(wanted)], Silenced);

    /// <summary>The same rules with those on that are off by default, to measure them.</summary>
    public RuleBook WithAllOn() => new([.. Rules.Select(rule => rule with { IsOn = true })], Silenced);

    private static void Apply(RuleChange change, RuleLayer layer, List<Rule> rules, List<SilencedRule> silenced)
    {
        int[] named = [.. Enumerable.Range(0, rules.Count).Where(i => rules[i].IsNamed(change.Rule)).Reverse()];
        if (named.Length == 0 && !silenced.Exists(known => known.LoweredTo is null && known.Rule.IsNamed(change.Rule)))
        {
            throw new RuleFileException(layer.FileName, change.Line, change.Column, $"没有“{change.Rule}”这条规则。");
        }

        foreach (int i in named)
        {
            Rule rule = rules[i];
            if (change.Level is not { } level)
            {
                rules.RemoveAt(i);
            }
            else if (level <= rule.Level)
            {
                throw new RuleFileException(layer.FileName, change.Line, change.Column,
                    $"规则 {rule.Key} 现在的级别是 {RuleWords.Of(rule.Level)}，只能调低，不能改为 {RuleWords.Of(level)}。");
            }
            else
            {
                rules[i] = rule with { Level = level };
            }

            silenced.Add(new SilencedRule(rule, change.Level, layer.Name, change.Reason));
        }
    }
}

/// <summary>All words that the rules of a book look for, in one automaton.</summary>
internal sealed class WordTable
{
    private readonly WordMatcher? _matcher;

    // For each word of the matcher: which rules want it, and as which of their own words.
    private readonly (RuleKind Kind, int Token)[][] _wanted;

    public WordTable(IEnumerable<RuleKind> kinds)
    {
        var wanted = new Dictionary<string, List<(RuleKind, int)>>(StringComparer.Ordinal);
        foreach (RuleKind kind in kinds)
        {
            for (int i = 0; i < kind.Tokens.Count; i++)
            {
                if (!wanted.TryGetValue(kind.Tokens[i], out List<(RuleKind, int)>? list))
                {
                    wanted[kind.Tokens[i]] = list = [];
                }

                list.Add((kind, i));
            }
        }

        _matcher = wanted.Count == 0 ? null : new WordMatcher(wanted.Keys);
        _wanted = [.. wanted.Values.Select(list => list.ToArray())];
    }

    /// <summary>The places of each rule's words, by where they end, the longer first.</summary>
    public Dictionary<RuleKind, List<WordMatch>> Find(string text)
    {
        var found = new Dictionary<RuleKind, List<WordMatch>>(ReferenceEqualityComparer.Instance);
        if (_matcher is null)
        {
            return found;
        }

        foreach (WordMatch match in _matcher.All(text))
        {
            foreach ((RuleKind kind, int token) in _wanted[match.Word])
            {
                if (!found.TryGetValue(kind, out List<WordMatch>? list))
                {
                    found[kind] = list = [];
                }

                list.Add(match with { Word = token });
            }
        }

        return found;
    }
}
