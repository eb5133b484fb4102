using System.Text;
using Gongxing.Core.Statements;
using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Facts;

/// <summary>
/// The words of a finding, cause or measure, normalised, without mandated formulations and hard line ends.
/// </summary>
internal sealed class ElementText
{
    // An element longer than this is a section that was not understood; its beginning tells what it is about.
    private const int ReadUpTo = 4000;

    public ElementText(ReviewedText text, StatementElement element)
    {
        Element = element;
        TextSpan span = text.FromRaw(element.Span);
        Words = Join(span.In(text.Masked)[..Math.Min(span.Length, ReadUpTo)]);
        Plain = Join(span.In(text.Normalized)[..Math.Min(span.Length, ReadUpTo)]);
        int title = NormalizedText.Fold(element.Title, NormalizationOptions.JoinLines).Length;
        TitleLength = Math.Min(title, Words.Length);
        Heading = Plain[..Math.Min(TitleLength, Plain.Length)];
        Clauses = [.. Cut(Words, TitleLength)];
    }

    public StatementElement Element { get; }

    /// <summary>With <see cref="Formulations.Mask"/> for every character of a formulation.</summary>
    public string Words { get; }

    /// <summary>The same with formulations as they are; positions may differ where lines were joined.</summary>
    public string Plain { get; }

    public int TitleLength { get; }

    public ReadOnlySpan<char> Title => Words.AsSpan(0, TitleLength);

    /// <summary>What stands between the marks, without the marks; the title first.</summary>
    public IReadOnlyList<TextSpan> Clauses { get; }

    /// <summary>True when something follows the title.</summary>
    public bool HasBody => Clauses.Count > 0 && Clauses[^1].End > TitleLength;

    public ReadOnlySpan<char> Clause(TextSpan clause) => clause.In(Words);

    /// <summary>The part after the last of the labels, where an element has one: 整改情况：…下一步：….</summary>
    public ElementText After(WordSet labels)
    {
        for (int i = Clauses.Count - 2; i > 0; i--)
        {
            TextSpan clause = Clauses[i];
            if (labels.LengthAt(Clause(clause)) == clause.Length && Words.AsSpan(clause.End).StartsWith(":"))
            {
                return new ElementText(this, Clauses[i + 1].Start);
            }
        }

        return this;
    }

    /// <summary>What stands below its title.</summary>
    public ElementText Body() => new(this, TitleLength) { Heading = Plain[..Math.Min(TitleLength, Plain.Length)] };

    /// <summary>The title, also where only the body is looked at.</summary>
    public string Heading { get; private init; }

    private ElementText(ElementText whole, int start)
    {
        Element = whole.Element;
        Words = whole.Words[start..];
        Plain = whole.Plain[Math.Min(start, whole.Plain.Length)..];
        Heading = "";
        Clauses = [.. Cut(Words, 0)];
    }

    private static IEnumerable<TextSpan> Cut(string words, int title)
    {
        var clauses = new List<TextSpan>();
        foreach (TextSpan part in Parts(words, title))
        {
            int start = part.Start;
            int end = part.End;
            while (end > start && !char.IsLetterOrDigit(words[end - 1])
                && words[end - 1] is not ('%' or '"' or Formulations.Mask or '》'))
            {
                end--;
            }

            while (start < end && !char.IsLetterOrDigit(words[start])
                && words[start] is not ('"' or Formulations.Mask or '《' or '('))
            {
                start++;
            }

            if (end > start)
            {
                clauses.Add(TextSpan.FromBounds(start, end));
            }
        }

        return clauses;
    }

    private static List<TextSpan> Parts(string words, int title)
    {
        var spans = new List<TextSpan>();
        foreach (TextSpan part in Text.Clauses.In(words, new TextSpan(0, title)))
        {
            spans.Add(part);
        }

        foreach (TextSpan part in Text.Clauses.In(words, TextSpan.FromBounds(title, words.Length)))
        {
            spans.Add(part);
        }

        return spans;
    }

    // A line end inside a sentence is the page's, not the writer's.
    private static string Join(ReadOnlySpan<char> words)
    {
        if (!words.Contains('\n'))
        {
            return words.ToString();
        }

        var joined = new StringBuilder(words.Length);
        foreach (char c in words)
        {
            if (c != '\n' || (joined.Length > 0 && joined[^1] is '。' or ';' or '!' or '?' or ':'))
            {
                joined.Append(c);
            }
        }

        return joined.ToString();
    }
}
