using System.Text.Json;

namespace Gongxing.Web.Tests.Commands;

public sealed class ReadCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gongxing-read").FullName;

    [Fact]
    public async Task One_file_is_one_object_with_the_text_on_demand()
    {
        string file = Save("一.txt", "一、问题\r\n落实不够。");
        CommandRun run = await CommandRun.OfAsync("read", file, "--format", "json", "--text");
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement reading = json.RootElement;

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(file, reading.GetProperty("file").GetString());
        Assert.Equal("utf-8", reading.GetProperty("encoding").GetString());
        Assert.Equal("一、问题\n落实不够。", reading.GetProperty("text").GetString());
        Assert.Equal(9, reading.GetProperty("characters").GetInt32());
        Assert.Equal(64, reading.GetProperty("sha256").GetString()!.Length);
        Assert.Contains("落实不够", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_is_left_out_when_nobody_asks_for_it()
    {
        CommandRun run = await CommandRun.OfAsync("read", Save("一.txt", "落实不够。"), "--format", "json");

        Assert.False(JsonDocument.Parse(run.Output).RootElement.TryGetProperty("text", out _));
    }

    [Fact]
    public async Task Several_files_come_in_their_order_and_a_bad_one_stops_no_other()
    {
        string[] names = [.. Enumerable.Range(0, 7).Select(i => Save($"{i}.txt", $"第{i}项落实不够。"))];
        string empty = Save("empty.txt", "");
        CommandRun run = await CommandRun.OfAsync(["read", .. names[..3], empty, .. names[3..], "--format", "json"], "zh_CN.UTF-8");
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(names, json.GetProperty("documents").EnumerateArray().Select(one => one.GetProperty("file").GetString()));
        Assert.Equal("empty", json.GetProperty("unread")[0].GetProperty("reason").GetString());
        Assert.Equal($"{empty}: 文件是空的，一个字也没有。请确认保存或传输完整，再提交一次。\n", run.Error);
    }

    [Fact]
    public async Task A_missing_file_is_said_in_the_language_of_the_caller()
    {
        CommandRun run = await CommandRun.OfAsync(["read", Path.Combine(folder, "none.docx")], "en_US.UTF-8");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("was not found", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read a.txt --format yaml")]
    [InlineData("read a.txt --template none")]
    [InlineData("raed a.txt")]
    public async Task Wrong_usage_is_exit_code_2(string arguments) =>
        Assert.Equal(2, (await CommandRun.OfAsync(arguments.Split(' '))).ExitCode);

    [Fact]
    public async Task A_file_over_the_limit_is_refused_without_being_read()
    {
        string file = Path.Combine(folder, "large.docx");
        await using (FileStream large = File.Create(file))
        {
            large.SetLength(30 << 20);
        }

        CommandRun run = await CommandRun.OfAsync("read", file);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("超过 20 MB", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_is_set_in_the_environment_and_a_bad_one_is_wrong_usage()
    {
        string file = Save("一.txt", "落实不够。");
        CommandRun small = await CommandRun.OfAsync(["read", file], "zh_CN.UTF-8", ("GONGXING__LIMITS__FILEBYTES", "3"));
        CommandRun bad = await CommandRun.OfAsync(["read", file], "zh_CN.UTF-8", ("GONGXING__LIMITS__PAGES", "many"));

        Assert.Equal((3, 2), (small.ExitCode, bad.ExitCode));
        Assert.Contains("Gongxing:Limits:Pages", bad.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_form_is_for_people()
    {
        CommandRun run = await CommandRun.OfAsync("read", Save("一.txt", "会议通知：明天上午九点开会。"));

        Assert.Contains("字数：14", run.Output, StringComparison.Ordinal);
        Assert.Contains("不是对照检查材料", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_into_which_nobody_writes_is_given_up_and_the_others_are_read()
    {
        string pipe = Path.Combine(folder, "pipe.txt");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
        {
            await made.WaitForExitAsync();
        }

        CommandRun run = await CommandRun.OfAsync(
            ["read", pipe, Save("一.txt", "落实不够。"), "--format", "json"], "zh_CN.UTF-8", ("GONGXING__LIMITS__SECONDS", "2"));
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;

        Assert.Equal(3, run.ExitCode);
        Assert.Equal("timedOut", json.GetProperty("unread")[0].GetProperty("reason").GetString());
        Assert.Equal(1, json.GetProperty("documents").GetArrayLength());
    }

    [Fact]
    public async Task A_name_or_a_text_does_not_command_the_terminal()
    {
        string odd = Save("a\e[31mb.txt", "对照检查材料\n一、存在的问题\n1.学习\e]0;x\a不深入。只学了两次。\n");
        string bad = Save("\e[2Jempty.txt", "");
        CommandRun run = await CommandRun.OfAsync("read", odd, bad, "--text");

        Assert.Contains("学习", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output + run.Error, symbol => char.IsControl(symbol) && symbol != '\n');
    }

    [Theory]
    [InlineData("--nope")]
    [InlineData("-x")]
    public async Task A_mistyped_option_is_no_file(string word)
    {
        CommandRun run = await CommandRun.OfAsync("read", Save("一.txt", "落实不够。"), word);

        Assert.Equal((2, true), (run.ExitCode, run.Error.Contains($"没有 {word} 这个选项", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Usage_is_explained_in_the_language_of_the_caller()
    {
        CommandRun missing = await CommandRun.OfAsync("read");
        CommandRun help = await CommandRun.OfAsync("read", "--help");
        CommandRun english = await CommandRun.OfAsync(["read", "--help"], "en_US.UTF-8");

        Assert.Contains("缺少", missing.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage:", help.Output, StringComparison.Ordinal);
        Assert.Contains("Usage:", english.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(english.Output, symbol => symbol >= '\u4e00');
    }

    [Fact]
    public async Task A_single_file_that_cannot_be_read_is_an_object_too()
    {
        CommandRun run = await CommandRun.OfAsync("read", Save("一.txt", ""), "--format", "json");

        Assert.Equal("empty", JsonDocument.Parse(run.Output).RootElement.GetProperty("unread")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_full_disk_behind_the_output_is_said_in_one_sentence()
    {
        string file = Save("一.txt", "落实不够。");
        CommandRun run = await CommandRun.IntoAsync("/dev/full", "read", file, "--format", "json");

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("结果没有写完：", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    private string Save(string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
