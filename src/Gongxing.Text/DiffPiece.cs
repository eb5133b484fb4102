namespace Gongxing.Text;

/// <summary>A stretch of a comparison: kept, or only in the old text, or only in the new one.</summary>
/// <param name="Old">Where in the old text; empty, at the place where it would stand, for what was added.</param>
/// <param name="New">Where in the new text; empty, at the place where it stood, for what was removed.</param>
public readonly record struct DiffPiece(DiffKind Kind, TextSpan Old, TextSpan New);

public enum DiffKind
{
    Kept,
    Removed,
    Added,
}
