namespace Gongxing.Review.Structure;

/// <summary>
/// A marked item of the outline with everything below it; positions count in <see cref="Flow.Text"/>.
/// </summary>
internal sealed class Node(Mark mark, double rank)
{
    private int _styles;

    public Mark Mark => mark;

    /// <summary>How deep marks of this kind stand in this document; lower is further out.</summary>
    public double Rank => rank;

    /// <summary>The level of the heading style of its line, 0 for none.</summary>
    public int HeadingLevel { get; init; }

    public Node? Parent { get; private set; }

    public List<Node> Children { get; } = [];

    public int Start => mark.Start;

    /// <summary>Where the words begin, after the mark.</summary>
    public int ContentStart => mark.ContentStart;

    public int End { get; set; }

    /// <summary>The end of the title, without its closing mark.</summary>
    public int TitleEnd { get; set; }

    /// <summary>Where what the title is a title of begins.</summary>
    public int BodyStart { get; set; }

    public bool IsLabel => mark.Style == MarkStyle.Label;

    public bool IsBareHeading => mark.Style == MarkStyle.Heading;

    /// <summary>The end of what stands before the first item below.</summary>
    public int OwnEnd => Children.Count > 0 ? Children[0].Start : End;

    /// <summary>The items below that are no labels.</summary>
    public IEnumerable<Node> Items => Children.Where(child => !child.IsLabel);

    /// <summary>True when an item marked in this style was ever added below.</summary>
    public bool Holds(MarkStyle style) => (_styles & (1 << (int)style)) != 0;

    public void Add(Node child)
    {
        _styles |= 1 << (int)child.Mark.Style;
        child.Parent = this;
        Children.Add(child);
    }
}
