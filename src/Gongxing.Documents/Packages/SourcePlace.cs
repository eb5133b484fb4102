namespace Gongxing.Documents.Packages;

/// <summary>Where in a part of XML a UTF-16 unit of text was written.</summary>
/// <param name="Element">Which start of an element of the part, counted from 0, wrote it.</param>
/// <param name="Offset">The unit within the text of that element; 0 where the element itself stands for it, as a tab does.</param>
internal readonly record struct SourcePlace(int Element, int Offset)
{
    /// <summary>Nobody wrote it: numbering, the end of a line.</summary>
    public static readonly SourcePlace None = new(-1, 0);

    public bool Exists => Element >= 0;
}
