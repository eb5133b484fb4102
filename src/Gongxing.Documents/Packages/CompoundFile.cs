namespace Gongxing.Documents.Packages;

/// <summary>Tells from its directory what an OLE compound file (CFB, [MS-CFB]) holds; reads no stream.</summary>
public static class CompoundFile
{
    private static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static CompoundKind KindOf(ReadOnlySpan<byte> content) =>
        content.StartsWith(Signature) ? CompoundKind.Other : CompoundKind.None;
}
