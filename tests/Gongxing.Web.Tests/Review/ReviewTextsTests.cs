using System.Collections;
using System.Globalization;
using System.Resources;
using Gongxing.Core.Remarks;
using Gongxing.Web.Review;

namespace Gongxing.Web.Tests.Review;

public class ReviewTextsTests
{
    private static readonly ResourceManager Texts = new(typeof(ReviewTexts));

    [Fact]
    public void Every_sentence_is_there_in_both_languages_with_the_same_places()
    {
        Dictionary<string, string> chinese = All(CultureInfo.InvariantCulture);
        Dictionary<string, string> english = All(CultureInfo.GetCultureInfo("en"));

        Assert.Equal(chinese.Keys.Order(), english.Keys.Order());
        Assert.All(chinese, text => Assert.Equal(Places(text.Value), Places(english[text.Key])));
    }

    [Fact]
    public void Every_level_has_its_word() => Assert.Equal(
        Enum.GetValues<RemarkLevel>().Length, Enum.GetValues<RemarkLevel>().Select(RemarkWords.Level).Distinct().Count());

    private static Dictionary<string, string> All(CultureInfo culture) =>
        Texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Places(string text) =>
        Enumerable.Range(0, 9).Select(i => $"{{{i}}}").Where(place => text.Contains(place, StringComparison.Ordinal));
}
