using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Comments;

/// <summary>The first and the last unit that a comment is about.</summary>
/// <param name="IsWhole">The whole run of the first is meant.</param>
internal readonly record struct Marked(SourcePlace First, SourcePlace Last, bool IsWhole)
{
    public static Marked? Cover(Marked? a, Marked? b) => (a, b) switch
    {
        ({ } left, { } right) => new Marked(Earlier(left.First, right.First), Later(left.Last, right.Last), false),
        _ => a ?? b,
    };

    private static SourcePlace Earlier(SourcePlace a, SourcePlace b) => IsBefore(b, a) ? b : a;

    private static SourcePlace Later(SourcePlace a, SourcePlace b) => IsBefore(a, b) ? b : a;

    private static bool IsBefore(SourcePlace a, SourcePlace b) => (a.Element, a.Offset).CompareTo((b.Element, b.Offset)) < 0;
}
