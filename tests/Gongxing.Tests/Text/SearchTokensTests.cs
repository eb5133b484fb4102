using CsCheck;
using Gongxing.Text;
using Microsoft.Data.Sqlite;

namespace Gongxing.Tests.Text;

public class SearchTokensTests
{
    private static readonly string[] s_lines =
    [
        "2023年“四风”问题整改台账，见GB18030与A4纸",
        "領導（dǎo）幹部學 習不够，完成3.5%",
        "邮箱 zhang@example.com，网址 http://www.gov.cn/a?b=1，1e5 与 -7",
        "对照检\n查材料 抓落实",
        "Naïve café NOT AND or near",
    ];

    [Fact]
    public void A_token_is_seven_letters_for_each_pair()
    {
        string[] tokens = SearchTokens.Of("抓落实。").Split(' ');

        Assert.Equal(3, tokens.Length);
        Assert.All(tokens, token => Assert.Matches("^[a-z]{7}$", token));
        Assert.Equal(SearchTokens.Of("落实"), tokens[1]);
    }

    [Fact]
    public void A_query_is_split_at_white_space_and_normalised_as_the_text_is()
    {
        SearchQuery query = SearchQuery.Parse(" 領導　“四风” 改 Ａ4 领导 ");

        Assert.Equal(["领导", "四风", "a4"], query.Words);
        Assert.Equal(["改"], query.SingleCharacters);
        Assert.Equal(
            $"\"{SearchTokens.Of("领导")}\" AND \"{SearchTokens.Of("四风")}\" AND \"{SearchTokens.Of("a4")}\"", query.Fts5);
        Assert.Equal("", SearchQuery.Parse("改").Fts5);
        Assert.True(SearchQuery.Parse(" “” \u200B").IsEmpty);
    }

    [Fact]
    public void A_phrase_stands_in_the_tokens_exactly_where_the_text_contains_it() => (
        from text in Texts.Damaged
        from start in Gen.Int[0, 60]
        from length in Gen.Int[2, 20]
        from other in Texts.Damaged
        from inside in Gen.Bool
        select (text, word: inside && start + length <= text.Length ? text.Substring(start, length) : other)).Sample(sample =>
        {
            string text = NormalizedText.Fold(sample.text, SearchTokens.Normalization);

            foreach (string word in SearchQuery.Parse(sample.word).Words)
            {
                Assert.Equal(
                    text.Contains(word, StringComparison.Ordinal),
                    HasPhrase(SearchTokens.Of(sample.text), SearchTokens.Of(word)));
            }
        });

    [Fact]
    public void A_phrase_is_whole_in_one_part_of_a_long_text()
    {
        var random = new Random(3);
        string text = new([.. Enumerable.Range(0, 9000).Select(_ => (char)random.Next('一', '一' + 500))]);
        string[] parts = [.. SearchTokens.PartsOf(text)];
        string normalized = NormalizedText.Fold(text, SearchTokens.Normalization);

        Assert.InRange(parts.Length, 4, 6);
        for (int start = 0; start + SearchTokens.LongestPhrase <= normalized.Length; start += 17)
        {
            string phrase = SearchTokens.Of(normalized.AsSpan(start, SearchTokens.LongestPhrase));
            Assert.Contains(parts, part => HasPhrase(part, phrase));
        }
    }

    [Fact]
    public void Sqlite_finds_what_the_normalised_text_contains()
    {
        using var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        Run(database, "CREATE VIRTUAL TABLE search USING fts5(tokens, content='', tokenize='unicode61')");
        for (int i = 0; i < s_lines.Length; i++)
        {
            Run(database, $"INSERT INTO search(rowid, tokens) VALUES ({i}, '{SearchTokens.Of(s_lines[i])}')");
        }

        string[] texts = [.. s_lines.Select(line => NormalizedText.Fold(line, SearchTokens.Normalization))];
        foreach (string word in texts.SelectMany(Pieces).Append("没有").Append("落查").Distinct())
        {
            SearchQuery query = SearchQuery.Parse(word);
            using SqliteCommand command = database.CreateCommand();
            command.CommandText = "SELECT count(*) FROM search WHERE search MATCH $query";
            command.Parameters.AddWithValue("$query", query.Fts5);

            int expected = texts.Count(text => query.Words.All(part => text.Contains(part, StringComparison.Ordinal)));
            Assert.Equal(expected, Convert.ToInt32(command.ExecuteScalar(), null));
        }
    }

    // Every substring of two to five characters; one with a space in it asks for two words.
    private static IEnumerable<string> Pieces(string text) =>
        from start in Enumerable.Range(0, text.Length)
        from length in Enumerable.Range(2, 4)
        where start + length <= text.Length
        let piece = text.Substring(start, length)
        where !SearchQuery.Parse(piece).Fts5.Equals("", StringComparison.Ordinal)
        select piece;

    private static bool HasPhrase(string tokens, string phrase) =>
        $" {tokens} ".Contains($" {phrase} ", StringComparison.Ordinal);

    private static void Run(SqliteConnection database, string sql)
    {
        using SqliteCommand command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
