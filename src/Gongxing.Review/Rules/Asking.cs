using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Rules;

/// <summary>Takes down what one rule asks of one text.</summary>
internal sealed class Asking(Rule rule, Document document, List<Remark> remarks)
{
    /// <summary>The value every message may hold: what the remark quotes.</summary>
    public const string Words = "words";

    private const int Quoted = 30;

    // How often words that a fingerprint cannot tell apart have been asked about.
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    private bool _isFinished = true;

    public Rule Rule => rule;

    /// <summary>Asks about words, by their span in the text as written.</summary>
    public void OfWords(
        TextSpan raw, string? fix = null, IReadOnlyList<TextSpan>? related = null,
        params (string Name, LocalizedText Value)[] values)
    {
        TextSpan span = raw.Trim(document.Text);
        string words = span.In(document.Text).ToString();
        Ask(span, words, words, fix, related, values);
    }

    /// <summary>Asks about a finding, cause or measure.</summary>
    /// <param name="at">The words it is about, in the text as written; null for its title.</param>
    public void OfElement(
        StatementElement element, TextSpan? at = null, IReadOnlyList<TextSpan>? related = null,
        params (string Name, LocalizedText Value)[] values)
    {
        TextSpan span = at ?? new TextSpan(element.Span.Start, TitleLength(element));
        Ask(span.Trim(document.Text), element.Title, element.Title, null, related, values);
    }

    /// <summary>Asks about the statement as a whole.</summary>
    /// <param name="about">What is missing or out of proportion: 典型案例.</param>
    /// <param name="at">The heading it belongs to, in the text as written; null for the first line.</param>
    public void OfStatement(
        string about, TextSpan? at = null, IReadOnlyList<TextSpan>? related = null,
        params (string Name, LocalizedText Value)[] values)
    {
        Ask((at ?? FirstLine).Trim(document.Text), about, about, null, related, values);
    }

    /// <summary>Says, once, that an expression took too long, so that silence is not taken for a clean text.</summary>
    public void NotFinished()
    {
        TextSpan first = FirstLine.Trim(document.Text);
        if (!_isFinished || first.IsEmpty)
        {
            return;
        }

        _isFinished = false;
        remarks.Add(new Remark(
            rule.Id, rule.Check, RemarkLevel.Warn, RemarkScope.Statement, rule.Name,
            new(
                $"规则 {rule.Key} 的表达式在这份材料上用时过长，没有查完。是否请规则的维护人改写？",
                $"The expression of rule {rule.Key} took too long on this text and was not finished. "
                + "Could it be rewritten?"),
            rule.Basis, first)
        {
            Fingerprint = RemarkFingerprint.Of(rule.Id, rule.Check, "", 0),
        });
    }

    private TextSpan FirstLine =>
        document.Paragraphs.Count > 0 ? document.Paragraphs[0].Span : new TextSpan(0, document.Text.Length);

    /// <summary>Where the title of an element stands.</summary>
    public TextSpan TitleOf(StatementElement element) =>
        new TextSpan(element.Span.Start, TitleLength(element)).Trim(document.Text);

    private int TitleLength(StatementElement element)
    {
        ReadOnlySpan<char> text = element.Span.In(document.Text);
        return element.Title.Length > 0 && text.StartsWith(element.Title, StringComparison.Ordinal)
            ? element.Title.Length
            : text.IndexOfAny("。\n") is int end and > 0 ? end : text.Length;
    }

    private void Ask(
        TextSpan span, string words, string key, string? fix, IReadOnlyList<TextSpan>? related,
        (string Name, LocalizedText Value)[] values)
    {
        if (span.IsEmpty && !string.IsNullOrWhiteSpace(document.Text))
        {
            return;
        }

        string fingerprint = RemarkFingerprint.Of(rule.Id, rule.Check, key, 0);
        int occurrence = _seen.GetValueOrDefault(fingerprint);
        _seen[fingerprint] = occurrence + 1;
        remarks.Add(new Remark(
            rule.Id, rule.Check, rule.Level, RemarkScopeOf(rule.Scope), rule.Name, Filled(words, values),
            rule.Basis, span)
        {
            Related = related ?? [],
            Fix = fix,
            Fingerprint = occurrence == 0 ? fingerprint : RemarkFingerprint.Of(rule.Id, rule.Check, key, occurrence),
        });
    }

    private LocalizedText Filled(string words, (string Name, LocalizedText Value)[] values)
    {
        string quoted = words.Length > Quoted ? string.Concat(words.AsSpan(0, CutAt(words)), "…") : words;
        (string zh, string en) = (rule.Message.Zh, rule.Message.En);
        foreach ((string name, LocalizedText value) in values.Prepend((Words, new LocalizedText(quoted, quoted))))
        {
            zh = zh.Replace($"{{{name}}}", value.Zh, StringComparison.Ordinal);
            en = en.Replace($"{{{name}}}", value.En, StringComparison.Ordinal);
        }

        return new LocalizedText(zh, en);
    }

    private static int CutAt(string words) => char.IsHighSurrogate(words[Quoted - 1]) ? Quoted - 1 : Quoted;

    private static RemarkScope RemarkScopeOf(RuleScope scope) => scope switch
    {
        RuleScope.Statement => RemarkScope.Statement,
        RuleScope.Words => RemarkScope.Words,
        _ => RemarkScope.Element,
    };
}
