using Gongxing.Core.Materials;
using Gongxing.Text;

namespace Gongxing.Core.Ledger;

/// <summary>A finding put up for follow-up, as taken from a statement or typed by hand.</summary>
public sealed record Proposal : LedgerDetail
{
    public required int Year { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public string? Aspect { get; init; }

    /// <summary>Where the finding stands; null when it was typed by hand.</summary>
    public MaterialSource? Source { get; init; }

    /// <summary>The person the finding is about; null for a finding about an office as a whole.</summary>
    public NamedPerson? Subject { get; init; }

    /// <summary>The office that keeps the item until a plan names another.</summary>
    public required NamedOffice Office { get; init; }

    /// <summary>As chosen by a person before the proposal was confirmed; never read out of the text.</summary>
    public NamedPerson? Owner { get; init; }

    /// <inheritdoc cref="Owner"/>
    public DateOnly? Due { get; init; }

    public IReadOnlyList<ProposedCause> Causes { get; init; } = [];
    public IReadOnlyList<ProposedMeasure> Measures { get; init; } = [];

    /// <summary>Number within the year, 7 for 2023-0007; given when it is stored.</summary>
    public int Serial { get; init; }

    /// <summary>What a person still has to supply. It hinders nothing now, and planning later.</summary>
    public IEnumerable<ProposalGap> Gaps()
    {
        if (Owner is null)
        {
            yield return ProposalGap.NoOwner;
        }

        if (Due is null)
        {
            yield return ProposalGap.NoDue;
        }

        if (Causes.Count == 0)
        {
            yield return ProposalGap.NoCause;
        }

        if (Measures.Count == 0)
        {
            yield return ProposalGap.NoMeasure;
        }
    }
}

public enum ProposalGap
{
    NoOwner,
    NoDue,
    NoCause,
    NoMeasure,
}

/// <summary>A place in a material, and the element of its structure that was there.</summary>
/// <param name="Revision">Number of the structure the element stands in.</param>
/// <param name="Element">F1, K1, M1…; another revision may call the same words something else.</param>
public sealed record MaterialSource(MaterialId Material, int Revision, string Element, TextSpan Span);

public sealed record ProposedCause(string Text, MaterialSource? Source);

/// <summary>
/// A measure as the text promises it; what it says of dates and people is kept as worded, for a person to decide.
/// </summary>
public sealed record ProposedMeasure(string Text, MaterialSource? Source)
{
    public string? DueAsWorded { get; init; }
    public string? OwnerAsWorded { get; init; }
    public string? CadenceAsWorded { get; init; }
    public string? QuantityAsWorded { get; init; }
}
