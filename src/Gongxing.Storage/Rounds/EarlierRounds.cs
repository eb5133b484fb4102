namespace Gongxing.Storage.Rounds;

/// <summary>What stood in rounds of earlier years that the same office held.</summary>
internal static class EarlierRounds
{
    /// <summary>The materials, by the id that all drafts of one have, in rounds before those that <c>@Series</c> stands in.</summary>
    public const string Series =
        """
        select b.series from submission s
        join revision_round r on r.organisation = s.organisation and r.id = s.round
        join revision_round e on e.organisation = r.organisation and e.office = r.office and e.year < r.year
        join submission b on b.organisation = e.organisation and b.round = e.id and b.is_in = 1
        where s.organisation = @organisation and s.series = @Series and s.is_in = 1
        """;
}
