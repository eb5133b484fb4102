using Gongxing.Core.Statements;

namespace Gongxing.Documents.Packages;

/// <summary>The sentences that <see cref="Document.Notices"/> takes from the readers of packages.</summary>
internal static class PackageNotices
{
    public const string BodyDamaged = "文件正文有损坏，只读到损坏处为止，请核对结尾是否完整。";
    public const string Revised = "文中有修订痕迹，按接受全部修订后的文字读取。";
    public const string HiddenText = "文中有隐藏文字，没有读取。";
    public const string UnknownSymbols = "文中有无法识别的特殊符号，没有读取。";
    public const string EmbeddedFiles = "文中嵌入了其他文件，其内容没有读取。";

    public static string PartDamaged(string part) => $"文件的“{part}”部分损坏，与它有关的内容可能不全。";

    /// <summary>What was seen to be wrong with the parts that were read.</summary>
    public static IEnumerable<string> Of(Package package) =>
    [
        .. package.Altered.Select(part => $"文件的“{part}”部分与校验值不符，个别文字可能有误，请核对。"),
        .. package.Duplicates.Select(part => $"文件中“{part}”部分出现两次，只读取了第一个。"),
    ];
}
