namespace Gongxing.Documents;

/// <summary>Why a file could not be read. The site and the command line have a sentence for each that says what to do.</summary>
public enum Unreadable
{
    Empty,
    TooLarge,

    /// <summary>The content is of no kind we read: a picture, a sheet, a program.</summary>
    UnknownType,

    /// <summary>A kind we read, but locked by a password.</summary>
    Encrypted,

    /// <summary>A PDF of pictures without a text layer.</summary>
    Scanned,

    /// <summary>The archive inside the file ends before its time.</summary>
    Cut,

    /// <summary>Unpacks to far more than it should.</summary>
    Bomb,

    TooManyParts,
    TooDeep,

    /// <summary>XML with a document type definition; office programs never write one.</summary>
    ForbiddenDtd,

    Damaged,

    /// <summary>Well formed, but there is no text in it.</summary>
    NoText,

    /// <summary>.doc or .wps, and no office program is installed to convert it.</summary>
    NeedsConversion,

    TimedOut,

    /// <summary>The worker process ended on this file: memory, stack or a fault of a library.</summary>
    WorkerDied,

    /// <summary>The path names no file, or one that may not be opened.</summary>
    NotFound,

    /// <summary>Too many files are waiting to be read. Nothing is wrong with this one.</summary>
    Busy,

    /// <summary>The file no longer reads as the text on which its comments were made: this is another version, of it or of us.</summary>
    OtherText,

    /// <summary>A package of a kind we read that has lost the part with the text.</summary>
    NoMainPart,

    /// <summary>Text of which some is in one encoding and some in another, or much is damaged.</summary>
    MixedText,

    /// <summary>The path names a folder.</summary>
    Folder,

    /// <summary>The path names a link that leads nowhere, or back to itself.</summary>
    BrokenLink,
}

/// <summary>Thrown inside a reader to give a file up; <see cref="DocumentReader"/> turns it into a result.</summary>
public sealed class UnreadableException(Unreadable reason, string detail = "") : Exception($"{reason}: {detail}")
{
    public Unreadable Reason => reason;

    /// <summary>For the log: which part, which limit. Never shown alone.</summary>
    public string Detail => detail;
}
