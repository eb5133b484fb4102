using System.Globalization;
using Gongxing.Documents;
using Gongxing.Web.Intake;

namespace Gongxing.Web.Tests.Intake;

public class UnreadableTextsTests
{
    [Fact]
    public void Nobody_is_told_to_take_pictures_out_of_a_text()
    {
        Assert.All(["a.txt", "a.md", "甲.HTML"], (string name) =>
            Assert.DoesNotContain("图片", UnreadableTexts.Sentence(Unreadable.TooLarge, name, ReadLimits.Default), StringComparison.Ordinal));
        Assert.Contains("图片", UnreadableTexts.Sentence(Unreadable.TooLarge, "a.docx", ReadLimits.Default), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", '。', "请")]
    [InlineData("en", '.', "")]
    public void Every_reason_says_what_happened_and_what_to_do(string language, char stop, string please)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            string[] sentences =
                [.. Enum.GetValues<Unreadable>().Select(reason => UnreadableTexts.Sentence(reason, "a.docx", ReadLimits.Default))];

            Assert.Equal(sentences.Length, sentences.Distinct().Count());
            Assert.All(sentences, sentence =>
            {
                Assert.True(sentence.Count(c => c == stop) >= 2 || sentence.Contains(',', StringComparison.Ordinal), sentence);
                Assert.Contains(please, sentence, StringComparison.Ordinal);
                Assert.EndsWith($"{stop}", sentence, StringComparison.Ordinal);
                Assert.Equal(language == "zh-CN", sentence.Any(c => c is >= '\u4E00' and <= '\u9FFF'));
            });
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
