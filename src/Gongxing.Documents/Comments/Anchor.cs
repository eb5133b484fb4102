namespace Gongxing.Documents.Comments;

/// <summary>
/// What stands in a paragraph between two places where a comment may begin: a run, or something that must not be looked into.
/// </summary>
/// <param name="first">The element itself, as <see cref="Packages.SourcePlace.Element"/> counts.</param>
/// <param name="start">Where its tag begins in the text of the part.</param>
internal sealed class Anchor(int first, int start, int depth, bool isRun)
{
    public int First => first;

    /// <summary>The last element inside it.</summary>
    public int Last { get; set; }

    public int Start => start;

    public int End { get; set; }

    public int Depth => depth;

    /// <summary>It may be split between its pieces.</summary>
    public bool IsRun => isRun;

    /// <summary>What a run holds; empty for anything else.</summary>
    public List<RunPiece> Pieces { get; } = [];

    /// <summary>The piece that an element stands in.</summary>
    public int PieceOf(int element) => Pieces.FindLastIndex(piece => piece.First <= element);

    /// <summary>Nothing from the piece on can be seen.</summary>
    public bool IsOverAt(int piece) => Pieces.FindIndex(piece, rest => rest.IsSeen) < 0;

    /// <summary>Nothing before the piece can be seen.</summary>
    public bool IsUnbegunAt(int piece) => Pieces.FindIndex(0, piece, before => before.IsSeen) < 0;
}
