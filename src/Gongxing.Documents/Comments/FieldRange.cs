namespace Gongxing.Documents.Comments;

/// <summary>A field from its first mark to its last.</summary>
/// <param name="First">The element that begins it.</param>
/// <param name="Last">The element that ends it.</param>
internal sealed record FieldRange(int First, int Last, Border Start, Border End);
