using BenchmarkDotNet.Attributes;
using Gongxing.Text;

namespace Gongxing.Benchmarks;

/// <summary>One megabyte of UTF-16 an operation, so that operations a second are megabytes a second.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private readonly string _text = GeneratedText.OfLength(500_000, seed: 1);
    private readonly WordMatcher _matcher = new(GeneratedText.Words(1000, seed: 2));

    [Benchmark]
    public NormalizedText Normalize() => NormalizedText.Of(_text);

    [Benchmark]
    public string Fold() => NormalizedText.Fold(_text);

    [Benchmark]
    public int CutSentences() => Count(Sentences.In(_text));

    [Benchmark]
    public int CutClauses() => Count(Clauses.In(_text));

    [Benchmark]
    public int MatchWords()
    {
        int count = 0;
        foreach (WordMatch match in _matcher.Longest(_text))
        {
            count += match.Span.Length;
        }

        return count;
    }

    [Benchmark]
    public string SearchTokensOf() => SearchTokens.Of(_text);

    private static int Count(SegmentEnumerator segments)
    {
        int count = 0;
        foreach (TextSpan segment in segments)
        {
            count += segment.Length > 0 ? 1 : 0;
        }

        return count;
    }
}
