using Gongxing.Text;
using Npgsql;

namespace Gongxing.Tests.Text;

public class SearchTokensPostgresTests
{
    [Fact]
    public async Task Postgres_finds_what_the_normalised_text_contains()
    {
        string? server = Environment.GetEnvironmentVariable("GONGXING_TEST_POSTGRES");
        Assert.SkipWhen(server is null, "No PostgreSQL: set GONGXING_TEST_POSTGRES to a connection string.");
        const string Text = "邮箱 zhang@example.com，http://www.gov.cn/a?b=1，增长3.5%与-7，見GB18030號“四风”問題";
        string normalized = NormalizedText.Fold(Text, SearchTokens.Normalization);
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(server!);

        foreach (string word in Enumerable.Range(0, normalized.Length - 3).Select(i => normalized.Substring(i, 3)).Append("四题"))
        {
            SearchQuery query = SearchQuery.Parse(word);
            await using NpgsqlCommand command = source.CreateCommand(
                "SELECT to_tsvector('simple', $1) @@ to_tsquery('simple', $2)");
            command.Parameters.Add(new NpgsqlParameter { Value = SearchTokens.Of(Text) });
            command.Parameters.Add(new NpgsqlParameter { Value = query.TsQuery });

            Assert.Equal(
                query.Words.All(part => normalized.Contains(part, StringComparison.Ordinal)), await command.ExecuteScalarAsync());
        }
    }
}
