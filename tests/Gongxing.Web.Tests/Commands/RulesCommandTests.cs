namespace Gongxing.Web.Tests.Commands;

public sealed class RulesCommandTests : IDisposable
{
    private const string Own = """
        layer: 本单位
        prefix: YL
        rules:
          - id: YL-01
            name: { zh: 旧称, en: Old name }
            kind: existence
            scope: words
            level: ask
            tokens: [水利局]
            message:
              zh: “{words}”已改称水务局，是否更新？
              en: It is the water bureau now. Should it be renewed?
            basis: { zh: 机构改革方案, en: Reform of the offices }
            examples: { hit: [县水利局], miss: [县水务局] }
        silence:
          - { rule: C05, reason: 本单位不看先扬后抑 }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("gongxing-rules").FullName;

    [Fact]
    public async Task The_list_says_what_is_silenced_and_by_whom()
    {
        CommandRun run = await CommandRun.OfAsync(["rules", "list", "--rules", Save(Own)], "zh_CN.UTF-8");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"C24/particles\s+提醒  启用  的、地、得", run.Output);
        Assert.Matches(@"YL-01\s+提问  启用  旧称  \[本单位\]", run.Output);
        Assert.Matches(@"C05\s+提示  停用  先扬后抑  由本单位静默：本单位不看先扬后抑", run.Output);
    }

    [Fact]
    public async Task All_examples_of_the_product_hold()
    {
        CommandRun run = await CommandRun.OfAsync("rules", "test");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task An_example_that_does_not_hold_is_exit_code_1_with_its_line()
    {
        string file = Save(Own.Replace("miss: [县水务局]", "miss: [省水利局]", StringComparison.Ordinal));

        CommandRun run = await CommandRun.OfAsync(["rules", "test", "--rules", file], "zh_CN.UTF-8");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{file} 第 14 行：YL-01 不该问而问了：省水利局", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_a_file_is_exit_code_3_with_its_place()
    {
        string file = Save(Own.Replace("level: ask", "level: loud", StringComparison.Ordinal));

        CommandRun run = await CommandRun.OfAsync("rules", "list", "--rules", file);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"{file} 第 8 行第 12 列：", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_is_explained_with_its_figures()
    {
        CommandRun run = await CommandRun.OfAsync(["rules", "explain", "C24"], "zh_CN.UTF-8");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("会问：责任链条焊的不紧", run.Output, StringComparison.Ordinal);
        Assert.Contains("准确率", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules explain C99")]
    [InlineData("rules")]
    [InlineData("rules lsit")]
    public async Task Wrong_usage_is_exit_code_2(string arguments) =>
        Assert.Equal(2, (await CommandRun.OfAsync(arguments.Split(' '))).ExitCode);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Save(string yaml)
    {
        string path = Path.Combine(folder, "own.yml");
        File.WriteAllText(path, yaml);
        return path;
    }
}
