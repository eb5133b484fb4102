using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Gongxing.Storage;
using Gongxing.Tests.Storage;

namespace Gongxing.Tests;

/// <summary>What the product never does (docs/architecture.md, README): kept out of the tables and out of the pages' words.</summary>
public class NeverTests
{
    // Scores and ranks of people, check-ins, points, hours, tracks, demanded photos; who gave an opinion.
    private static readonly string[] _columns =
    [
        "score", "rank", "rating", "grade", "points", "streak", "badge", "check_in", "checkin", "login_count", "online_time",
        "duration", "hours", "latitude", "longitude", "track", "photo", "likes", "ip_address", "user_agent", "id_number", "phone",
    ];

    private static readonly string[] _words = ["积分", "排名", "排行", "打卡", "签到", "得分", "评分", "在线时长", "学习时长", "点赞", "轨迹"];

    [Fact]
    public async Task No_table_has_a_place_for_it()
    {
        (string folder, string? connection) = await TestDatabases.CopyAsync(TestServer.Sqlite);
        await using Database database = Database.Create(connection, folder);
        string[] names;
        await using (DbConnection open = await database.OpenAsync())
        {
            names =
            [
                .. await open.QueryAsync<string>(
                    "select c.name from sqlite_schema t, pragma_table_info(t.name) c where t.type = 'table'"),
            ];
        }

        Assert.Contains("proposed_at", names);
        Assert.DoesNotContain(names, name => _columns.Contains(name) || name.Split('_').Intersect(_columns).Any());
    }

    [Fact]
    public void No_page_speaks_of_it()
    {
        string[] sentences = [.. Files("Gongxing.Web", "*.resx")];

        Assert.NotEmpty(sentences);
        Assert.DoesNotContain(_words, word => sentences.Any(sentence => sentence.Contains(word, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Files(string project, string pattern, [CallerFilePath] string here = "") =>
        Directory.EnumerateFiles(
            Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", project), pattern, SearchOption.AllDirectories)
            .Select(File.ReadAllText);
}
