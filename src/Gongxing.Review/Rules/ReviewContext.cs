namespace Gongxing.Review.Rules;

/// <summary>What the review knows beyond the text; all of it may be empty.</summary>
public sealed record ReviewContext
{
    public static ReviewContext Empty { get; } = new();

    /// <summary>Names of the writer's own unit and place.</summary>
    public IReadOnlyList<string> OwnNames { get; init; } = [];

    /// <summary>Names of other units and places, which a copied passage brings along.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Opinions given about the writer, one each; who gave them is not known here.</summary>
    public IReadOnlyList<string> Opinions { get; init; } = [];

    /// <summary>What the same person wrote in earlier years.</summary>
    public IReadOnlyList<EarlierText> Earlier { get; init; } = [];
}
