namespace Gongxing.Documents.Packages;

/// <summary>What an OLE compound file holds.</summary>
public enum CompoundKind
{
    /// <summary>Not a compound file at all.</summary>
    None,

    /// <summary>A .docx, .xlsx or .pptx locked by a password.</summary>
    EncryptedPackage,

    /// <summary>Word 97–2003, also written by WPS as .wps.</summary>
    Word,

    /// <summary>A sheet, slides, a message, an installer.</summary>
    Other,

    /// <summary>The file ends before its directory, or before the text of a Word document.</summary>
    Cut,

    /// <summary>There is no directory where it should be.</summary>
    Damaged,
}
