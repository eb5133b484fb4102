namespace Gongxing.Documents.Docx;

/// <summary>A style together with what it is based on; null where no style of the chain says anything.</summary>
internal sealed class ResolvedStyle
{
    /// <summary>The list (w:numId); 0 takes a paragraph out of any list.</summary>
    public int? Number { get; set; }

    /// <summary>The style of the chain that names the list.</summary>
    public string NumberedBy { get; set; } = "";

    public int? Level { get; set; }

    /// <summary>From 0; 9 is body text.</summary>
    public int? Outline { get; set; }

    public bool? Hidden { get; set; }

    /// <summary>Title or subtitle of the whole document: a heading above all levels.</summary>
    public bool IsTitle { get; set; }
}
