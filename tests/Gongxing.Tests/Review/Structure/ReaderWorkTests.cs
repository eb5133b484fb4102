using System.Globalization;
using Gongxing.Core.Statements;
using Gongxing.Review.Structure;

namespace Gongxing.Tests.Review.Structure;

/// <summary>
/// Reading costs work in proportion to the text, whatever its layout. The work is counted in bytes allocated, which no
/// other load on the machine changes.
/// </summary>
public class ReaderWorkTests
{
    private const int Small = 20_000;
    private const int Times = 10;

    private static readonly Dictionary<string, Func<int, string>> s_layouts = new(StringComparer.Ordinal)
    {
        ["statement"] = size => Sections(size, "（{0}）理论学习不够深入。读书少，笔记只有{0}页。\n"),
        ["numbers"] = size => Sections(size, "{0}.下基层不多。全年到车间{0}次，多数是陪着去的。\n"),
        ["one line"] = size => Sections(size, "一是学习不够。读书少。二是调研不深。走访少。").Replace("\n", "", StringComparison.Ordinal),
        ["labels"] = size => Sections(size, "问题{0}：制度不健全。整改措施：6月底前修订。责任人：张。完成时限：6月底。\n"),
        ["prose"] = size => Sections(size, "我对第{0}项工作抓得不紧，遇到难事常常想绕着走，事后也没有认真总结。\n"),
        ["openers"] = size => Sections(size, "究其原因，是我放松了第{0}次学习。\n今后，我将每月学习{0}次。\n"),
        ["table"] = size => Sections(size, "| {0} | 学习不够深入 | 认识不到位 | 每月集中学习 | 张 | 6月底前 |\n"),
        ["quotes"] = size => Sections(size, "{0}.针对“走访不多”的问题。一是每月走访{0}户。二是建立台账。\n"),
        ["no break at all"] = size => Fill(size, "本人学习不够"),
        ["open brackets"] = size => Fill(size, "（"),
        ["open quotes"] = size => Fill(size, "“"),
        ["marks in brackets"] = size => Fill(size, "（一）"),
        ["marks"] = size => Fill(size, "一、二、1.（1）①一是"),
        ["first of each"] = size => Fill(size, "一是。"),
        ["colons"] = size => Fill(size, "原因是："),
        ["empty labels"] = size => Fill(size, "整改措施："),
        ["bars"] = size => Fill(size, "|"),
        ["deeper and deeper"] = size => Fill(size, "一、问题\n（一）问题\n1.问题\n（1）问题\n①问题\na)问题\n"),
        ["one sign a line"] = size => Fill(size, "不\n"),
        ["titles"] = size => Fill(size, "个人对照检查材料\n一、存在的问题\n二、整改措施\n"),
    };

    public static TheoryData<string> Layouts => [.. s_layouts.Keys];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Ten_times_the_text_costs_at_most_twelve_times_the_work(string layout)
    {
        Func<int, string> write = s_layouts[layout];
        Work(write(Small));

        // What the compiler optimises in between allocates less: the small text is measured before and after.
        long before = Work(write(Small));
        long large = Work(write(Small * Times));
        double ratio = (double)large / Math.Max(before, Work(write(Small)));

        Assert.InRange(ratio, 1, 12);
    }

    [Theory]
    [InlineData("学习不够深入")]
    [InlineData("一是学习不够。")]
    [InlineData("（")]
    public void A_line_of_a_megabyte_is_read(string piece)
    {
        string text = Fill(1_000_000, piece);

        Statement statement = StatementReader.Read(Document.FromText(text));

        Assert.All(statement.Findings, finding => Assert.InRange(finding.Span.End, 1, text.Length));
    }

    private static string Sections(int size, string pattern)
    {
        var format = System.Text.CompositeFormat.Parse(pattern);
        IEnumerable<string> lines = Enumerable.Range(1, int.MaxValue)
            .Select(i => string.Format(CultureInfo.InvariantCulture, format, (i % 90) + 1));
        return "个人对照检查材料\n一、存在的问题\n" + Fill(size / 2, lines) + "二、原因分析\n" + Fill(size / 4, lines)
            + "三、整改措施\n" + Fill(size / 4, lines);
    }

    private static string Fill(int size, string piece) =>
        "个人对照检查材料\n" + string.Concat(Enumerable.Repeat(piece, size / piece.Length));

    private static string Fill(int size, IEnumerable<string> lines)
    {
        var text = new System.Text.StringBuilder();
        foreach (string line in lines.TakeWhile(_ => text.Length < size))
        {
            text.Append(line);
        }

        return text.ToString();
    }

    private static long Work(string text)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        StatementReader.Read(Document.FromText(text));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
