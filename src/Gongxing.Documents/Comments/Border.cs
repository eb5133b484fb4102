namespace Gongxing.Documents.Comments;

/// <summary>A place where the range of a comment begins or ends.</summary>
/// <param name="Piece">0 before the anchor, the number of its pieces after it, else before that piece of a run.</param>
/// <param name="Offset">How many units of the piece's text lie before the place.</param>
internal readonly record struct Border(Anchor Anchor, int Piece, int Offset)
{
    public static Border Before(Anchor anchor) => new(anchor, 0, 0);

    // An anchor without pieces still has two sides.
    public static Border After(Anchor anchor) => new(anchor, Math.Max(1, anchor.Pieces.Count), 0);

    public bool IsBefore => Piece == 0 && Offset == 0;

    public bool IsAfter => Piece >= Math.Max(1, Anchor.Pieces.Count);
}
