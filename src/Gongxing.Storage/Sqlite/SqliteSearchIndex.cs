using System.Data.Common;
using Dapper;
using Gongxing.Core.People;
using Gongxing.Storage.Search;
using Gongxing.Text;

namespace Gongxing.Storage.Sqlite;

/// <summary>Tokens in an FTS5 table without content, whose rowid holds the number of the text and that of the part.</summary>
internal sealed class SqliteSearchIndex : SearchIndex
{
    public override string PositionFunction => "instr";

    public override string NumbersWith(string parameter) =>
        $"select i.rowid / {MostParts} from search_index i where i.tokens match {parameter}";

    public override string QueryFor(SearchQuery word) => word.Fts5;

    protected override async Task AddPartsAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        long number,
        IReadOnlyList<string> parts)
    {
        for (int part = 0; part < parts.Count; part++)
        {
            await connection.ExecuteAsync(
                "insert into search_index (rowid, tokens) values (@row, @tokens)",
                new { row = number * MostParts + part, tokens = parts[part] },
                transaction);
        }
    }

    protected override Task RemovePartsAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        long number) =>
        connection.ExecuteAsync(
            "delete from search_index where rowid between @first and @last",
            new { first = number * MostParts, last = number * MostParts + MostParts - 1 },
            transaction);
}
