using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>A paragraph as it was meant, in positions of <see cref="Flow.Text"/>.</summary>
internal sealed record FlowLine(int Start, int End, int HeadingLevel, TableCell? Cell)
{
    public int Length => End - Start;
}
