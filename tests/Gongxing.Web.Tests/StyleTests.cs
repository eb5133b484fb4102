using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Gongxing.Web.Duplicates;
using Gongxing.Web.Review;

namespace Gongxing.Web.Tests;

/// <summary>The style sheets use what Chromium 86 has, which is what many offices have, and nothing newer.</summary>
/// <remarks>
/// What is used has to stand in one of these lists. Something new is looked up first; what Chromium got after 86 may only be had
/// where a page loses nothing without it.
/// </remarks>
public partial class StyleTests
{
    private static readonly HashSet<string> _properties = Words(
        """
        -webkit-appearance -webkit-print-color-adjust -webkit-text-size-adjust align-content align-items align-self
        animation appearance background background-clip background-color background-image background-position
        background-repeat background-size block-size border border-bottom border-bottom-color
        border-bottom-left-radius border-bottom-right-radius border-bottom-style border-bottom-width border-collapse
        border-color border-left border-left-color border-left-style border-left-width border-radius border-right
        border-right-color border-right-style border-right-width border-spacing border-style border-top
        border-top-color border-top-left-radius border-top-right-radius border-top-style border-top-width border-width
        bottom box-decoration-break box-shadow box-sizing break-after break-before break-inside caption-side clear
        clip clip-path color column-gap columns contain content content-visibility counter-increment counter-reset
        cursor direction display empty-cells fill fill-opacity filter flex flex-basis flex-direction flex-flow
        flex-grow flex-shrink flex-wrap float font font-family font-feature-settings font-size font-style
        font-variant-numeric font-weight gap grid grid-area grid-auto-columns grid-auto-flow grid-auto-rows
        grid-column grid-row grid-template-areas grid-template-columns grid-template-rows height hyphens inline-size
        justify-content justify-items justify-self left letter-spacing line-height list-style list-style-position
        list-style-type margin margin-bottom margin-left margin-right margin-top max-height max-width min-height
        min-width object-fit object-position opacity order orphans outline outline-color outline-offset outline-style
        outline-width overflow overflow-wrap overflow-x overflow-y overscroll-behavior padding padding-bottom
        padding-left padding-right padding-top page paint-order place-content place-items pointer-events position
        quotes resize right row-gap scroll-behavior scroll-margin-top scroll-padding-top size stroke stroke-dasharray
        stroke-linecap stroke-linejoin stroke-width tab-size table-layout text-align text-anchor text-decoration
        text-decoration-color text-decoration-line text-decoration-style text-indent text-overflow text-transform top
        touch-action transform transform-origin transition user-select vertical-align visibility white-space widows
        width will-change word-break word-spacing writing-mode z-index
        """);

    private static readonly HashSet<string> _pseudos = Words(
        """
        ::-moz-progress-bar ::-webkit-progress-bar ::-webkit-progress-value ::after ::before ::first-letter
        ::first-line ::marker ::placeholder ::selection :active :checked :disabled :empty :enabled :first-child
        :first-of-type :focus :focus-visible :focus-within :hover :indeterminate :invalid :last-child :last-of-type
        :link :not :nth-child :nth-last-child :nth-of-type :only-child :optional :read-only :required :root :target
        :valid :visited
        """);

    private static readonly HashSet<string> _atRules = Words("@font-face @keyframes @media @page @supports");

    private static readonly HashSet<string> _functions = Words(
        """
        attr calc clamp counter cubic-bezier hsl hsla linear-gradient max min minmax radial-gradient rect repeat rgb rgba rotate scale
        translate url var
        """);

    private static readonly HashSet<string> _units = Words("% ch cm deg em ex fr in mm ms pt px rad rem s turn vh vmax vmin vw");

    private static readonly HashSet<string> _decoration = Words(
        """
        ::details-content: for paper, what is folded away is written a second time
        accent-color: a tick has the colour of the browser instead
        print-color-adjust: its old name stands beside it
        text-decoration-thickness: a line under a link is as thick as the browser draws it
        text-underline-offset: a line under a link is as near as the browser draws it
        """.Split('\n').Select(line => line.Split(": ")[0]));

    // Old names with values that came later.
    private static readonly Regex[] _laterValues =
        [OverflowClip(), Subgrid(), RevertLayer(), LineWithThickness(), SelectorList(), Range()];

    [Fact]
    public void Nothing_is_used_that_Chromium_86_does_not_have()
    {
        string folder = Path.GetFullPath(Path.Combine(Here(), "../../src/Gongxing.Web/wwwroot/css"));
        (string Name, string Text)[] sheets =
        [
            .. Directory.EnumerateFiles(folder, "*.css").Select(file => (Path.GetFileName(file), File.ReadAllText(file))),
            (nameof(ReviewStyle), ReviewStyle.Text),
            (nameof(ComparisonStyle), ComparisonStyle.Text),
        ];
        var used = sheets.SelectMany(sheet => Features(sheet.Text).Select(feature => (sheet.Name, Feature: feature))).ToList();

        Assert.Empty(used.Where(use => !IsOld(use.Feature)).Select(use => $"{use.Name}: {use.Feature}").Distinct());
        Assert.Empty(_decoration.Except(used.Select(use => use.Feature)));
    }

    [Theory]
    [InlineData("a:has(b) { color: red }", ":has")]
    [InlineData("a:is(b, i) { color: red }", ":is")]
    [InlineData("a:not(b, i) { color: red }", "a:not(b, i)")]
    [InlineData("a { & b { color: red } }", "nested & b")]
    [InlineData("a { b { color: red } }", "nested b")]
    [InlineData("@layer base { a { color: red } }", "@layer")]
    [InlineData("@container (min-width: 1px) { a { color: red } }", "@container")]
    [InlineData("@media (width >= 36rem) { a { color: red } }", "@media (width >= 36rem)")]
    [InlineData("a { inset: 0 }", "inset")]
    [InlineData("a { aspect-ratio: 1 }", "aspect-ratio")]
    [InlineData("a { text-wrap: balance }", "text-wrap")]
    [InlineData("a { color: color-mix(in srgb, red, blue) }", "color-mix()")]
    [InlineData("a { color: oklch(50% 0 0) }", "oklch()")]
    [InlineData("a { min-height: 100dvh }", "1dvh")]
    [InlineData("a { overflow: clip }", "overflow: clip")]
    [InlineData("a { grid-template-columns: subgrid }", "grid-template-columns: subgrid")]
    [InlineData("a { color: revert-layer }", "color: revert-layer")]
    [InlineData("a { text-decoration: underline 2px }", "text-decoration: underline 2px")]
    public void What_is_newer_is_named(string sheet, string feature) =>
        Assert.Equal([feature], Features(sheet).Where(one => !IsOld(one)));

    [Fact]
    public void What_is_old_is_let_be_whatever_its_words() => Assert.DoesNotContain(
        Features("/* a:has(b) { inset: 0 } */ @media print { .inset::before { content: \":has(x) { inset: 0 }\"; box-shadow: inset 0 0 1px } }"),
        feature => !IsOld(feature));

    private static bool IsOld(string feature) =>
        _properties.Contains(feature) || _pseudos.Contains(feature) || _atRules.Contains(feature) || _decoration.Contains(feature)
        || (feature.EndsWith("()", StringComparison.Ordinal) && _functions.Contains(feature[..^2]))
        || (feature.StartsWith('1') && _units.Contains(feature[1..]));

    /// <summary>Names of properties, pseudo-classes and rules, functions as <c>name()</c>, units as <c>1px</c>, and new ways to write.</summary>
    private static IEnumerable<string> Features(string sheet)
    {
        // Whether each block that is open is one of declarations.
        var blocks = new Stack<bool>();
        foreach (Match part in Part().Matches(Quiet().Replace(sheet, "")))
        {
            string text = part.Groups[1].Value.Trim();
            bool opens = part.Groups[2].Value == "{";
            IEnumerable<string> found = text.Length == 0 ? []
                : text[0] == '@' ? OfRule(text)
                : opens ? OfSelector(text, blocks.Contains(true))
                : OfDeclaration(text);
            foreach (string feature in found)
            {
                yield return feature;
            }

            if (opens)
            {
                blocks.Push(text[0] != '@');
            }
            else if (part.Groups[2].Value == "}")
            {
                blocks.Pop();
            }
        }
    }

    private static IEnumerable<string> OfRule(string text) => Later(text).Append(text.Split(' ', '(')[0]);

    private static IEnumerable<string> OfSelector(string text, bool isNested) => isNested
        ? [$"nested {text}"]
        : Later(text).Concat(Pseudo().Matches(text).Select(match => match.Value));

    private static IEnumerable<string> OfDeclaration(string text)
    {
        string name = text.Split(':')[0].Trim();
        string value = text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        return Later($"{name}: {value}")
            .Concat(name.StartsWith("--", StringComparison.Ordinal) ? [] : [name])
            .Concat(Function().Matches(value).Select(match => $"{match.Groups[1].Value}()"))
            .Concat(Length().Matches(value).Select(match => $"1{match.Groups[1].Value}"));
    }

    private static IEnumerable<string> Later(string text) => _laterValues.Any(later => later.IsMatch(text)) ? [text] : [];

    private static HashSet<string> Words(string list) => Words(list.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static HashSet<string> Words(IEnumerable<string> words) => [.. words];

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(@"([^{};]*)([{};])", RegexOptions.Singleline)]
    private static partial Regex Part();

    // Comments, and what stands between quotation marks.
    [GeneratedRegex("""/\*.*?\*/|"[^"]*"|'[^']*'""", RegexOptions.Singleline)]
    private static partial Regex Quiet();

    [GeneratedRegex("::?[a-z-]+")]
    private static partial Regex Pseudo();

    [GeneratedRegex(@"([a-z][a-z-]*)\(")]
    private static partial Regex Function();

    [GeneratedRegex(@"(?<![\w#-])-?(?:\d+\.?\d*|\.\d+)([a-z]+|%)")]
    private static partial Regex Length();

    // Chromium 90.
    [GeneratedRegex(@"^overflow(-[xy])?:.*\bclip\b")]
    private static partial Regex OverflowClip();

    // Chromium 117.
    [GeneratedRegex(@"^grid-.*\bsubgrid\b")]
    private static partial Regex Subgrid();

    // Chromium 99.
    [GeneratedRegex(@": revert-layer$")]
    private static partial Regex RevertLayer();

    // Chromium 89.
    [GeneratedRegex(@"^text-decoration:.*\d")]
    private static partial Regex LineWithThickness();

    // Chromium 88; before, the whole rule goes.
    [GeneratedRegex(@":not\([^)]*,")]
    private static partial Regex SelectorList();

    // Chromium 104.
    [GeneratedRegex("^@media.*[<>]")]
    private static partial Regex Range();
}
