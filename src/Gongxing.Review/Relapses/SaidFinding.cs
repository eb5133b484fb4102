namespace Gongxing.Review.Relapses;

/// <summary>A finding as somebody wrote it in some year, to be held against what was written before.</summary>
/// <param name="Text">As written, from the title on.</param>
/// <param name="IsOwn">
/// Whose finding it is held against wrote this one too: then the same title is enough to ask. Everybody has a title like
/// 联系群众不够紧密, so of another's it says nothing.
/// </param>
public sealed record SaidFinding(string Title, string Text, bool IsOwn = false);
