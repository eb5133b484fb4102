using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Web.Tests.Review;

/// <summary>Invented remarks on invented texts.</summary>
internal static class Questions
{
    public static Remark At(
        Document document, string words, RemarkLevel level = RemarkLevel.Ask, RemarkScope scope = RemarkScope.Words) =>
        At(new TextSpan(document.Text.IndexOf(words, StringComparison.Ordinal), words.Length), level, scope);

    public static Remark At(TextSpan span, RemarkLevel level = RemarkLevel.Ask, RemarkScope scope = RemarkScope.Words) => new(
        "C90", "", level, scope, new("缺少事例", "No instance"), new("能否写明哪一次？", "Which time was it?"),
        new("见人见事见思想", "People, matters, thoughts"), span)
    {
        Fingerprint = RemarkFingerprint.Of("C90", "", "", span.Start),
    };
}
