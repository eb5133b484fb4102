using System.Text.Json;

namespace Gongxing.Tests.Review.Structure;

/// <summary>What a careful reader found in a text of the corpus; a member that is null was not judged.</summary>
internal sealed record Expectation
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    public bool? IsStatement { get; init; }
    public string? Kind { get; init; }
    public int? Year { get; init; }
    public string? Template { get; init; }
    public string[]? Sections { get; init; }
    public string[]? Aspects { get; init; }
    public ExpectedElement[]? Findings { get; init; }
    public ExpectedElement[]? Causes { get; init; }
    public ExpectedElement[]? Measures { get; init; }
    public string[]? Links { get; init; }
    public string[]? NoLinks { get; init; }

    public static Expectation Read(string json) => JsonSerializer.Deserialize<Expectation>(json, s_options)!;
}

internal sealed record ExpectedElement
{
    /// <summary>Stands for a member the file does not have: not judged. Null means that there is none.</summary>
    public const string NotJudged = "?";

    public string? Aspect { get; init; } = NotJudged;
    public string? Group { get; init; } = NotJudged;
    public string? Title { get; init; } = NotJudged;
    public required string Start { get; init; }
}
