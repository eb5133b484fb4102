using System.Text;
using Gongxing.Text;

namespace Gongxing.Benchmarks.Copies;

/// <summary>A sentence of a draft; where it stands is known once the draft is written out.</summary>
/// <param name="isOwn">False for what belongs to the form, the office or everybody.</param>
internal sealed class DraftSentence(string text, bool isOwn)
{
    public string Text { get; } = text;

    public bool IsOwn { get; } = isOwn;

    public TextSpan Span { get; set; }
}

/// <summary>A paper while passages are still put into it.</summary>
internal sealed class PaperDraft(string writer, int year)
{
    public string Writer { get; } = writer;

    public int Year { get; } = year;

    /// <summary>Every paragraph, headings among them.</summary>
    public List<List<DraftSentence>> Paragraphs { get; } = [];

    /// <summary>The paragraphs that the writer filled.</summary>
    public List<List<DraftSentence>> Body { get; } = [];

    public void AddHeading(string text) => Paragraphs.Add([new DraftSentence(text, isOwn: false)]);

    public void AddBody(List<DraftSentence> paragraph)
    {
        Paragraphs.Add(paragraph);
        Body.Add(paragraph);
    }

    /// <summary>Sentences in a row, inside one paragraph, of about so many characters.</summary>
    /// <remarks>It begins and ends with own words, and most of it is own: nobody can tell who copied what everybody
    /// writes.</remarks>
    public List<DraftSentence> PickPassage(RandomStream random, int shortest, int longest)
    {
        List<DraftSentence> best = [];
        int bestLength = 0;
        for (int tries = 0; tries < 60; tries++)
        {
            List<DraftSentence> paragraph = random.Pick(Body);
            int wanted = random.Between(shortest, longest);
            int first = random.Below(paragraph.Count);
            int last = first;
            int length = paragraph[first].Text.Length;
            while (last + 1 < paragraph.Count && (length < wanted || !paragraph[last].IsOwn))
            {
                length += paragraph[++last].Text.Length;
            }

            List<DraftSentence> passage = paragraph.GetRange(first, last - first + 1);
            int own = passage.Sum(sentence => sentence.IsOwn ? sentence.Text.Length : 0);
            if (!passage[0].IsOwn || !passage[^1].IsOwn || own * 3 < length * 2)
            {
                continue;
            }

            if (length >= shortest && length <= longest)
            {
                return passage;
            }

            // The nearest to what was asked for, should the paper have none.
            if (best.Count == 0 || Distance(length) < Distance(bestLength))
            {
                (best, bestLength) = (passage, length);
            }
        }

        return best.Count > 0 ? best : throw new InvalidOperationException("The paper has no passage of its own.");

        int Distance(int length) => length < shortest ? shortest - length : Math.Max(0, length - longest);
    }

    /// <summary>Puts sentences somewhere into a paragraph of the body, between two of its sentences.</summary>
    public void Plant(
        RandomStream random, IReadOnlyList<DraftSentence> sentences, List<DraftSentence>? paragraph = null)
    {
        paragraph ??= random.Pick(Body);
        paragraph.InsertRange(random.Between(1, paragraph.Count), sentences);
    }

    public string Write()
    {
        var text = new StringBuilder();
        foreach (List<DraftSentence> paragraph in Paragraphs)
        {
            foreach (DraftSentence sentence in paragraph)
            {
                sentence.Span = new TextSpan(text.Length, sentence.Text.Length);
                text.Append(sentence.Text);
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
