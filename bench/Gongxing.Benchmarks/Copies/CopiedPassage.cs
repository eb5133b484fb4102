using Gongxing.Text;

namespace Gongxing.Benchmarks.Copies;

/// <summary>A passage that stands in two papers; <see cref="A"/> is the paper with the smaller number.</summary>
internal sealed record CopiedPassage(int A, TextSpan SpanA, int B, TextSpan SpanB)
{
    public static CopiedPassage Of(int a, TextSpan spanA, int b, TextSpan spanB) =>
        a <= b ? new CopiedPassage(a, spanA, b, spanB) : new CopiedPassage(b, spanB, a, spanA);
}

/// <summary>A passage that the generator copied, and how.</summary>
internal sealed record PlantedCopy(CopyKind Kind, CopiedPassage Passage);
