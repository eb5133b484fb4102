using System.Data.Common;
using Dapper;
using Gongxing.Core.People;
using Gongxing.Core.Statements;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.Materials;
using Gongxing.Text;

namespace Gongxing.Storage.Search;

/// <summary>Looks words up in materials and ledger items, and finds only what the reader may see.</summary>
/// <remarks>
/// A word is found wherever its characters stand together, in any script, width or case (see <see cref="SearchTokens"/>). All
/// words of a query must stand somewhere in the same material or item.
/// </remarks>
public sealed class SearchStore(Database database)
{
    private const int MostWords = 8;

    private const string After =
        "and t.number < (select a.number from search_text a where a.organisation = @organisation and a.subject = @after)";

    /// <summary>Newest first. Nothing for a query without words.</summary>
    /// <param name="kind">Only materials or only items; null for both.</param>
    /// <param name="after">Subject of the last hit of the page before; null from the newest.</param>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(
        Person reader,
        string typed,
        SearchKind? kind,
        string? after,
        int count,
        CancellationToken ct = default)
    {
        SearchQuery query = SearchQuery.Parse(typed);
        string[] words = [.. query.Words.Concat(query.SingleCharacters).Take(MostWords)];
        if (words.Length == 0)
        {
            return [];
        }

        DynamicParameters parameters = MaterialVisibility.For(reader);
        parameters.AddDynamicParams(new { kind = $"{kind}", after = after ?? "", count });
        string sql =
            $"""
            {MaterialVisibility.Within}
            select t.kind, t.subject, t.title, t.body, d.content
            from search_text t
            left join material_document d on d.organisation = t.organisation and d.material = t.subject
            where t.organisation = @organisation
              and {string.Join("\n  and ", words.Select((word, i) => database.Search.Holds(word, $"@word{i}", parameters)))}
              {(kind is null ? "" : "and t.kind = @kind")} {(after is null ? "" : After)}
              and (exists (select 1 from material m where m.id = t.subject and {MaterialVisibility.Condition})
                or exists (select 1 from ledger_item i where i.id = t.subject and {VisibleItems.Condition(reader)}))
            order by t.number desc limit @count
            """;
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<Row>(sql, parameters);
        return [.. rows.Select(row => row.ToHit(query))];
    }

    private sealed class Row
    {
        public string Kind { get; init; } = "";
        public string Subject { get; init; } = "";
        public string Title { get; init; } = "";
        public string? Body { get; init; }
        public byte[]? Content { get; init; }

        public SearchHit ToHit(SearchQuery query)
        {
            string text = Body ?? (Content is null ? "" : StoredJson.Read<Document>(Content).Text);
            IReadOnlyList<TextSpan> marks = Excerpt.Marks(text, query);
            TextSpan part = Excerpt.Around(text, marks);
            return new SearchHit(
                Enum.Parse<SearchKind>(Kind),
                Subject,
                Title,
                Excerpt.Marks(Title, query),
                part.In(text).ToString(),
                [.. marks.Where(part.Overlaps).Select(mark => Within(part, mark))],
                part.Start);
        }

        private static TextSpan Within(TextSpan part, TextSpan mark) =>
            TextSpan.FromBounds(Math.Max(mark.Start, part.Start) - part.Start, Math.Min(mark.End, part.End) - part.Start);
    }
}
