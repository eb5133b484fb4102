namespace Gongxing.Documents.Odt;

/// <summary>A list between its start and its end.</summary>
/// <param name="Counts">Shared by all levels of a list, and by the lists that go on with its numbers.</param>
/// <param name="Style">Null leaves it to the style of the paragraph.</param>
internal sealed record OpenList(int?[] Counts, string? Style, int Level)
{
    /// <summary>The next paragraph is the first of an item: it bears the number.</summary>
    public bool IsNumberDue { get; set; }

    /// <summary>Where the item says it starts.</summary>
    public int? Start { get; set; }
}
