using System.Buffers;

namespace Gongxing.Review.Rules;

/// <summary>The marks at which rules look no further.</summary>
internal static class ClauseMarks
{
    /// <summary>Ends of clauses and lines, in a text as written or folded.</summary>
    public static SearchValues<char> All { get; } = SearchValues.Create("，。；：！？、,;\n");

    /// <summary>Ends of sentences and lines, in a folded text.</summary>
    public static SearchValues<char> OfSentences { get; } = SearchValues.Create("。；;！？!?\n");
}
