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

    public override string SubjectsWith(string parameter) =>
        $"""
        select p.subject from search_part p
        where p.tokens @@ to_tsquery('simple', {parameter}) and p.organisation = @organisation
        """;

    public override string QueryFor(SearchQuery word) => word.TsQuery;

    protected override Task AddPartsAsync(DbConnection connection, DbTransaction transaction, SearchText text) =>
        connection.ExecuteAsync(
            """
            insert into search_part (organisation, subject, number, tokens)
            select @Organisation, @Subject, part.number, to_tsvector('simple', part.tokens)
            from unnest(@tokens) with ordinality as part (tokens, number)
            """,
            new { text.Organisation, text.Subject, tokens = text.Parts.ToArray() },
            transaction);

    protected override Task RemovePartsAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        string subject) =>
        connection.ExecuteAsync(
            "delete from search_part where organisation = @organisation and subject = @subject",
            new { organisation, subject },
            transaction);
}
