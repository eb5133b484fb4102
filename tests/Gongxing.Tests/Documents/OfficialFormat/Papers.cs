extern alias OpenXml;

using System.IO.Compression;
using System.Xml.Linq;
using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Documents.Docx;
using Gongxing.Documents.OfficialFormat;
using Gongxing.Review.Structure;
using OpenXml::DocumentFormat.OpenXml;
using OpenXml::DocumentFormat.OpenXml.Packaging;
using OpenXml::DocumentFormat.OpenXml.Validation;

namespace Gongxing.Tests.Documents.OfficialFormat;

/// <summary>Papers to look at, and ways to look into them.</summary>
internal static class Papers
{
    public static readonly RemarkListColumns RemarkColumns = new("序号", "位置（原文摘录）", "问题", "依据", "处理");

    public static readonly RemarkList Remarks = new(
        "关于张三同志2023年度专题民主生活会对照检查材料的审阅意见清单", "2024年1月18日", ["共3处，请逐条研究。"], RemarkColumns,
        [
            new("一、先改这几处",
            [
                new("1", "第5段", "“一是学深悟透不够足”", "能否写明哪一篇没有学透？", "见人见事见思想", ""),
                new("2", "第6段", "“缺乏较强的忧患意识”", "能否写一件具体的事？", "见人见事见思想", "已修改"),
            ]),
            new("二、其他", [new("3", "第7段", "(三）", "括号能否统一？", "GB/T 15834—2011", "采纳")]),
        ]);

    public static readonly StructureSummary Summary = new(
        "结构摘要", "张三同志2023年度对照检查材料", ["5个方面，10个问题，3条原因，9条措施。"], "一、需要留意",
        ["“管党治党不够细”没有对应的原因和措施。"], "二、问题、原因与措施", new("方面", "问题", "原因", "措施"),
        [
            new("理论学习", "学深悟透不够足", ["政治理论学习不深入"], ["提高政治站位", "每季度通读一本原著"]),
            new("理论学习", "实践运用还有差距", ["政治理论学习不深入"], []),
            new("担当作为", "抓落实不够坚决", [], ["强化责任担当"]),
        ]);

    public static byte[] Write(Document document, FormatProfile? profile = null) =>
        OfficialWriter.Write(document, StatementReader.Read(document), profile ?? FormatProfiles.National);

    public static byte[] Write(string text) => Write(Document.FromText(text));

    public static Document Read(byte[] paper) => DocxReader.Read(paper, ReadLimits.Default);

    /// <summary>What the schema of Word has against a file, a line each.</summary>
    public static IReadOnlyList<string> Faults(byte[] paper)
    {
        using var stream = new MemoryStream(paper);
        using var word = WordprocessingDocument.Open(stream, isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word)
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
    }

    public static XElement Part(byte[] paper, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(paper));
        using Stream part = zip.GetEntry(name)!.Open();
        return XElement.Load(part);
    }

    public static IEnumerable<XElement> Named(this XElement element, string name) =>
        element.Descendants().Where(one => one.Name.LocalName == name);

    public static string? Says(this XElement element, string name) =>
        element.Attributes().FirstOrDefault(one => one.Name.LocalName == name)?.Value;

    public static string? Value(this XElement element) => element.Says("val");

    /// <summary>The paragraph of the body that has this text.</summary>
    public static XElement Paragraph(byte[] paper, string text) => Part(paper, "word/document.xml").Named("p")
        .Single(paragraph => string.Concat(paragraph.Named("t").Select(run => run.Value)) == text);

    public static string? Style(this XElement paragraph) => paragraph.Named("pStyle").FirstOrDefault()?.Value();
}
