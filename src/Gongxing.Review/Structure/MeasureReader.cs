namespace Gongxing.Review.Structure;

/// <summary>Reads the measures of a section: the smallest numbered items that promise something.</summary>
internal sealed class MeasureReader(Draft draft)
{
    private const int ShortestPromise = 8;

    private Flow Flow => draft.Flow;

    public void Read(Node section, IReadOnlyList<Node> items, bool headed)
    {
        if (items.Any(item => !item.IsLabel))
        {
            ReadItems(items, null, 0, headed);
        }
        else
        {
            foreach ((int start, int end) in Paragraphs.Items(Flow, section.BodyStart, section.End, cues: null))
            {
                Add(section, start, end, null, 0, headed);
            }
        }
    }

    /// <summary>Reads what stands after 整改措施：.</summary>
    public void ReadPart(Node part, int record, string? about = null)
    {
        if (part.Items.Any())
        {
            ReadItems(part.Children, null, record, headed: true);
        }
        else
        {
            Add(part, part.IsLabel ? part.ContentStart
                : part.BodyStart, EndOf(part), null, record, headed: true, about);
        }
    }

    /// <summary>Reads what stands after the title of an item that names a problem.</summary>
    public void ReadAnswer(Node item, int record)
    {
        if (item.Items.Any())
        {
            ReadItems(item.Children, null, record, headed: true);
        }
        else
        {
            Add(item, item.BodyStart, EndOf(item), null, record, headed: true);
        }
    }

    private void ReadItems(IReadOnlyList<Node> items, string? group, int record, bool headed)
    {
        ILookup<MarkStyle, Node> inside = items.Where(item => !item.IsLabel).SelectMany(item => item.Items)
            .ToLookup(item => item.Mark.Style);
        foreach (Node item in items.Where(item => !item.IsLabel))
        {
            // What most of its sisters hold tells what an item holds.
            if (item.Items.FirstOrDefault() is { } first
                && (MostPromise(inside[first.Mark.Style]) || MostPromise(item.Items)))
            {
                ReadItems([.. item.Items], Flow.Quote(item.ContentStart, item.TitleEnd), record, headed);
            }
            else
            {
                Add(item, item.ContentStart, EndOf(item), group, record, headed);
            }
        }
    }

    private bool MostPromise(IEnumerable<Node> items) => items.Count(Promises) * 2 > items.Count();

    private bool Promises(Node item)
    {
        ReadOnlySpan<char> text = Flow.Slice(item.ContentStart, item.End).Trim();
        return text.Length >= ShortestPromise && Lexicon.Act.IsIn(text);
    }

    private static int EndOf(Node item) => item.Children.Find(child => child.IsLabel)?.Start ?? item.End;

    private void Add(Node item, int start, int end, string? group, int record, bool headed, string? about = null)
    {
        Element? measure = draft.Cut(start, end, (from, to, title) => new Element(from, to, title)
        {
            Under = group,
            Record = record,
            About = about,
            HasMark = !item.IsBareHeading,
            InHeadedSection = headed,
            Number = item.Mark.Value,
            Owner = Said(item, LabelRole.Owner),
            Due = Said(item, LabelRole.Due),
        });
        if (measure is not null)
        {
            draft.Measures.Add(measure);
        }
    }

    private string? Said(Node item, LabelRole role) =>
        item.Children.Find(child => child.IsLabel && child.Mark.Label == role) is { } label
            ? AttributeOf(label)
            : null;

    /// <summary>The words after a label such as 责任单位：, without the stop that ends them.</summary>
    public string? AttributeOf(Node label)
    {
        int end = label.ContentStart;
        while (end < label.End && !"。;\n".Contains(Flow.Text[end]))
        {
            end++;
        }

        string words = Flow.Quote(label.ContentStart, end).TrimEnd('，', ',', '。', '；', ';', '）', ')');
        return words.Length == 0 ? null : words;
    }
}
