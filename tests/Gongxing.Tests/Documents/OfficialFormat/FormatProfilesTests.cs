using Gongxing.Documents.OfficialFormat;

namespace Gongxing.Tests.Documents.OfficialFormat;

public class FormatProfilesTests
{
    private const string Font = """{"eastAsia":"宋体","ascii":"宋体","size":16}""";

    private const string Json =
        $$"""
        {
          "id": "ours",
          "name": { "zh": "我们的", "en": "Ours" },
          "page": { "top": 37, "bottom": 35, "left": 28, "right": 26 },
          "linePitch": 28.95,
          "characterSpacing": -0.25,
          "firstLineIndent": 2,
          "fonts": {
            "title": {{Font}}, "subtitle": {{Font}},
            "heading1": {{Font}}, "heading2": {{Font}}, "heading3": {{Font}}, "heading4": {{Font}},
            "body": {{Font}}, "tableHead": {{Font}}, "tableText": {{Font}}, "quotation": {{Font}}, "pageNumber": {{Font}}
          },
          "pageNumber": { "place": "outer", "below": 7 },
          "blankLines": { "afterTitle": 1, "beforeSignOff": 1 },
          "signOff": { "right": 2 }
        }
        """;

    [Theory]
    [InlineData("gbt9704-2012", 22, 28)]
    [InlineData("chongqing", 22, 28)]
    [InlineData("group-company", 23, 26)]
    [InlineData("provincial", 23, 27)]
    [InlineData("university", 22, 27)]
    [InlineData("upload", 24, 26)]
    public void A_page_holds_so_many_lines_of_so_many_characters(string id, int lines, int characters)
    {
        FormatProfile profile = FormatProfiles.Find(id)!;

        Assert.Equal((lines, characters), (profile.LinesPerPage, profile.CharactersPerLine));
    }

    [Fact]
    public void The_national_standard_comes_first() =>
        Assert.Equal("gbt9704-2012", FormatProfiles.BuiltIn[0].Id);

    [Fact]
    public void A_profile_of_ones_own_is_read() =>
        Assert.Equal("我们的", FormatProfiles.Read(Json, "ours.json").Name.Zh);

    [Theory]
    [InlineData("\"top\": 37", "\"top\": 370", 4, 20, "page.top")]
    [InlineData("\"top\": 37", "\"tpo\": 37", 4, 0, "tpo")]
    [InlineData("\"top\": 37, ", "", 4, 0, "top")]
    [InlineData("\"top\": 37", "\"top\": \"37\"", 4, 0, "page.top")]
    [InlineData("\"outer\"", "\"middle\"", 13, 0, "pageNumber.place")]
    [InlineData("\"outer\"", "outer", 13, 0, "")]
    [InlineData("\"id\": \"ours\"", "\"id\": \"Our Own\"", 2, 9, "id")]
    [InlineData("28.95", "289.5", 5, 16, "linePitch")]
    public void A_mistake_is_told_with_its_file_place_and_reason(
        string right, string wrong, int line, int column, string about)
    {
        string json = Json.Replace(right, wrong, StringComparison.Ordinal);

        var fault = Assert.Throws<FormatProfileException>(() => FormatProfiles.Read(json, "ours.json"));

        Assert.Equal("ours.json", fault.File);
        Assert.Equal(line, fault.Line);
        Assert.True(column == 0 ? fault.Column > 0 : column == fault.Column, fault.Message);
        Assert.Contains(about, fault.Reason, StringComparison.Ordinal);
        Assert.Contains($"ours.json 第 {line} 行", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    public void What_is_no_profile_at_all_is_refused(string json) =>
        Assert.Throws<FormatProfileException>(() => FormatProfiles.Read(json, "ours.json"));
}
