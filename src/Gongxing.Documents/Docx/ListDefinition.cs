namespace Gongxing.Documents.Docx;

/// <summary>One list (w:num): a pattern, and what differs from it.</summary>
internal sealed class ListDefinition(int number)
{
    public int Number => number;

    public int Pattern { get; set; } = -1;

    /// <summary>Levels that replace those of the pattern.</summary>
    public ListLevel?[] Levels { get; } = new ListLevel?[ListDefinitions.Levels];

    /// <summary>Where a level starts in this list, whatever others of the pattern have counted.</summary>
    public int?[] Starts { get; } = new int?[ListDefinitions.Levels];
}
