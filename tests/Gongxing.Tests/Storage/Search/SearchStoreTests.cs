using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Statements;
using Gongxing.Storage.Search;
using Gongxing.Tests.Storage.Materials;
using Gongxing.Text;

namespace Gongxing.Tests.Storage.Search;

public abstract class SearchStoreTests(TestServer server) : MaterialTests(server)
{
    // Few characters, so that pairs meet by chance; some that are folded, dropped, or that a tokenizer would cut at.
    private const string Alphabet = "整改落实實责責的aA1Ａ.-，“”\n";

    private SearchStore Search => new(Database);

    [Fact]
    public async Task Found_is_what_contains_every_word_and_nothing_else()
    {
        var random = new Random(20260302);
        var texts = new List<(MaterialId Id, string Title, string Body)>();
        for (int i = 0; i < 25; i++)
        {
            (string title, string body) = (Words(random, 6), Words(random, i == 7 ? 5000 : random.Next(1, 120)));
            texts.Add((await AddAsync(title, body), title, body));
        }

        int found = 0;
        for (int i = 0; i < 300; i++)
        {
            string[] words = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Words(random, random.Next(1, 5)))];
            IEnumerable<string> expected = texts
                .Where(text => words.SelectMany(Split).All(word => Holds(text.Title, word) || Holds(text.Body, word)))
                .Where(_ => words.SelectMany(Split).Any())
                .Select(text => $"{text.Id}");

            string[] actual = [.. (await FindAsync(string.Join(' ', words))).Select(hit => hit.Subject)];

            Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
            found += actual.Length;
        }

        Assert.True(found > 300, $"The queries found {found}: too little to prove anything.");
    }

    [Theory]
    [InlineData("落实")]
    [InlineData("落 实")]
    [InlineData("落實")]
    [InlineData("抓")]
    [InlineData("责任落实 学习")]
    public async Task A_word_is_found_in_any_script_and_marked_as_it_was_written(string typed)
    {
        await AddAsync("学习心得", "开头。\n抓責任\n落实不够。");

        SearchHit hit = Assert.Single(await FindAsync(typed));

        Assert.NotEmpty(hit.ExcerptMarks.Concat(hit.TitleMarks));
        Assert.All(
            hit.ExcerptMarks,
            mark => Assert.Contains(mark.In(hit.Excerpt).ToString(), (string[])["落实", "落", "实", "抓", "責任\n落实"]));
    }

    [Fact]
    public async Task The_excerpt_says_where_in_the_text_it_stands()
    {
        string body = string.Concat(Enumerable.Repeat("其他的话。", 100)) + "整改台账" + string.Concat(Enumerable.Repeat("又说。", 100));
        await AddAsync("题目", body);

        SearchHit hit = Assert.Single(await FindAsync("台账"));

        TextSpan mark = Assert.Single(hit.ExcerptMarks);
        Assert.Equal("台账", mark.In(hit.Excerpt).ToString());
        Assert.Equal(502, hit.Start + mark.Start);
        Assert.Equal(hit.Excerpt, body.Substring(hit.Start, hit.Excerpt.Length));
    }

    [Fact]
    public async Task Nobody_finds_what_they_may_not_read()
    {
        Person stranger = await AddPersonAsync("外人", Roles.Verifier | Roles.Owner);
        await AddAsync("题目", "群众反映的问题");

        Assert.Single(await FindAsync("群众"));
        Assert.Empty(await Search.FindAsync(stranger, "群众", null, null, 20));
        Assert.Empty(await Search.FindAsync(Administrator, "群众", null, null, 20));
        Assert.Empty(await Search.FindAsync(Clerk with { Organisation = OrganisationId.New() }, "群众", null, null, 20));
    }

    [Fact]
    public async Task A_page_of_hits_goes_on_after_the_last_one()
    {
        for (int i = 0; i < 5; i++)
        {
            await AddAsync($"第{i}份", "整改落实");
        }

        IReadOnlyList<SearchHit> first = await Search.FindAsync(Clerk, "整改", SearchKind.Material, null, 3);
        IReadOnlyList<SearchHit> rest = await Search.FindAsync(Clerk, "整改", SearchKind.Material, first[^1].Subject, 3);

        Assert.Equal(["第4份", "第3份", "第2份", "第1份", "第0份"], first.Concat(rest).Select(hit => hit.Title));
        Assert.Empty(await Search.FindAsync(Clerk, "整改", SearchKind.Item, null, 3));
    }

    [Fact]
    public async Task What_is_removed_or_renamed_is_no_longer_found_as_before()
    {
        Material material = (await Materials.FindAsync(Organisation, await AddAsync("旧题目", "正文")))!;
        StructureRevision first = (await Materials.StructureAsync(material))!;

        await Materials.ReviseAsync(
            material, first with { Number = 2, By = Clerk.Id, Statement = first.Statement with { Title = "新名称" } });
        Assert.Empty(await FindAsync("旧题"));
        Assert.Equal("新名称", Assert.Single(await FindAsync("名称 正文")).Title);

        await Materials.RemoveAsync(material, Clock.GetUtcNow());
        Assert.Empty(await FindAsync("正文"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  　")]
    [InlineData("\"' OR 1=1 --")]
    [InlineData("a & b | !c:*")]
    [InlineData("NEAR(x y)")]
    [InlineData("%_*")]
    public async Task Whatever_is_typed_is_looked_up_and_never_run(string typed)
    {
        await AddAsync("题目", "正文");

        Assert.Empty(await FindAsync(typed));
    }

    [Fact]
    public async Task Characters_no_database_holds_do_no_harm()
    {
        string body = $"前{(char)0}后{(char)0xD800}整改";

        await AddAsync("题", body);

        SearchHit hit = Assert.Single(await FindAsync("整改"));
        Assert.Equal(4, hit.Start + hit.ExcerptMarks[0].Start);
        Assert.Empty(await FindAsync($"{(char)0xD800} x{(char)0}y"));
    }

    private Task<IReadOnlyList<SearchHit>> FindAsync(string typed) => Search.FindAsync(Clerk, typed, null, null, 100);

    private async Task<MaterialId> AddAsync(string title, string body) =>
        (await AddReadAsync(NewMaterial(Clerk), Document.FromText(body), NewStatement() with { Title = title })).Id;

    private static string Words(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => Alphabet[random.Next(Alphabet.Length)]));

    private static IEnumerable<string> Split(string typed) =>
        typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => Fold(word).Length > 0);

    private static bool Holds(string text, string word) => Fold(text).Contains(Fold(word), StringComparison.Ordinal);

    private static string Fold(string text) => NormalizedText.Fold(text, SearchTokens.Normalization);
}

public sealed class SqliteSearchStoreTests() : SearchStoreTests(TestServer.Sqlite);

public sealed class PostgresSearchStoreTests() : SearchStoreTests(TestServer.Postgres);
