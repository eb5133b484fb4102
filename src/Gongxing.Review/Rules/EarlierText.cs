namespace Gongxing.Review.Rules;

/// <summary>What the same person wrote before, and what they found then.</summary>
public sealed record EarlierText(string Text)
{
    /// <summary>The year it is about; null when it does not say.</summary>
    public int? Year { get; init; }

    public IReadOnlyList<EarlierFinding> Findings { get; init; } = [];

    /// <summary>Whether it was written before a statement about <paramref name="year"/>, as far as both say.</summary>
    internal bool IsBefore(int? year) => Year is null || year is null || Year < year;
}

/// <param name="IsClosed">Whether its ledger item was struck off; null when nothing is known of one.</param>
public sealed record EarlierFinding(string Title, string Text, bool? IsClosed = null);
