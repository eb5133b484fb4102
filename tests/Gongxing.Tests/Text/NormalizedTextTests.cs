using CsCheck;
using Gongxing.Text;

namespace Gongxing.Tests.Text;

public class NormalizedTextTests
{
    [Theory]
    [InlineData("（一）ＡＢＣ１２３，：；？！", "(一)abc123,:;?!")]
    [InlineData("(三）〔四】［5]", "(三)(四)(5)")]
    [InlineData("領導幹部對照檢查後", "领导干部对照检查后")]
    [InlineData("領導(dǎo)幹部學(xué)習（xí）", "领导干部学习")]
    [InlineData("強(qiánɡ)化", "强化")]
    [InlineData("互联网(APP)建设", "互联网(app)建设")]
    [InlineData("「四风」『老问题』“新”", "\"四风\"'老问题'\"新\"")]
    [InlineData("危 害　较\u00A0大", "危害较大")]
    [InlineData("　　一、学习 ", "一、学习")]
    [InlineData("2023 年 3 月", "2023年3月")]
    [InlineData("GB 18030  标准", "gb 18030标准")]
    [InlineData("落\u200B实\uFEFF整\u00AD改", "落实整改")]
    [InlineData("一\r\n\r\n  二\u2028三", "一\n\n二\n三")]
    [InlineData("⼯作⻓效⾏动", "工作长效行动")]
    [InlineData("著力瞭解", "着力了解")]
    [InlineData("㗲𫝈", "𠵾𫝈")]
    [InlineData("", "")]
    public void Writing_that_differs_without_meaning_becomes_equal(string raw, string expected)
    {
        Assert.Equal(expected, NormalizedText.Of(raw).Text);
        Assert.Equal(expected, NormalizedText.Fold(raw));
    }

    [Fact]
    public void Lines_are_joined_and_quotes_left_out_when_asked()
    {
        const string Raw = "对照检\n查“四风”\nWord\nTwo";

        Assert.Equal(
            "对照检查四风word two",
            NormalizedText.Fold(Raw, NormalizationOptions.JoinLines | NormalizationOptions.DropQuotes));
    }

    [Fact]
    public void A_match_is_found_again_in_what_was_written()
    {
        const string Raw = "前言：領導(dǎo)幹部 學(xué) 習不 深。";
        NormalizedText text = NormalizedText.Of(Raw);
        int start = text.Text.IndexOf("学习不深", StringComparison.Ordinal);

        TextSpan raw = text.ToRaw(new TextSpan(start, 4));

        Assert.Equal("學(xué) 習不 深", raw.In(Raw).ToString());
        Assert.Equal(new TextSpan(start, 4), text.FromRaw(raw));
    }

    [Fact]
    public void A_part_is_counted_in_the_whole()
    {
        const string Raw = "（一）學習。（二）落 實。";

        NormalizedText text = NormalizedText.Of(Raw, new TextSpan(6, 7));

        Assert.Equal("(二)落实。", text.Text);
        Assert.Equal("落 實", text.ToRaw(new TextSpan(3, 2)).In(Raw).ToString());
        Assert.Equal(13, text.ToRaw(text.Text.Length));
    }

    [Fact]
    public void Normalising_twice_gives_what_once_gives() => Texts.Damaged.Select(Gen.Int[0, 3]).Sample((raw, options) =>
    {
        string once = NormalizedText.Fold(raw, (NormalizationOptions)options);
        Assert.Equal(once, NormalizedText.Fold(once, (NormalizationOptions)options));
    });

    [Fact]
    public void Every_single_character_is_normalised_once_and_for_all()
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            string once = NormalizedText.Fold([(char)c]);
            Assert.Equal(once, NormalizedText.Fold(once));
        }
    }

    [Fact]
    public void With_and_without_the_map_the_text_is_the_same() => Texts.Damaged.Sample(raw =>
        NormalizedText.Of(raw).Text == NormalizedText.Fold(raw));

    [Fact]
    public void Every_span_maps_back_to_what_normalises_to_it() => (
        from raw in Texts.Damaged
        from a in Gen.Int[0, 100]
        from b in Gen.Int[0, 100]
        select (raw, a, b)).Sample(sample =>
        {
            NormalizedText text = NormalizedText.Of(sample.raw);
            int start = Math.Min(Math.Min(sample.a, sample.b), text.Text.Length);
            int end = Math.Min(Math.Max(sample.a, sample.b), text.Text.Length);
            if (SplitsPair(text.Text, start) || SplitsPair(text.Text, end))
            {
                return;
            }

            TextSpan span = TextSpan.FromBounds(start, end);
            TextSpan raw = text.ToRaw(span);

            Assert.Equal(span, text.FromRaw(raw) with { Start = start });
            Assert.Equal(span.In(text.Text).Trim(' ').ToString(), NormalizedText.Fold(raw.In(sample.raw)));
        });

    [Fact]
    public void Positions_keep_their_order_both_ways() => Texts.Damaged.Sample(raw =>
    {
        NormalizedText text = NormalizedText.Of(raw);
        for (int i = 0; i < text.Text.Length; i++)
        {
            Assert.InRange(text.ToRaw(i), 0, text.ToRaw(i + 1));
        }

        for (int i = 0; i <= raw.Length; i++)
        {
            Assert.InRange(text.FromRaw(i), i == 0 ? 0 : text.FromRaw(i - 1), text.Text.Length);
        }

        Assert.Equal(raw.Length, text.ToRaw(text.Text.Length));
    });

    [Fact]
    public void Normalising_allocates_in_proportion_to_the_text()
    {
        Assert.InRange(Allocated(100_000), 600_000, 1_300_000);
        Assert.InRange(Allocated(1_000_000), 6_000_000, 13_000_000);
    }

    // The text takes two bytes a character and its map four; the pools, filled by the first run, may have been emptied.
    private static long Allocated(int length)
    {
        string raw = new('學', length);
        NormalizedText.Of(raw);
        long before = GC.GetAllocatedBytesForCurrentThread();
        NormalizedText.Of(raw);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static bool SplitsPair(string text, int position) =>
        position > 0 && position < text.Length && char.IsSurrogatePair(text[position - 1], text[position]);
}
