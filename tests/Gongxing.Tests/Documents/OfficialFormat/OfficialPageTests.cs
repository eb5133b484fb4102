using System.Diagnostics;
using Gongxing.Core.Statements;
using Gongxing.Documents.OfficialFormat;
using Gongxing.Tests.Documents.LegacyWord;

namespace Gongxing.Tests.Documents.OfficialFormat;

/// <summary>Sets pages in LibreOffice and counts. Skipped where that or pdftotext is missing, but not on CI.</summary>
public class OfficialPageTests
{
    [Fact]
    public void A_page_has_as_many_lines_and_characters_as_its_profile_says()
    {
        Assert.SkipWhen(Pages.AreMissing, "LibreOffice or pdftotext is not installed.");
        string[] lines = [.. Enumerable.Range(0, 4).Select(i => new string('一', 900 + i))];
        Document document = Document.FromText(string.Join('\n', lines));

        IReadOnlyDictionary<string, string> texts = Pages.Texts(FormatProfiles.BuiltIn.ToDictionary(
            profile => profile.Id, profile => Papers.Write(document, profile)));

        Assert.Equal(
            FormatProfiles.BuiltIn.Select(profile => (profile.Id, profile.LinesPerPage, profile.CharactersPerLine)),
            FormatProfiles.BuiltIn.Select(profile => Count(profile.Id, texts[profile.Id])));
    }

    [Fact]
    public void Every_page_shows_its_number_and_no_character_gets_lost()
    {
        Assert.SkipWhen(Pages.AreMissing, "LibreOffice or pdftotext is not installed.");
        string text = string.Concat(Enumerable.Repeat("学习不够，联系不紧；“调研”不深。", 120));

        string shown = Pages.Texts(new Dictionary<string, byte[]> { ["a"] = Papers.Write(text) })["a"];

        string[] pages = shown.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(pages.Length > 2);
        for (int i = 0; i < pages.Length; i++)
        {
            string number = pages[i].Trim().Split('\n')[^1];
            Assert.Equal($"—{i + 1}—", Squeezed(number));
            Assert.Equal(i % 2 == 1, number.IndexOf('—') < 20);
        }

        Assert.Equal(text, Squeezed(string.Concat(pages.Select(page => page.Trim()[..page.Trim().LastIndexOf('\n')]))));
    }

    [Fact]
    public void Name_and_date_never_stand_alone_on_a_page()
    {
        Assert.SkipWhen(Pages.AreMissing, "LibreOffice or pdftotext is not installed.");
        string body = string.Join('\n', Enumerable.Range(0, 17).Select(_ => "认真落实各项整改措施。"));
        string start = $"个人对照检查材料\n一、存在的问题\n（一）学习不深。平时读书少。\n二、整改措施\n{body}";

        IReadOnlyDictionary<string, string> texts = Pages.Texts(Enumerable.Range(0, 4).ToDictionary(
            i => $"p{i}",
            i => Papers.Write(start + string.Concat(Enumerable.Repeat("\n认真落实各项整改措施。", i)) + "\n张三\n2024年1月5日")));

        Assert.All(texts.Values, text =>
        {
            string page = text.Split('\f').Last(one => one.Contains("张三", StringComparison.Ordinal));
            Assert.Contains("认真落实", page, StringComparison.Ordinal);
            Assert.Contains("日", page, StringComparison.Ordinal);
        });
        Assert.Contains(texts.Values, text => text.Split('\f', StringSplitOptions.RemoveEmptyEntries).Length == 2);
    }

    private static (string Id, int Lines, int Characters) Count(string id, string text)
    {
        string[] lines = [.. text.Split('\f')[1].Split('\n').Select(Squeezed).Where(line => line.StartsWith('一'))];
        return (id, lines.Length, lines.Max(line => line.Length));
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}

/// <summary>LibreOffice and pdftotext, one run for all papers.</summary>
internal static class Pages
{
    public static bool AreMissing => Office.IsMissing
        || (Environment.GetEnvironmentVariable("CI") != "true"
            && !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .Any(folder => File.Exists(Path.Combine(folder, "pdftotext"))
                    || File.Exists(Path.Combine(folder, "pdftotext.exe"))));

    /// <summary>The text of each paper line by line as it lies on the page; pages end in form feeds.</summary>
    public static IReadOnlyDictionary<string, string> Texts(IReadOnlyDictionary<string, byte[]> papers)
    {
        string folder = Directory.CreateTempSubdirectory("gongxing-test-").FullName;
        try
        {
            foreach ((string name, byte[] content) in papers)
            {
                File.WriteAllBytes(Path.Combine(folder, $"{name}.docx"), content);
            }

            Run("soffice",
            [
                $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}", "--headless",
                "--convert-to", "pdf", "--outdir", folder,
                .. papers.Keys.Select(name => Path.Combine(folder, $"{name}.docx")),
            ]);
            return papers.Keys.ToDictionary(name => name, name =>
                Run("pdftotext", ["-layout", "-enc", "UTF-8", Path.Combine(folder, $"{name}.pdf"), "-"]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
