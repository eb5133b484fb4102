namespace Gongxing.Review.Structure;

/// <summary>How an item is marked. The order is the usual order of nesting, outermost first.</summary>
internal enum MarkStyle
{
    /// <summary>第一章、第一部分.</summary>
    Chapter,

    /// <summary>A heading without a number.</summary>
    Heading,

    /// <summary>壹、</summary>
    Legal,

    /// <summary>一、</summary>
    Han,

    /// <summary>甲、</summary>
    Stem,

    /// <summary>Ⅰ、 or II.</summary>
    Roman,

    /// <summary>（一）</summary>
    HanInBrackets,

    /// <summary>1 and a blank: the first of the numbers 1, 1.1, 1.1.1.</summary>
    Spaced,

    /// <summary>1. or 1、</summary>
    Arabic,

    /// <summary>1.1</summary>
    TwoPart,

    /// <summary>1.1.1</summary>
    ThreePart,

    /// <summary>(1)</summary>
    ArabicInBrackets,

    /// <summary>①</summary>
    Circled,

    /// <summary>a) or A、</summary>
    Letter,

    /// <summary>A1: or 序号3:</summary>
    Coded,

    /// <summary>首先、其次, 第一、第二</summary>
    Ordinal,

    /// <summary>一是</summary>
    Is,

    /// <summary>一要</summary>
    Must,

    /// <summary>● or another sign without a number.</summary>
    Bullet,

    /// <summary>整改措施：</summary>
    Label,
}

/// <summary>A number or label that opens an item.</summary>
/// <param name="Start">Where the mark begins.</param>
/// <param name="ContentStart">Where what it marks begins.</param>
/// <param name="Value">The number; 0 for none.</param>
internal sealed record Mark(MarkStyle Style, int Start, int ContentStart, int Value, bool AtLineStart)
{
    /// <summary>What follows the label, for <see cref="MarkStyle.Label"/>.</summary>
    public LabelRole Label { get; init; }

    /// <summary>A sentence that leads over to something else instead of a heading: 究其原因…, 今后我要这样改：.</summary>
    public bool IsSentence { get; init; }
}

internal enum LabelRole
{
    None,
    Problem,
    Cause,
    Measure,

    /// <summary>What was done about it (整改情况): a measure where no other is named.</summary>
    Answer,

    /// <summary>How far it has come (进展成效).</summary>
    Progress,

    /// <summary>Who, by when, to what end: said of the item before it.</summary>
    Owner,
    Due,
    Goal,
    Other,
}
