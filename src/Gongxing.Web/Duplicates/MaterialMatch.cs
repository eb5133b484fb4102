using Gongxing.Text.Similarity;

namespace Gongxing.Web.Duplicates;

/// <summary>One other material and what is shared with it.</summary>
public sealed class MaterialMatch
{
    public MaterialMatch(ReadMaterial own, ReadMaterial other, FoundText found, OwnText text)
    {
        Own = own;
        Other = other;
        // Numbered before some are left out: the page of the pair shows them all, under the same numbers.
        Passages = [.. Numbered(found).Where(passage => text.IsOwn(passage.Passage.A))];
        IEnumerable<Passage> kept = Passages.Select(one => one.Passage);
        ShareOfOwn = found.ContainmentA * SpanUnion.Kept(own.Document.Text, kept, found.Passages, block => block.A);
        ShareOfOther = found.ContainmentB * SpanUnion.Kept(other.Document.Text, kept, found.Passages, block => block.B);
        Parts = PartShare.Of(own, SpanUnion.Of(Passages.SelectMany(one => one.Passage.Blocks).Select(block => block.A)));
    }

    public ReadMaterial Own { get; }

    public ReadMaterial Other { get; }

    public double ShareOfOwn { get; }

    public double ShareOfOther { get; }

    /// <summary>Those that count, in the order of the own text; numbered with those that do not.</summary>
    public IReadOnlyList<NumberedPassage> Passages { get; }

    /// <summary>Which parts of the own text they stand in, and how much of each they are.</summary>
    public IReadOnlyList<PartShare> Parts { get; }

    /// <summary>Whether both are the same person's, or the same office's of different years.</summary>
    public bool IsOwn =>
        (Own.Material.Subject is { } person && Other.Material.Subject == person)
        || (Own.Material.Office == Other.Material.Office
            && Own.Statement.Year is { } year && Other.Statement.Year is { } then && year != then);

    public static IReadOnlyList<NumberedPassage> Numbered(FoundText found) =>
    [
        .. found.Passages.OrderBy(passage => passage.A.Start).ThenBy(passage => passage.B.Start)
            .Select((passage, i) => new NumberedPassage(i + 1, passage)),
    ];
}

public sealed record NumberedPassage(int Number, Passage Passage);
