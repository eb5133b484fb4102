using Gongxing.Text;

namespace Gongxing.Documents.Html;

/// <summary>The number in front of an item. Its value may still change while the list is open, if that counts down to one.</summary>
internal sealed class HtmlNumber(NumberFormat format, string closing, int value)
{
    public int Value { get; set; } = value;

    public override string ToString() => format.Write(Value) + closing;
}
