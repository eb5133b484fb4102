using System.Data.Common;
using Dapper;
using Gongxing.Core.People;
using Gongxing.Storage.Search;
using Gongxing.Text;

namespace Gongxing.Storage.Postgres;

/// <summary>Tokens in a tsvector of each part.</summary>
internal sealed class PostgresSearchIndex : SearchIndex
{
    public override string PositionFunction => "strpos";

    public override string NumbersWith(string parameter) =>
        $"""
        select p.number from search_part p
        where p.organisation = @organisation and p.tokens @@ to_tsquery('simple', {parameter})
        """;

    public override string QueryFor(SearchQuery word) => word.TsQuery;

    protected override Task AddPartsAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        long number,
        IReadOnlyList<string> parts) =>
        connection.ExecuteAsync(
            """
            insert into search_part (organisation, number, part, tokens)
            select @organisation, @number, part.number, to_tsvector('simple', part.tokens)
            from unnest(@tokens) with ordinality as part (tokens, number)
            """,
            new { organisation, number, tokens = parts.ToArray() },
            transaction);

    protected override Task RemovePartsAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        long number) =>
        connection.ExecuteAsync(
            "delete from search_part where organisation = @organisation and number = @number",
            new { organisation, number },
            transaction);
}
