using System.Text.Json;
using Gongxing.Text.Similarity;

namespace Gongxing.Web.Tests.Commands;

public sealed class CompareCommandTests : IDisposable
{
    private const string Shared =
        "去年九月，灌区三条支渠的闸门锈死，村里报了两次，我让水管站先登记着，直到秋灌那天闸门提不起来，四百亩晚稻误了一茬水，才临时从邻县借来机具。";

    private readonly string _folder = Directory.CreateTempSubdirectory("gongxing-compare").FullName;

    [Fact]
    public async Task A_shared_passage_is_exit_code_1_and_is_given_in_both_texts()
    {
        Save("甲/一.txt", $"个人材料\n{Shared}\n今年的账要重新算。");
        Save("甲/乙/二.txt", $"另一份材料，写的是别的事情。\n{Shared}");
        Save("甲/三.txt", "仓库的消防栓没有水，我在检查记录上签了字，心里想着等预算批下来再说，一等就是半年。");
        Save("甲/图.png", "不是文稿");
        CommandRun run = await CommandRun.OfAsync(["compare", Folder("甲"), "--format", "json"], "zh_CN.UTF-8");
        JsonElement read = JsonDocument.Parse(run.Output).RootElement;
        JsonElement pair = Assert.Single(read.GetProperty("pairs").EnumerateArray());
        JsonElement passage = Assert.Single(pair.GetProperty("passages").EnumerateArray());

        Assert.Equal((1, "另有 1 个文件不是文稿，没有比对。\n"), (run.ExitCode, run.Error));
        Assert.Equal(3, read.GetProperty("documents").GetInt32());
        Assert.Equal(
            new Dictionary<string, string> { ["一.txt"] = Shared, ["乙/二.txt"] = Shared },
            new Dictionary<string, string>
            {
                [pair.GetProperty("a").GetString()!] = Words(pair.GetProperty("a").GetString()!, passage.GetProperty("a")),
                [pair.GetProperty("b").GetString()!] = Words(pair.GetProperty("b").GetString()!, passage.GetProperty("b")),
            });
        Assert.Equal("verbatim", passage.GetProperty("kind").GetString());
        Assert.Empty(passage.GetProperty("traits").EnumerateArray());
        Assert.InRange(pair.GetProperty("containmentA").GetDouble(), 0.7, 1);

        string Words(string name, JsonElement span) => File.ReadAllText(Path.Combine(Folder("甲"), name))
            .Substring(span.GetProperty("start").GetInt32(), span.GetProperty("length").GetInt32() + 1);
    }

    [Fact]
    public async Task Nothing_shared_is_exit_code_0_and_said_in_words()
    {
        Save("一.txt", "仓库的消防栓没有水，我在检查记录上签了字，心里想着等预算批下来再说，一等就是半年。");
        Save("二.txt", "窗口排号机坏了三个星期，群众在大厅站着等，我每天从后门进办公室，没有看见。");
        CommandRun run = await CommandRun.OfAsync(["compare", _folder], "zh_CN.UTF-8");

        Assert.Equal((0, "", "比对了 2 份材料，没有发现两两相同的段落。\n"), (run.ExitCode, run.Error, run.Output));
    }

    [Fact]
    public async Task Against_nothing_is_refused_and_never_compares_all_with_all()
    {
        Save("新/一.txt", Shared);
        Save("新/二.txt", Shared);
        Save("空/图.png", "不是文稿");
        Save("坏/坏.docx", "PK\u0003\u0004断了的压缩包");

        CommandRun empty = await CommandRun.OfAsync("compare", Folder("新"), "--against", Folder("空"));
        CommandRun broken = await CommandRun.OfAsync("compare", Folder("新"), "--against", Folder("坏"), "--format", "json");

        Assert.Equal((2, ""), (empty.ExitCode, empty.Output));
        Assert.Equal(3, broken.ExitCode);
        Assert.Empty(JsonDocument.Parse(broken.Output).RootElement.GetProperty("pairs").EnumerateArray());
    }

    [Fact]
    public async Task An_index_answers_as_its_folder_does_and_reads_only_what_is_new_or_changed()
    {
        SaveNewAndOld();
        string[] against = ["compare", Folder("新"), "--format", "json", "--against"];

        CommandRun folder = await CommandRun.OfAsync([.. against, Folder("旧")], "zh_CN.UTF-8");
        CommandRun first = await CommandRun.OfAsync([.. against, Folder("旧"), "--index", Folder("索引")], "zh_CN.UTF-8");
        CommandRun again = await CommandRun.OfAsync([.. against, Folder("索引")], "zh_CN.UTF-8");
        Assert.Equal((1, ""), (folder.ExitCode, folder.Error));
        Assert.Equal([("新.txt", "一.txt")], PairsOf(folder));
        Assert.Equal(PairsOf(folder), PairsOf(first));
        Assert.Equal(4, JsonDocument.Parse(first.Output).RootElement.GetProperty("documents").GetInt32());
        Assert.Equal("索引里有 3 份材料：这次新读 3 份，去掉 0 份。\n", first.Error);
        Assert.Equal((1, first.Output, ""), (again.ExitCode, again.Output, again.Error));

        Save("旧/三.txt", $"{Shared}\n改过的一份，后面接着写别的。");
        File.Delete(Path.Combine(Folder("旧"), "二.txt"));
        CommandRun changed = await CommandRun.OfAsync([.. against, Folder("索引")], "zh_CN.UTF-8");
        CommandRun quiet = await CommandRun.OfAsync([.. against, Folder("索引")], "zh_CN.UTF-8");
        Assert.Equal("索引里有 2 份材料：这次新读 1 份，去掉 1 份。\n", changed.Error);
        Assert.Equal([("新.txt", "一.txt"), ("新.txt", "三.txt")], PairsOf(changed).Order());
        Assert.Equal((changed.Output, ""), (quiet.Output, quiet.Error));
    }

    [Fact]
    public async Task A_damaged_index_is_made_again_from_the_documents()
    {
        SaveNewAndOld();
        string[] call = ["compare", Folder("新"), "--against", Folder("旧"), "--index", Folder("索引")];
        CommandRun whole = await CommandRun.OfAsync(call, "zh_CN.UTF-8");
        await File.WriteAllTextAsync(Directory.GetFiles(Folder("索引"), "*.gxs").Single(), "不是索引");

        CommandRun damaged = await CommandRun.OfAsync(call, "zh_CN.UTF-8");

        Assert.Equal((1, whole.Output), (damaged.ExitCode, damaged.Output));
        Assert.StartsWith($"索引 {Folder("索引")} 坏了", damaged.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_the_indexed_folder_is_not_found_in_itself_and_given_wording_is_not_held_against()
    {
        SaveNewAndOld();

        CommandRun own = await CommandRun.OfAsync(
            "compare", Path.Combine(Folder("旧"), "一.txt"), "--against", Folder("旧"), "--index", Folder("索引"));
        CommandRun given = await CommandRun.OfAsync(
            "compare", Folder("新"), "--against", Folder("索引"), "--common", Path.Combine(Folder("旧"), "一.txt"));

        Assert.Equal(0, own.ExitCode);
        Assert.Equal(0, given.ExitCode);
    }

    [Fact]
    public async Task An_index_that_cannot_be_used_is_refused_and_left_as_it_was()
    {
        SaveNewAndOld();
        Save("杂物/记录.txt", "别的东西");
        await CommandRun.OfAsync("compare", Folder("新"), "--against", Folder("旧"), "--index", Folder("索引"));

        await AssertRefused(["--against", Folder("新"), "--index", Folder("索引")], "另一个文件夹");
        await AssertRefused(["--against", Folder("旧"), "--index", Folder("杂物")], "不是索引");
        await AssertRefused(["--index", Folder("别处")], "--index 要和");
        await AssertRefused(["--against", Folder("索引"), "--min-passage", "20"], "不能小于 40");
        Directory.Move(Folder("旧"), Folder("挪走"));
        await AssertRefused(["--against", Folder("索引")], "现在找不到这个文件夹");
        Directory.Move(Folder("挪走"), Folder("旧"));
        Assert.Equal(["记录.txt"], Directory.GetFileSystemEntries(Folder("杂物")).Select(Path.GetFileName));
        Assert.False(Directory.Exists(Folder("别处")));

        using StoredSimilarityIndex held = StoredSimilarityIndex.Open(
            Folder("索引"), SimilarityOptions.Corpus, (_, _) => ValueTask.FromResult<IReadOnlyDictionary<Guid, string>>(new Dictionary<Guid, string>()));
        CommandRun inUse = await CommandRun.OfAsync(["compare", Folder("新"), "--against", Folder("索引")], "zh_CN.UTF-8");
        Assert.Equal((3, ""), (inUse.ExitCode, inUse.Output));
        Assert.Contains("正被另一个程序使用", inUse.Error, StringComparison.Ordinal);

        async Task AssertRefused(string[] options, string why)
        {
            CommandRun run = await CommandRun.OfAsync(["compare", Folder("新"), .. options], "zh_CN.UTF-8");
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Contains(why, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_statement_in_a_compared_folder_is_not_written_over()
    {
        Save("甲/一.txt", Shared);
        string statement = Path.Combine(Folder("甲"), "一.txt");

        CommandRun run = await CommandRun.OfAsync("compare", Folder("甲"), "--output", statement);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(Shared, await File.ReadAllTextAsync(statement));
    }

    [Fact]
    public async Task What_everybody_in_a_small_folder_writes_is_nobodys()
    {
        for (int i = 0; i < 24; i++)
        {
            Save($"众/{i}.txt", $"{Shared}\n第{i}份另有自己的话，写的是{(char)('甲' + i)}村的{(char)('一' + (97 * i))}事，和别人不一样。");
        }

        CommandRun run = await CommandRun.OfAsync("compare", Folder("众"), "--format", "json");
        JsonElement read = JsonDocument.Parse(run.Output).RootElement;

        Assert.Empty(read.GetProperty("pairs").EnumerateArray());
        Assert.Equal(24, Assert.Single(read.GetProperty("circulating").EnumerateArray()).GetProperty("texts").GetInt32());
    }

    [Fact]
    public async Task Against_compares_with_the_references_only()
    {
        Save("新/一.txt", Shared);
        Save("新/二.txt", Shared);
        Save("旧/三.txt", Shared);
        CommandRun run = await CommandRun.OfAsync(
            "compare", Folder("新"), "--against", Folder("旧"), "--format", "json");
        IEnumerable<string> pairs = JsonDocument.Parse(run.Output).RootElement.GetProperty("pairs").EnumerateArray()
            .Select(pair => $"{pair.GetProperty("a")} {pair.GetProperty("b")}");

        Assert.Equal(["一.txt 三.txt", "二.txt 三.txt"], pairs.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_given_twice_by_whatever_path_is_one_text()
    {
        Save("甲/一.txt", Shared);
        Save("甲/里/二.txt", Shared);
        string list = Save("表.jsonl", $$"""{"id": "三", "text": "{{Shared}}"}""");
        Directory.CreateSymbolicLink(Folder("乙"), Folder("甲"));
        File.CreateSymbolicLink(Folder("丙.txt"), Path.Combine(Folder("乙"), "一.txt"));

        string[] folders = await PairsAsync(Folder("甲"), Path.Combine(Folder("甲"), "里", "..") + "/", Folder("乙"));
        string[] files = await PairsAsync(
            Path.Combine(Folder("甲"), "一.txt"), Folder("丙.txt"), Path.Combine(Folder("乙"), "里", "二.txt"), Folder("甲"), list, list);
        string[] itself = await PairsAsync(Folder("甲"), "--against", Folder("乙"));

        Assert.Equal(["一.txt 里/二.txt"], folders);
        Assert.Equal(3, files.Length);
        Assert.Equal(["一.txt 里/二.txt"], itself);

        async Task<string[]> PairsAsync(params string[] arguments)
        {
            CommandRun run = await CommandRun.OfAsync(["compare", .. arguments, "--format", "json"], "zh_CN.UTF-8");
            return
            [
                .. JsonDocument.Parse(run.Output).RootElement.GetProperty("pairs").EnumerateArray()
                    .Select(pair => $"{pair.GetProperty("a")} {pair.GetProperty("b")}"),
            ];
        }
    }

    [Fact]
    public async Task A_list_of_texts_may_be_compared_and_a_bad_line_stops_no_other()
    {
        string list = Save(
            "表.jsonl", $$"""
            {"id": "a", "text": "{{Shared}}"}
            不是 JSON
            {"id": 7, "text": "{{Shared}}"}
            """);
        CommandRun run = await CommandRun.OfAsync(["compare", list, "--format", "json"], "zh_CN.UTF-8");
        JsonElement read = JsonDocument.Parse(run.Output).RootElement;
        JsonElement pair = Assert.Single(read.GetProperty("pairs").EnumerateArray());

        Assert.Equal(3, run.ExitCode);
        Assert.Equal($"{list}:2: 不是 {{\"id\": …, \"text\": …}} 这样的一行，没有比对。\n", run.Error);
        Assert.Equal(("a", "7"), (pair.GetProperty("a").GetString(), pair.GetProperty("b").GetString()));
        Assert.Equal($"{list}:2", Assert.Single(read.GetProperty("unread").EnumerateArray()).GetProperty("file").GetString());
    }

    [Fact]
    public async Task The_page_shows_both_texts_and_runs_no_script()
    {
        Save("一.txt", $"<script>alert(1)</script>{Shared}");
        Save("二.txt", Shared);
        string output = Path.Combine(_folder, "结果.html");
        CommandRun run = await CommandRun.OfAsync("compare", _folder, "--format", "html", "--output", output);
        string page = await File.ReadAllTextAsync(output);

        Assert.Equal((1, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("<mark>去年九月，灌区三条支渠", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#p1\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotations_and_common_wording_are_groups_of_their_own_and_no_match()
    {
        string notice = Shared.Replace("我让", "有关方面应当让", StringComparison.Ordinal);
        const string Opening = "根据县委关于开好年度专题民主生活会的通知要求，会前认真学习有关文件，广泛征求干部群众意见，深入开展谈心谈话，现将个人对照检查情况报告如下：";
        Save("一.txt", $"{Opening}\n仓库的消防栓没有水，我签了字。\n通知写道：“{notice}”");
        Save("二.txt", $"{Opening}\n通知要求：“{notice}”\n窗口排号机坏了三个星期。");

        CommandRun json = await CommandRun.OfAsync(["compare", _folder, "--format", "json"], "zh_CN.UTF-8");
        CommandRun text = await CommandRun.OfAsync(["compare", _folder], "zh_CN.UTF-8");
        CommandRun page = await CommandRun.OfAsync(["compare", _folder, "--format", "html"], "zh_CN.UTF-8");
        JsonElement read = JsonDocument.Parse(json.Output).RootElement;

        Assert.Equal((0, 0, 0), (json.ExitCode, text.ExitCode, page.ExitCode));
        Assert.Empty(read.GetProperty("pairs").EnumerateArray());
        Assert.Empty(read.GetProperty("circulating").EnumerateArray());
        Assert.Equal(
            ["一.txt", "二.txt"],
            Assert.Single(read.GetProperty("quotations").EnumerateArray()).GetProperty("places").EnumerateArray()
                .Select(place => place.GetProperty("document").GetString()!));
        Assert.Equal(2, Assert.Single(read.GetProperty("commonWording").EnumerateArray()).GetProperty("texts").GetInt32());
        Assert.Contains("另有 1 段是引用，不算相同。另有 1 段是常用表述，不算相同。\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("<h2>引用（1）</h2>", page.Output, StringComparison.Ordinal);
        Assert.Contains("<h2>常用表述（1）</h2>", page.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_is_asked_for_where_three_have_the_same_words_and_makes_no_pair_once_it_is_named()
    {
        Save("甲/一.txt", $"仓库的消防栓没有水，我签了字。\n{Shared}");
        Save("甲/二.txt", $"{Shared}\n窗口排号机坏了三个星期。");
        Save("甲/三.txt", $"校车改了上下车点。{Shared}");
        string notice = Save("甲/通知.txt", $"关于灌区水闸的通报\n{Shared}\n请各地引以为戒。");
        string unread = Save("空.txt", "");

        CommandRun asked = await CommandRun.OfAsync(["compare", Folder("甲")], "zh_CN.UTF-8");
        CommandRun page = await CommandRun.OfAsync(["compare", Folder("甲"), "--format", "html"], "zh_CN.UTF-8");
        CommandRun named = await CommandRun.OfAsync(["compare", Folder("甲"), "--common", notice], "zh_CN.UTF-8");
        CommandRun json = await CommandRun.OfAsync(
            ["compare", Folder("甲"), "--common", notice, "--common", unread, "--format", "json"], "zh_CN.UTF-8");
        JsonElement read = JsonDocument.Parse(json.Output).RootElement;

        Assert.Equal((1, 1, 0, 3), (asked.ExitCode, page.ExitCode, named.ExitCode, json.ExitCode));
        Assert.Contains("三份以上材料里都有的段落（1）\n     4 份材料里都有：“去年九月", asked.Output, StringComparison.Ordinal);
        Assert.Contains("用 --common 文件 写明，就不算相同。\n", asked.Output, StringComparison.Ordinal);
        Assert.Contains("<h2>三份以上材料里都有的段落（1）</h2>", page.Output, StringComparison.Ordinal);
        Assert.StartsWith(
            "比对了 3 份材料，没有发现两两相同的段落。另有 1 段是常用表述，不算相同。1 份通知等文件里的话，不算相同。\n",
            named.Output, StringComparison.Ordinal);
        Assert.Empty(read.GetProperty("pairs").EnumerateArray());
        Assert.Empty(read.GetProperty("repeated").EnumerateArray());
        Assert.Equal(3, Assert.Single(read.GetProperty("commonWording").EnumerateArray()).GetProperty("texts").GetInt32());
        Assert.Equal([notice], read.GetProperty("commonTexts").EnumerateArray().Select(name => name.GetString()!));
        Assert.Equal(unread, Assert.Single(read.GetProperty("unread").EnumerateArray()).GetProperty("file").GetString());
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_and_the_rest_goes_on()
    {
        Save("一.txt", Shared);
        Save("二.txt", Shared);
        Save("空.txt", "");
        CommandRun run = await CommandRun.OfAsync(["compare", _folder], "zh_CN.UTF-8");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("文件是空的", run.Error, StringComparison.Ordinal);
        Assert.Contains("一.txt ↔ 二.txt", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_another_kind_than_their_names_say_are_compared_and_one_line_a_kind_says_so()
    {
        Save("一.docx", "仓库的消防栓没有水，我在检查记录上签了字，心里想着等预算批下来再说，一等就是半年。");
        Save("二.docx", "窗口排号机坏了三个星期，群众在大厅站着等，我每天从后门进办公室，没有看见。");
        Save("三.doc", "<!doctype html><html><body><p>今年的账要重新算。</p></body></html>");
        CommandRun run = await CommandRun.OfAsync("compare", _folder);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            一.docx 等 2 个文件：文件名以 .docx 结尾，内容其实是纯文本，已按纯文本读取。
            三.doc：文件名以 .doc 结尾，内容其实是网页，已按网页读取。

            """, run.Error);

        CommandRun json = await CommandRun.OfAsync("compare", _folder, "--format", "json");
        CommandRun html = await CommandRun.OfAsync("compare", _folder, "--format", "html");
        Assert.Equal(
            ["一.docx", "三.doc", "二.docx"],
            JsonDocument.Parse(json.Output).RootElement.GetProperty("notices").EnumerateArray()
                .Select(notice => notice.GetProperty("file").GetString()));
        Assert.Contains("<b>三.doc</b> 文件名以 .doc 结尾，内容其实是网页", html.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_by_hand_it_says_so_and_is_no_fault()
    {
        string pipe = Path.Combine(_folder, "pipe.txt");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
        {
            await made.WaitForExitAsync();
        }

        // Opening the other end waits until the program reads.
        var reads = Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite));
        CommandRun run = await CommandRun.InterruptedAsync(reads, "compare", pipe);
        await (await reads).DisposeAsync();

        Assert.Equal((130, "", "已按要求停下，结果不完整。\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task A_length_that_is_no_number_is_explained()
    {
        CommandRun run = await CommandRun.OfAsync("compare", _folder, "--min-passage", "abc");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("--min-passage 须为整数，不是“abc”。", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--min-passage", "3")]
    [InlineData("--format", "sarif")]
    [InlineData("--against", "没有的文件夹")]
    [InlineData("--common", "没有的通知.docx")]
    public async Task A_wrong_call_is_exit_code_2(string option, string value)
    {
        Save("一.txt", Shared);
        CommandRun run = await CommandRun.OfAsync("compare", _folder, option, value);

        Assert.Equal((2, ""), (run.ExitCode, option == "--format" ? "" : run.Output));
        Assert.NotEqual("", run.Error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (string? A, string? B)[] PairsOf(CommandRun run) =>
    [
        .. JsonDocument.Parse(run.Output).RootElement.GetProperty("pairs").EnumerateArray()
            .Select(pair => (pair.GetProperty("a").GetString(), pair.GetProperty("b").GetString())),
    ];

    private void SaveNewAndOld()
    {
        Save("新/新.txt", $"今年的一份材料。\n{Shared}\n今年的账要重新算。");
        Save("旧/一.txt", $"前年的一份材料，写的是别的事情。\n{Shared}");
        Save("旧/二.txt", "仓库的消防栓没有水，我在检查记录上签了字，心里想着等预算批下来再说，一等就是半年。");
        Save("旧/三.txt", "窗口排号机坏了三个星期，群众在大厅站着等，我每天从后门进办公室，没有看见。");
    }

    private string Folder(string name) => Path.Combine(_folder, name);

    private string Save(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
