using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gongxing.Core;

namespace Gongxing.Web.Tests;

/// <summary>Every sentence of the site stands in resources, in both languages, and is used.</summary>
public partial class TextsTests
{
    private static readonly string _features = Path.GetFullPath(Path.Combine(Here(), "../../src/Gongxing.Web/Features"));

    public static TheoryData<string> Texts => [.. Directory
        .EnumerateFiles(_features, "*Texts.resx", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_features, file)[..^".resx".Length])
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Both_languages_have_the_same_sentences_with_the_same_places_to_fill(string texts)
    {
        Dictionary<string, string> chinese = Read($"{texts}.resx");
        Dictionary<string, string> english = Read($"{texts}.en.resx");

        Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(chinese, one =>
        {
            Assert.Equal((one.Key, Places(one.Value)), (one.Key, Places(english[one.Key])));
            Assert.False(string.IsNullOrWhiteSpace(english[one.Key]), $"{one.Key} is empty in English.");
        });
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Nothing_that_says_English_is_left_in_Chinese(string texts) =>
        Assert.DoesNotContain(Read($"{texts}.en.resx"), one => one.Key != "OtherLanguage" && Han().IsMatch(one.Value));

    [Fact]
    public void Every_sentence_a_page_asks_for_is_there()
    {
        var known = AllTexts();

        Assert.Empty(
            from use in Uses()
            where !use.Known(known).Any(key => key == use.Key)
            select $"{use.File}: {use.Key}");
    }

    [Fact]
    public void Every_sentence_is_asked_for()
    {
        string code = string.Join('\n', Sources(Path.Combine(_features, "..")).Select(source => source.Text));
        string[] beginnings = [.. Beginning().Matches(code).Select(match => match.Groups[1].Value).Distinct()];
        HashSet<string> literals = [.. Literal().Matches(code).Select(match => match.Groups[1].Value)];

        Assert.Empty(
            from texts in AllTexts()
            from key in texts.Value
            where !literals.Contains(key) && !beginnings.Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal))
            select $"{texts.Key}: {key}");
    }

    [Fact]
    public void No_Chinese_stands_in_a_page_or_its_code() =>
        Assert.Empty(
            from source in Sources(_features)
            from line in source.Text.Split('\n')
            let code = Comment().Replace(Character().Replace(line, ""), "")
            where Han().IsMatch(code)
            select $"{source.File}: {code.Trim()}");

    [Fact]
    public void Every_refusal_and_every_role_has_its_sentence()
    {
        HashSet<string> shared = AllTexts()["Shared/SharedTexts"];

        Assert.Empty(Enum.GetValues<Refusal>().Select(refusal => $"Refusal.{refusal}").Except(shared));
        Assert.Empty(Policies.EveryRole.Select(role => $"Roles.{role}").Except(shared));
        Assert.Empty(Policies.EveryRole.Select(role => $"Roles.About.{role}").Except(shared));
    }

    private static string Places(string sentence) =>
        string.Join(' ', Place().Matches(sentence).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(_features, file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static Dictionary<string, HashSet<string>> AllTexts() =>
        Texts.Select(row => row.Data).ToDictionary(texts => texts.Replace('\\', '/'), texts => Read($"{texts}.resx").Keys.ToHashSet());

    private static IEnumerable<(string File, string Text)> Sources(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        where file.EndsWith(".cshtml", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal)
        select (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file));

    // T and texts are the feature's own texts, S and shared the shared ones; another feature's are <name>Texts.
    private static IEnumerable<Use> Uses() =>
        from source in Sources(_features)
        from match in Asked().Matches(source.Text)
        select new Use(source.File, match.Groups["from"].Value, match.Groups["key"].Value);

    private sealed record Use(string File, string From, string Key)
    {
        public IEnumerable<string> Known(Dictionary<string, HashSet<string>> texts)
        {
            string folder = File[..File.IndexOf('/', StringComparison.Ordinal)];
            string name = From is "S" or "shared" ? "Shared"
                : From is "T" or "texts" ? folder
                : char.ToUpperInvariant(From[0]) + From[1..^"Texts".Length];
            return texts.GetValueOrDefault($"{name}/{name}Texts") ?? [];
        }
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(@"\b(?<from>S|T|texts|shared|[a-z]+Texts)\[""(?<key>[^""]+)""")]
    private static partial Regex Asked();

    // "Refusal.{reason}": every sentence whose key begins so is used.
    [GeneratedRegex(@"\$""([A-Za-z.]+)\{")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"""([A-Z][A-Za-z0-9.]*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Place();

    // With the punctuation that goes with it.
    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\u3001-\u3011\uFF01-\uFF60]")]
    private static partial Regex Han();

    // What a text is looked through for, not what is said.
    [GeneratedRegex("'.'")]
    private static partial Regex Character();

    [GeneratedRegex(@"//.*$|@\*.*?\*@")]
    private static partial Regex Comment();
}
