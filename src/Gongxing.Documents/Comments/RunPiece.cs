namespace Gongxing.Documents.Comments;

/// <summary>A child element of a run.</summary>
/// <param name="First">The element, as <see cref="Packages.SourcePlace.Element"/> counts.</param>
/// <param name="Name">Local name of a Word element, or nothing for one of another namespace.</param>
internal sealed record RunPiece(int First, int Start, string Name)
{
    public int End { get; set; }

    public bool IsText => Name == "t";

    public bool IsProperties => Name == "rPr";

    public bool IsSeen => Name is not ("rPr" or "lastRenderedPageBreak");
}
