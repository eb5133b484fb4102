using Gongxing.Core.Materials;
using Gongxing.Text;

namespace Gongxing.Core.Relapses;

/// <summary>Where a finding stands: numbers change with the structure, the words of a material never do.</summary>
public sealed record FindingPlace(MaterialId Material, TextSpan Span)
{
    /// <summary>Whether both are the same finding, be it cut a little differently after a correction.</summary>
    public bool IsSameAs(FindingPlace? other) => other?.Material == Material && Span.Overlaps(other.Span);
}
