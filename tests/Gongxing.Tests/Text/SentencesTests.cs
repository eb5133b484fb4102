using CsCheck;
using Gongxing.Text;

namespace Gongxing.Tests.Text;

public class SentencesTests
{
    [Theory]
    [InlineData("一是学得不深。二是用得不够！三是什么？", "一是学得不深。|二是用得不够！|三是什么？")]
    [InlineData("说得多；做得少", "说得多；|做得少")]
    [InlineData("怎么办？！！再看。", "怎么办？！！|再看。")]
    [InlineData("（一）学习方面\n学得不深。\n\n　　二、原因", "（一）学习方面\n|学得不深。\n\n　　|二、原因")]
    [InlineData("他说：“好。我去。”然后走了。", "他说：“好。我去。”|然后走了。")]
    [InlineData("常问“谁来干？”的人少。", "常问“谁来干？”的人少。")]
    [InlineData("有的喊“没问题！”，其实不然。", "有的喊“没问题！”，其实不然。")]
    [InlineData("工作不细（见附件。共3页；已核）。下同。", "工作不细（见附件。共3页；已核）。|下同。")]
    [InlineData("不了了之……后来又提。", "不了了之……|后来又提。")]
    [InlineData("增长3.5%.全年10,000户;见1.1节", "增长3.5%.|全年10,000户;|见1.1节")]
    [InlineData("See www.gov.cn, e.g. No. 5 by Mr. A. Smith. Then stop.", "See www.gov.cn, e.g. No. 5 by Mr. A. Smith. |Then stop.")]
    [InlineData("1. 学习不深. 2. 落实不够.", "1. 学习不深. |2. 落实不够.")]
    public void A_text_is_cut_where_a_sentence_ends(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Cut(text));

    [Theory]
    [InlineData("（一学得不深。用得不够。", "（一学得不深。|用得不够。")]
    [InlineData("“一学得不深。用得不够。", "“一学得不深。|用得不够。")]
    [InlineData("学得不深）。用得不够”。完", "学得不深）。|用得不够”。|完")]
    [InlineData("“学得不深。\n用得”不够。", "“学得不深。\n|用得”不够。")]
    [InlineData("(三）学得不深（略。下）。完。", "(三）学得不深（略。下）。|完。")]
    [InlineData("他\"说。做\"了。完。", "他\"说。做\"了。|完。")]
    [InlineData("单个\"说。做了。", "单个\"说。|做了。")]
    public void A_mark_without_its_partner_holds_nothing(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Cut(text));

    [Fact]
    public void A_pair_holds_a_bounded_distance_only()
    {
        string text = "（甲。" + new string('乙', 200) + "）丙。丁。";

        Assert.Equal(["（甲。", new string('乙', 200) + "）丙。", "丁。"], Cut(text));
    }

    [Theory]
    [InlineData("学得不深，用得不够：说得多。", "学得不深，|用得不够：|说得多。")]
    [InlineData("“多做多错，少做少错”的心态，要改", "“多做多错，少做少错”的心态，|要改")]
    [InlineData("共1,200人,10:30到", "共1,200人,|10:30到")]
    [InlineData("甲、乙，丙", "甲、乙，|丙")]
    public void A_clause_ends_at_commas_and_colons_too(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Collect(text, Clauses.In(text)));

    [Fact]
    public void Items_end_at_the_enumeration_comma() =>
        Assert.Equal(["甲、", "乙，", "丙"], Collect("甲、乙，丙", Clauses.AndItemsIn("甲、乙，丙")));

    [Fact]
    public void The_sentences_of_a_part_count_in_the_whole_text()
    {
        const string Text = "前言。一是甲。二是乙。后记。";
        var spans = new List<TextSpan>();

        foreach (TextSpan span in Sentences.In(Text, new TextSpan(3, 8)))
        {
            spans.Add(span);
        }

        Assert.Equal([new TextSpan(3, 4), new TextSpan(7, 4)], spans);
    }

    [Fact]
    public void Any_text_is_covered_without_gap_or_overlap() => Texts.Damaged.Sample(text =>
        string.Concat(Cut(text)) == text
        && string.Concat(Collect(text, Clauses.In(text))) == text
        && string.Concat(Collect(text, Clauses.AndItemsIn(text))) == text);

    [Fact]
    public void Only_the_first_segment_may_be_blank_and_only_when_all_is() => Texts.Damaged.Sample(text =>
        string.IsNullOrWhiteSpace(text) || Cut(text).TrueForAll(sentence => !string.IsNullOrWhiteSpace(sentence)));

    [Fact]
    public void Cutting_allocates_nothing()
    {
        string text = string.Concat(Enumerable.Repeat("一是“学得”不深（略），用得不够。3.5%;e.g. (\n", 1000));
        int count = Count(text);
        long before = GC.GetAllocatedBytesForCurrentThread();

        int again = Count(text);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(count, again);
    }

    private static int Count(string text)
    {
        int count = 0;
        foreach (TextSpan span in Clauses.In(text))
        {
            count += span.Length > 0 ? 1 : 0;
        }

        return count;
    }

    private static List<string> Cut(string text) => Collect(text, Sentences.In(text));

    private static List<string> Collect(string text, SegmentEnumerator segments)
    {
        var pieces = new List<string>();
        foreach (TextSpan span in segments)
        {
            pieces.Add(span.In(text).ToString());
        }

        return pieces;
    }
}
