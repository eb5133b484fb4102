namespace Gongxing.Documents.Packages;

/// <summary>Characters of a text that are to be replaced by others.</summary>
internal readonly record struct TextEdit(int Position, int Length, string Text);
