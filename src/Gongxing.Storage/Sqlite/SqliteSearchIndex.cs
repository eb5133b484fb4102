using System.Data.Common;
using Dapper;
using Gongxing.Core.People;
using Gongxing.Storage.Search;
using Gongxing.Text;

namespace Gongxing.Storage.Sqlite;

/// <summary>Tokens in an FTS5 table without content.</summary>
internal sealed class SqliteSearchIndex : SearchIndex
{
    public override string PositionFunction => "instr";

    public override string SubjectsWith(string parameter) =>
        $"""
        select p.subject from search_index i cross join search_part p on p.number = i.rowid
        where i.tokens match {parameter} and p.organisation = @organisation
        """;

    public override string QueryFor(SearchQuery word) => word.Fts5;

    protected override async Task AddPartsAsync(DbConnection connection, DbTransaction transaction, SearchText text)
    {
        foreach (string tokens in text.Parts)
        {
            await connection.ExecuteAsync(
                """
                insert into search_part (organisation, subject) values (@Organisation, @Subject);
                insert into search_index (rowid, tokens) values (last_insert_rowid(), @tokens);
                """,
                new { text.Organisation, text.Subject, tokens },
                transaction);
        }
    }

    protected override Task RemovePartsAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        string subject) =>
        connection.ExecuteAsync(
            """
            delete from search_index where rowid in (
                select number from search_part where organisation = @organisation and subject = @subject);
            delete from search_part where organisation = @organisation and subject = @subject;
            """,
            new { organisation, subject },
            transaction);
}
