using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;

namespace Gongxing.Web.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private const string Rules = """
        layer: 测试
        prefix: TEST
        rules:
          - id: TEST-01
            name: {zh: 测试用语, en: Test words}
            kind: existence
            scope: words
            level: warn
            tokens: [甲乙丙丁]
            message: {zh: 这四个字是不是忘了改？, en: Were these four forgotten?}
            basis: {zh: 测试, en: Test}
            examples: {hit: [写着甲乙丙丁。], miss: [没有写。]}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("gongxing-check").FullName;

    [Fact]
    public async Task Who_gives_themself_out_for_another_unit_is_asked_when_the_units_are_told()
    {
        string file = Save("材料.txt", """
            2024年度民主生活会个人对照检查材料
            一、存在的问题
            （一）作风不实。作为石桥镇的书记，我下村少，全年只去过三次。
            二、整改措施
            （一）每周三下村一次。
            """);

        CommandRun told = await CommandRun.OfAsync(
            "check", file, "--format", "json", "--unit", "云岭县柳河乡", "--other-unit", "石桥镇");
        CommandRun untold = await CommandRun.OfAsync("check", file, "--format", "json");

        Assert.Contains("\"otherName\"", told.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"otherName\"", untold.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_found_in_an_earlier_year_is_asked_about_when_the_earlier_file_is_told()
    {
        string earlier = Save("2022.txt", """
            2022年度民主生活会个人对照检查材料
            一、存在的主要问题
            1.值班带班不到岗。7月有3个夜班的带班领导不在岗，交接记录是事后补签的。
            二、产生问题的原因
            1.管理松懈。总觉得值班出不了事。
            """);
        string now = Save("2023.txt", """
            2023年度民主生活会个人对照检查材料
            一、存在的主要问题
            1.夜间带班脱岗。国庆期间2个夜班没有领导在岗，交接记录第二天才补。
            二、产生问题的原因
            1.心存侥幸。觉得节日里没有人查。
            """);
        string missing = Path.Combine(_folder, "没有.txt");

        CommandRun told = await CommandRun.OfAsync("check", now, "--format", "json", "--earlier", earlier);
        CommandRun untold = await CommandRun.OfAsync("check", now, "--format", "json");
        CommandRun unread = await CommandRun.OfAsync("check", now, "--format", "json", "--earlier", missing);

        Assert.Contains("2022年也查摆过", told.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("C20", untold.Output, StringComparison.Ordinal);
        Assert.Equal(3, unread.ExitCode);
        Assert.Contains("没有.txt", unread.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remarks_are_exit_code_1_and_have_their_place_in_the_text()
    {
        string file = Save("一.txt", "会议通知\n明天上午写着甲乙丙丁开会。\n");
        CommandRun run = await CommandRun.OfAsync("check", file, "--rules", Rule(), "--format", "json");
        JsonElement document = JsonDocument.Parse(run.Output).RootElement.GetProperty("documents")[0];
        JsonElement found = Assert.Single(document.GetProperty("diagnostics").EnumerateArray(), Ours);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Equal(file, document.GetProperty("file").GetString());
        Assert.Equal(("TEST-01", "测试用语", "warn"), (Text(found, "rule"), Text(found, "name"), Text(found, "level")));
        Assert.Equal(
            ("这四个字是不是忘了改？", "测试", "第2段"), (Text(found, "message"), Text(found, "basis"), Text(found, "place")));
        Assert.Equal((11, 4), (Number(found, "start"), Number(found, "length")));
        Assert.Equal(0, found.GetProperty("related").GetArrayLength());
        Assert.Equal(32, Text(found, "fingerprint").Length);
        Assert.Contains("这四个字是不是忘了改？", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_remarks_are_exit_code_0_and_said_in_words()
    {
        CommandRun run = await CommandRun.OfAsync("check", Save("一.txt", "明天上午开会。\n"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("没有需要提出的问题。", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_form_has_place_words_question_and_no_colour_in_a_pipe()
    {
        CommandRun run = await CommandRun.OfAsync("check", Save("一.txt", "会议通知\n写着甲乙丙丁。\n"), "--rules", Rule());

        Assert.Contains("先改这几处", run.Output, StringComparison.Ordinal);
        Assert.Contains("第2段“甲乙丙丁”（写着甲乙丙丁）", run.Output, StringComparison.Ordinal);
        Assert.Contains("宜改【测试用语】这四个字是不是忘了改？ (TEST-01)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', run.Output);
    }

    [Fact]
    public async Task A_bad_file_stops_no_other_and_is_named_in_every_form()
    {
        string[] files = [Save("一.txt", "写着甲乙丙丁。\n"), Save("空.txt", ""), Save("二.txt", "写着甲乙丙丁。\n")];
        foreach (string format in (string[])["text", "json", "sarif", "html"])
        {
            CommandRun run = await CommandRun.OfAsync(["check", .. files, "--rules", Rule(), "--format", format], "zh_CN.UTF-8");

            Assert.Equal(3, run.ExitCode);
            Assert.Equal($"{files[1]}: 文件是空的，一个字也没有。请确认保存或传输完整，再提交一次。\n", run.Error);
            Assert.True(2 <= run.Output.Split("这四个字是不是忘了改？").Length - 1, run.Output);
            Assert.True(format == "text" || run.Output.Contains("文件是空的", StringComparison.Ordinal), run.Output);
        }
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("html")]
    public async Task A_file_of_another_kind_than_its_name_says_is_read_and_the_result_says_so(string format)
    {
        CommandRun run = await CommandRun.OfAsync("check", Save("一.docx", "明天上午开会。\n"), "--format", format);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("文件名以 .docx 结尾，内容其实是纯文本，已按纯文本读取。", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_result_goes_into_a_file_that_is_asked_for()
    {
        string output = Path.Combine(_folder, "结果.html");
        CommandRun run = await CommandRun.OfAsync(
            "check", Save("一.txt", "写着甲乙丙丁。\n"), "--rules", Rule(), "--format", "html", "--output", output);

        Assert.Equal((1, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(output), StringComparison.Ordinal);
        Assert.Equal(
            ["rules.yml", "一.txt", "结果.html"],
            Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    // A name that other programs read from stays what it is: --output >(jq .) and /dev/stderr are such names.
    [Fact]
    public async Task A_pipe_that_is_named_for_the_result_is_written_into_and_stays_a_pipe()
    {
        string pipe = Path.Combine(_folder, "pipe");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
        {
            await made.WaitForExitAsync();
        }

        Task<string> read = Task.Run(() => File.ReadAllText(pipe));
        CommandRun run = await CommandRun.OfAsync(
            "check", Save("一.txt", "写着甲乙丙丁。\n"), "--rules", Rule(), "--format", "json", "--output", pipe);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(await read).RootElement.ValueKind);
        Assert.Equal(
            ["pipe", "rules.yml", "一.txt"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Task<string> again = Task.Run(() => File.ReadAllText(pipe));
        await File.WriteAllTextAsync(pipe, "still a pipe");
        Assert.Equal("still a pipe", await again);
    }

    [Fact]
    public async Task Comments_go_into_a_copy_of_the_writers_own_file()
    {
        string file = Sample("water-deputy-2023.docx");
        string commented = Path.Combine(_folder, "批注.docx");
        CommandRun run = await CommandRun.OfAsync(
            ["check", file, "--rules", Rule("第二部分"), "--comments", commented, "--format", "json"], "zh_CN.UTF-8");
        int count = JsonDocument.Parse(run.Output).RootElement.GetProperty("documents")[0].GetProperty("diagnostics").GetArrayLength();

        Assert.Equal(count == 0 ? 0 : 1, run.ExitCode);
        Assert.Equal($"{commented}：写入批注 {count} 条。\n", run.Error);
        Assert.Equal(Comments(file) + count, Comments(commented));
    }

    [Fact]
    public async Task Another_kind_of_file_comes_back_as_a_clean_paper_with_its_comments()
    {
        string commented = Path.Combine(_folder, "批注.docx");
        CommandRun run = await CommandRun.OfAsync(
            "check", Save("一.md", "# 会议通知\n\n写着甲乙丙丁。\n"), "--rules", Rule(), "--comments", commented);
        XElement body = Part(commented, "word/document.xml");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("会议通知写着甲乙丙丁。", body.Value);
        XElement start = Assert.Single(body.Descendants(), element => element.Name.LocalName == "commentRangeStart");
        IEnumerable<XElement> runs =
            start.ElementsAfterSelf().TakeWhile(next => next.Name.LocalName != "commentRangeEnd");
        Assert.Equal("甲乙丙丁", string.Concat(runs.Select(one => one.Value)));
    }

    [Fact]
    public async Task A_file_is_never_written_over_one_that_is_read()
    {
        string file = Save("一.docx", "x");
        string link = Path.Combine(_folder, "link.docx");
        File.CreateSymbolicLink(link, file);
        foreach (string[] wrong in (string[][])
            [
                [file, "--comments", file], [file, "--comments", link], [file, "--output", Path.Combine(_folder, ".", "一.docx")],
                [file, "--comments", Path.Combine(_folder, "a.docx"), "--output", Path.Combine(_folder, "a.docx")],
                [file, file, "--comments", Path.Combine(_folder, "a.docx")], [file, "--comments", Path.Combine(_folder, "a.txt")],
                [file, "--output", _folder], [file, "--output", Path.Combine(_folder, "none", "a.txt")],
            ])
        {
            CommandRun run = await CommandRun.OfAsync(["check", .. wrong], "zh_CN.UTF-8");

            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.EndsWith("。\n", run.Error, StringComparison.Ordinal);
            Assert.Equal("x", await File.ReadAllTextAsync(file));
        }
    }

    [Fact]
    public async Task Comments_that_cannot_be_written_are_no_success()
    {
        string file = Save("一.txt", "");
        string commented = Path.Combine(_folder, "批注.docx");

        Assert.Equal(3, (await CommandRun.OfAsync("check", file, "--comments", commented)).ExitCode);
        Assert.False(File.Exists(commented));
    }

    [Fact]
    public async Task A_mistake_in_a_rule_file_is_said_with_its_line()
    {
        string rules = Save("bad.yml", "layer: 测试\nprefix: TEST\nrules:\n  - id: TEST-01\n    kind: nonsense\n");
        CommandRun run = await CommandRun.OfAsync("check", Save("一.txt", "开会。\n"), "--rules", rules);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains($"{rules} 第 ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check a.txt --format yaml")]
    [InlineData("check a.txt --template none")]
    [InlineData("check a.txt --rules none.yml")]
    public async Task Wrong_usage_is_exit_code_2(string arguments) =>
        Assert.Equal(2, (await CommandRun.OfAsync(arguments.Split(' '))).ExitCode);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Rule(string words = "甲乙丙丁") => Save("rules.yml", Rules.Replace("甲乙丙丁", words, StringComparison.Ordinal));

    private string Save(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Sample(string name, [System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "samples", name));

    private static int Comments(string file)
    {
        using ZipArchive zip = ZipFile.OpenRead(file);
        return zip.GetEntry("word/comments.xml") is null ? 0 : Part(file, "word/comments.xml").Elements().Count();
    }

    private static XElement Part(string file, string name)
    {
        using ZipArchive zip = ZipFile.OpenRead(file);
        using Stream part = zip.GetEntry(name)!.Open();
        return XElement.Load(part);
    }

    private static bool Ours(JsonElement diagnostic) => Text(diagnostic, "rule") == "TEST-01";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static int Number(JsonElement diagnostic, string name) => diagnostic.GetProperty("span").GetProperty(name).GetInt32();
}
